//! The whole of what differs between the two databases in SQL text.

/// Fills the marks of a migration in for SQLite.
pub(super) fn sqlite(ddl: &str) -> String {
    ddl.replace("{BYTES}", "BLOB")
        .replace("{CLUSTERED}", "WITHOUT ROWID")
        .replace("{SORTED}", "")
        .replace("{WIDE}", "")
        .replace("{/WIDE}", "")
}

/// Fills the marks of a migration in for PostgreSQL.
pub(super) fn postgres(ddl: &str) -> String {
    ddl.replace("{BYTES}", "BYTEA")
        .replace("{CLUSTERED}", "")
        .replace("{SORTED}", "COLLATE \"C\"")
        .replace("{WIDE}", "/*")
        .replace("{/WIDE}", "*/")
}

/// `INSERT` for `rows` rows at once.
pub(super) fn insert(tabel: &super::Tabel, rows: usize) -> String {
    insert_into(tabel.naam, tabel.kolommen, rows)
}

/// As above, for a table of which only the names are known.
pub(super) fn insert_into(naam: &str, kolommen: &[&str], rows: usize) -> String {
    let width = kolommen.len();
    let row = |n: usize| {
        let marks: Vec<String> = (1..=width).map(|k| format!("${}", n * width + k)).collect();
        format!("({})", marks.join(","))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("INSERT INTO {naam} ({}) VALUES {}", kolommen.join(","), rows.join(","))
}

/// Whether parameters first appear in the order `$1, $2, …`.
#[cfg(any(test, debug_assertions))]
pub(super) fn parameters_in_order(sql: &str) -> bool {
    let mut seen = 0_u32;
    sql.split('$').skip(1).all(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let number: u32 = digits.parse().unwrap_or(0);
        seen = seen.max(number.min(seen + 1));
        number > 0 && number <= seen
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_of_parameters_is_checked() {
        assert!(parameters_in_order("SELECT 1"));
        assert!(parameters_in_order("SELECT a FROM t WHERE a = $1 AND b = $2 AND c = $1"));
        assert!(!parameters_in_order("SELECT a FROM t WHERE a = $2 AND b = $1"));
        assert!(!parameters_in_order("SELECT a FROM t WHERE a = $1 AND b = $3"));
    }

    #[test]
    fn rows_are_numbered_through() {
        let tabel = crate::db::Tabel { naam: "t", kolommen: &["a", "b"], sqlite: "" };
        assert_eq!(insert(&tabel, 2), "INSERT INTO t (a,b) VALUES ($1,$2),($3,$4)");
    }

    #[test]
    fn marks_are_filled_in() {
        let ddl = "CREATE TABLE t (a {BYTES} PRIMARY KEY) {CLUSTERED}";
        assert_eq!(sqlite(ddl), "CREATE TABLE t (a BLOB PRIMARY KEY) WITHOUT ROWID");
        assert_eq!(postgres(ddl), "CREATE TABLE t (a BYTEA PRIMARY KEY) ");
        assert_eq!(postgres("a TEXT {SORTED}"), "a TEXT COLLATE \"C\"");
        assert_eq!(sqlite("(a{WIDE}, b{/WIDE})"), "(a, b)");
        assert_eq!(postgres("(a{WIDE}, b{/WIDE})"), "(a/*, b*/)");
    }
}
