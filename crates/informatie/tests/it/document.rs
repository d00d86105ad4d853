//! `docs/snapshot.md` describes what the writer writes.

use informatie::snapshot::Column;

#[test]
fn the_document_has_a_line_for_every_column() {
    let text = include_str!("../../../../docs/snapshot.md");
    let lines: Vec<Vec<&str>> = text
        .lines()
        .skip_while(|line| !line.starts_with("| column"))
        .take_while(|line| line.starts_with('|'))
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    assert_eq!(lines.len(), Column::ALL.len());
    for (line, column) in lines.iter().zip(Column::ALL) {
        let must = if column.optional() { "may be missing" } else { "always" };
        let expected =
            [&format!("`{}`", column.name()), column.kind().parquet(), column.kind().encoding(), must];
        assert_eq!(line[1..5], expected, "the line of {}", column.name());
        assert!(line[5].len() > 10, "{} has no description", column.name());
    }
}
