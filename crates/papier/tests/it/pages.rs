//! Pages: nothing is cut off, nothing stands in the margin, headers come back.

use papier::{Block, Column, Document, Run};

use crate::documents::{document, everything};
use crate::reader::Read;

const LEFT: f32 = 70.0;
const LOWEST: f32 = 60.0;

fn table(rows: usize) -> Document {
    let row = |n: usize| {
        let what = if n.is_multiple_of(7) {
            format!("Regel {n}: {}", "een lange afspraak ".repeat(12))
        } else {
            format!("Regel {n}")
        };
        vec![what, format!("wie {n}"), format!("tot dag {n}")]
    };
    let columns = vec![Column::new("Wat", 3.0), Column::new("Wie", 2.0), Column::new("Tot wanneer", 2.0)];
    document(vec![
        Block::Heading(1, "Het plan".to_owned()),
        Block::Table { columns, rows: (1..=rows).map(row).collect() },
    ])
}

/// Everything stands between the margins, and no two texts of different lines on each other.
fn within(read: &Read) {
    for (nr, places) in read.places.iter().enumerate() {
        assert!(!places.is_empty(), "page {nr} is empty");
        for (x, y, text) in places.iter().filter(|(_, y, _)| *y > 50.0) {
            assert!(*x >= LEFT && *x < 525.0, "page {nr}: {text} begins at {x}");
            assert!(*y >= LOWEST && *y < 800.0, "page {nr}: {text} stands at {y}");
        }
    }
}

#[test]
fn a_plan_of_two_hundred_lines_takes_several_pages_and_loses_nothing() {
    let document = table(200);
    let read = Read::new(&document.pdf().unwrap());
    assert!(read.count() >= 6, "{} pages", read.count());
    within(&read);
    let text = read.text();
    for n in 1..=200 {
        assert!(text.contains(&format!("wie {n}\n")), "line {n}");
    }
    // To the ear the header comes once, to the eye on every page.
    assert_eq!(read.tree().matches("TH (Column) Wie").count(), 1);
    for (nr, artifacts) in read.artifacts.iter().enumerate().skip(1) {
        assert_eq!(artifacts[..3].join("|"), "Wat|Wie|Tot wanneer", "page {nr}");
        let number = format!("Bladzijde {} van {}", nr + 1, read.count());
        assert_eq!(artifacts.last().unwrap(), &number);
    }
    assert_eq!(read.unmarked, 0);
}

/// A row that stays on one page when it fits on one.
#[test]
fn a_row_is_not_torn_apart() {
    let read = Read::new(&table(200).pdf().unwrap());
    for n in (7..=200).step_by(7) {
        let on: Vec<usize> = (0..read.count())
            .filter(|nr| read.places[*nr].iter().any(|(_, _, t)| t.starts_with(&format!("Regel {n}:"))))
            .collect();
        let other: Vec<usize> = (0..read.count())
            .filter(|nr| read.places[*nr].iter().any(|(_, _, t)| t == &format!("wie {n}")))
            .collect();
        assert_eq!(on, other, "row {n}");
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on_over_the_next() {
    let long = "woord ".repeat(4_000);
    let document = document(vec![
        Block::Heading(1, "Lang".to_owned()),
        Block::Table {
            columns: vec![Column::new("Wat", 1.0), Column::new("Wie", 1.0)],
            rows: vec![vec![long.clone(), "oma".to_owned()]],
        },
    ]);
    let read = Read::new(&document.pdf().unwrap());
    within(&read);
    assert!(read.count() > 5);
    assert_eq!(read.text().matches("woord").count(), 4_000);
}

#[test]
fn a_header_taller_than_a_page_ends() {
    let tall = "kop ".repeat(3_000);
    let document = document(vec![Block::Table {
        columns: vec![Column::new(tall, 1.0), Column::new("Wie", 1.0)],
        rows: vec![vec!["een".to_owned(), "twee".to_owned()]],
    }]);
    let read = Read::new(&document.pdf().unwrap());
    assert!(read.text().contains("een\n"));
}

#[test]
fn a_word_wider_than_the_page_is_cut_and_kept() {
    let word = "Zorgcoördinatie".repeat(40);
    let document = document(vec![
        Block::Heading(1, word.clone()),
        Block::text(&*word),
        Block::Table {
            columns: vec![Column::new("Wat", 1.0), Column::new("Wie", 1.0)],
            rows: vec![vec![word.clone(), word.clone()]],
        },
        Block::List { numbered: false, items: vec![vec![Run::plain(&*word)]] },
        Block::Facts(vec![("Naam".to_owned(), word.clone())]),
    ]);
    let read = Read::new(&document.pdf().unwrap());
    within(&read);
    assert_eq!(read.text().matches(&word).count(), 6);
}

#[test]
fn a_heading_is_not_left_alone_at_the_foot() {
    for filler in 30..60 {
        let mut blocks = vec![Block::Heading(1, "Begin".to_owned())];
        blocks.extend((0..filler).map(|n| Block::text(format!("Alinea {n}."))));
        blocks.push(Block::Heading(2, "Kop onderaan".to_owned()));
        blocks.push(Block::text("De tekst die erbij hoort. ".repeat(8)));
        let read = Read::new(&document(blocks).pdf().unwrap());
        let on = |what: &str| {
            (0..read.count()).find(|nr| read.places[*nr].iter().any(|(_, _, t)| t.starts_with(what))).unwrap()
        };
        assert_eq!(on("Kop onderaan"), on("De tekst die"), "after {filler} paragraphs");
        within(&read);
    }
}

/// Lines of one paragraph keep each other company.
#[test]
fn no_line_stands_alone() {
    for filler in 0..40 {
        let mut blocks: Vec<Block> = (0..filler).map(|n| Block::text(format!("Alinea {n}."))).collect();
        blocks.push(Block::text("veel ".repeat(150)));
        let read = Read::new(&document(blocks).pdf().unwrap());
        for places in &read.places {
            let lines = places.iter().filter(|(_, _, t)| t.starts_with("veel")).count();
            assert_ne!(lines, 1, "after {filler} paragraphs");
        }
        assert_eq!(read.text().matches("veel").count(), 150);
    }
}

#[test]
fn an_empty_document_is_a_page() {
    let read = Read::new(&document(Vec::new()).pdf().unwrap());
    assert_eq!(read.count(), 1);
    assert_eq!(read.tree(), "Document\n");
}

/// For who wants to look: `LEERLOOP_PAPIER=/tmp/x cargo test -p papier`.
#[test]
fn can_be_looked_at() {
    let Some(folder) = std::env::var_os("LEERLOOP_PAPIER") else { return };
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("alles.pdf"), everything().pdf().unwrap()).unwrap();
    std::fs::write(folder.join("tabel.pdf"), table(60).pdf().unwrap()).unwrap();
}
