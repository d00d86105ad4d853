//! How long a letter of two pages and a plan of two hundred lines take, and how much memory:
//! `cargo run --release -p papier --example snelheid`.

use std::error::Error;
use std::time::Instant;

use papier::{Block, Column, Document};

fn document(blocks: Vec<Block>) -> Result<Document, Box<dyn Error>> {
    Ok(Document {
        title: "Proef".to_owned(),
        lang: "nl".to_owned(),
        author: "Leerloop".to_owned(),
        made: "2026-03-05T09:30:00Z".parse()?,
        footer: "Proef".to_owned(),
        page_words: ("Bladzijde".to_owned(), "van".to_owned()),
        blocks,
    })
}

fn letter() -> Result<Document, Box<dyn Error>> {
    let mut blocks = vec![
        Block::Letterhead("Gemeente Breda".to_owned(), vec!["Wijkteam".to_owned()]),
        Block::Address(vec!["De ouders van Noor".to_owned(), "Lindelaan 3".to_owned()]),
        Block::Heading(1, "Hulp voor Noor".to_owned()),
    ];
    for n in 1..=5 {
        blocks.push(Block::Heading(2, format!("Deel {n}")));
        blocks.push(Block::text(
            "Wij spraken met elkaar over wat Noor nodig heeft, en wat het gezin zelf doet. ".repeat(8),
        ));
    }
    document(blocks)
}

fn plan() -> Result<Document, Box<dyn Error>> {
    let row = |n: u32| {
        ["Begeleiding thuis, elke week", "Samen Thuis · voor Noor", "Jeugdwet", "zonder einddatum"]
            .map(|text| format!("{text} {n}"))
            .to_vec()
    };
    let columns = ["Wat", "Wie", "Waaruit", "Tot wanneer"].map(|name| Column::new(name, 1.0)).to_vec();
    document(vec![
        Block::Heading(1, "Het plan".to_owned()),
        Block::Table { columns, rows: (0..200).map(row).collect() },
    ])
}

/// The most memory that the process had, in kB.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned()
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("before: {}", peak());
    for (name, document) in [("letter of two pages", letter()?), ("plan of 200 lines", plan()?)] {
        let first = Instant::now();
        let size = document.pdf()?.len();
        let first = first.elapsed();
        let rest = Instant::now();
        for _ in 0..100 {
            document.pdf()?;
        }
        let each = rest.elapsed() / 100;
        println!("{name}: first {first:.1?}, then {each:.1?} each, {size} bytes; {}", peak());
    }
    Ok(())
}
