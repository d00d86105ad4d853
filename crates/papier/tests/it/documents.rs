//! The documents that the tests make.

use papier::{Block, Column, Document, Run};

pub(crate) fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Besluit over hulp voor Noor & <Tom>".to_owned(),
        lang: "nl".to_owned(),
        author: "Wijkteam Haagse Beemden".to_owned(),
        made: "2026-03-05T09:30:00Z".parse().unwrap(),
        footer: "Wijkteam Haagse Beemden".to_owned(),
        page_words: ("Bladzijde".to_owned(), "van".to_owned()),
        blocks,
    }
}

/// One of everything.
pub(crate) fn everything() -> Document {
    document(vec![
        Block::Letterhead(
            "Gemeente Breda".to_owned(),
            vec!["Wijkteam Haagse Beemden".to_owned(), "Telefoon 076 000 00 00".to_owned()],
        ),
        Block::Address(vec![
            "Aan de ouders van Noor de Wit".to_owned(),
            "Lindelaan 3".to_owned(),
            "4811 AB Breda".to_owned(),
        ]),
        Block::Facts(vec![
            ("Datum".to_owned(), "5 maart 2026".to_owned()),
            ("Gaat over".to_owned(), "hulp voor Noor".to_owned()),
        ]),
        Block::Heading(1, "Noor krijgt hulp".to_owned()),
        Block::Text(vec![
            Run::plain("Beste Marieke en Sjoerd, Şükrü Yılmaz en Zoë Ćwikła: Noor krijgt "),
            Run::strong("begeleiding thuis"),
            Run::plain(" van Juzt. Dat spraken wij samen af."),
        ]),
        Block::Quote(vec![Run::plain("Ik wil weer gewoon naar school kunnen.")]),
        Block::Heading(2, "Wat spreken we af?".to_owned()),
        Block::List {
            numbered: false,
            items: vec![
                vec![Run::plain("De hulp begint op 9 maart.")],
                vec![Run::plain("Eén keer per week.")],
            ],
        },
        Block::List {
            numbered: true,
            items: vec![vec![Run::plain("Bel eerst.")], vec![Run::strong("Schrijf daarna.")]],
        },
        Block::Table {
            columns: vec![Column::new("Wat", 3.0), Column::new("Wie", 2.0), Column::new("Tot wanneer", 2.0)],
            rows: vec![
                vec!["Begeleiding".into(), "Juzt".into(), "9 september 2026".into()],
                vec!["Huiswerk".into(), "Oma".into(), "zolang het nodig is".into()],
            ],
        },
        Block::Note(vec![Run::plain(
            "Bent u het er niet mee eens? Bel ons. Zes weken lang kunt u bezwaar maken.",
        )]),
        Block::Signature(vec!["Met vriendelijke groet,".into(), String::new(), "Samira El Amrani".into()]),
    ])
}
