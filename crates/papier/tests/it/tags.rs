//! The tags: what PDF/UA-1 asks of a file, as far as a program can see.

use papier::{Block, Document, Fault, Run};

use crate::documents::{document, everything};
use crate::reader::Read;

fn read(document: &Document) -> Read {
    Read::new(&document.pdf().unwrap())
}

#[test]
fn the_file_says_what_it_is() {
    let read = read(&everything());
    let catalog = read.catalog();
    assert_eq!(read.doc.version, "1.7");
    assert_eq!(lopdf::decode_text_string(catalog.get(b"Lang").unwrap()).unwrap(), "nl");
    let mark_info = read.dict(catalog.get(b"MarkInfo").unwrap());
    assert!(mark_info.get(b"Marked").unwrap().as_bool().unwrap());
    assert!(!mark_info.get(b"Suspects").unwrap().as_bool().unwrap());
    let viewer = read.dict(catalog.get(b"ViewerPreferences").unwrap());
    assert!(viewer.get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let info = read.dict(read.doc.trailer.get(b"Info").unwrap());
    let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Besluit over hulp voor Noor & <Tom>");
    let stream = read.doc.dereference(catalog.get(b"Metadata").unwrap()).unwrap().1.as_stream().unwrap();
    let xmp = String::from_utf8(stream.content.clone()).unwrap();
    for part in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "Besluit over hulp voor Noor &amp; &lt;Tom&gt;",
        "<xmp:CreateDate>2026-03-05T09:30:00Z</xmp:CreateDate>",
        "Wijkteam Haagse Beemden",
    ] {
        assert!(xmp.contains(part), "{part} is not in {xmp}");
    }
    for nr in 0..read.count() {
        assert_eq!(read.page_dict(nr).get(b"Tabs").unwrap().as_name().unwrap(), b"S");
    }
}

#[test]
fn the_tree_is_what_is_read() {
    let tree = read(&everything()).tree();
    let golden = "\
Document
  P Gemeente Breda
  P Wijkteam Haagse Beemden Telefoon 076 000 00 00
  P Aan de ouders van Noor de Wit Lindelaan 3 4811 AB Breda
  Table
    TBody
      TR
        TH (Row) Datum
        TD 5 maart 2026
      TR
        TH (Row) Gaat over
        TD hulp voor Noor
  H1 Noor krijgt hulp
  P Beste Marieke en Sjoerd, Şükrü Yılmaz en Zoë Ćwikła: Noor krijgt  van Juzt. Dat spraken wij samen af.
    Strong begeleiding thuis
  BlockQuote
    P Ik wil weer gewoon naar school kunnen.
  H2 Wat spreken we af?
  L (Disc)
    LI
      Lbl • 
      LBody De hulp begint op 9 maart.
    LI
      Lbl • 
      LBody Eén keer per week.
  L (Decimal)
    LI
      Lbl 1. 
      LBody Bel eerst.
    LI
      Lbl 2. 
      LBody
        Strong Schrijf daarna.
  Table
    THead
      TR
        TH (Column) Wat
        TH (Column) Wie
        TH (Column) Tot wanneer
    TBody
      TR
        TH (Row) Begeleiding
        TD Juzt
        TD 9 september 2026
      TR
        TH (Row) Huiswerk
        TD Oma
        TD zolang het nodig is
  P Bent u het er niet mee eens? Bel ons. Zes weken lang kunt u bezwaar maken.
  P Met vriendelijke groet, Samira El Amrani
";
    assert_eq!(tree, golden, "\n{tree}");
}

#[test]
fn all_that_stands_on_a_page_is_marked_and_hangs_in_the_tree_once() {
    let read = read(&everything());
    assert_eq!(read.unmarked, 0);
    let root = read.dict(read.catalog().get(b"StructTreeRoot").unwrap());
    let parents = read.dict(root.get(b"ParentTree").unwrap());
    let nums = parents.get(b"Nums").unwrap().as_array().unwrap();
    let mut known = 0;
    for pair in nums.chunks(2) {
        let page = usize::try_from(pair[0].as_i64().unwrap()).unwrap();
        assert_eq!(
            read.page_dict(page).get(b"StructParents").unwrap().as_i64().unwrap(),
            pair[0].as_i64().unwrap()
        );
        for (nr, owner) in read.doc.dereference(&pair[1]).unwrap().1.as_array().unwrap().iter().enumerate() {
            // The part names its content, and the content its part.
            let owner = read.dict(owner);
            let kids = read.doc.dereference(owner.get(b"K").unwrap()).unwrap().1.as_array().unwrap();
            let nr = i64::try_from(nr).unwrap();
            let hits = kids
                .iter()
                .filter_map(|k| read.dict(k).get(b"MCID").ok())
                .filter(|o| o.as_i64().unwrap() == nr);
            assert_eq!(hits.count(), 1);
            known += 1;
        }
    }
    assert_eq!(known, read.marked.len());
    assert!(known > 20, "only {known} texts");
    for artifacts in &read.artifacts {
        assert_eq!(artifacts.join("|"), "Wijkteam Haagse Beemden|Bladzijde 1 van 1");
    }
}

#[test]
fn bookmarks_follow_the_headings() {
    let read = read(&everything());
    let outline = read.dict(read.catalog().get(b"Outlines").unwrap());
    let first = read.dict(outline.get(b"First").unwrap());
    assert_eq!(lopdf::decode_text_string(first.get(b"Title").unwrap()).unwrap(), "Noor krijgt hulp");
    let below = read.dict(first.get(b"First").unwrap());
    assert_eq!(lopdf::decode_text_string(below.get(b"Title").unwrap()).unwrap(), "Wat spreken we af?");
    assert_eq!(outline.get(b"Count").unwrap().as_i64().unwrap(), 2);
}

#[test]
fn headings_that_skip_a_level_make_no_document() {
    for levels in [vec![2], vec![1, 3], vec![1, 2, 4], vec![0], vec![7]] {
        let blocks = levels.iter().map(|l| Block::Heading(*l, format!("Kop {l}"))).collect();
        assert!(matches!(document(blocks).pdf(), Err(Fault::HeadingOrder(_))), "{levels:?}");
    }
    let blocks = [1, 2, 3, 2, 1, 2].map(|l| Block::Heading(l, format!("Kop {l}"))).to_vec();
    assert_eq!(read(&document(blocks)).roles()[1..], ["H1", "H2", "H3", "H2", "H1", "H2"]);
    assert_eq!(Document { title: " ".to_owned(), ..document(Vec::new()) }.pdf(), Err(Fault::NoTitle));
    let ragged = Block::Table { columns: vec![papier::Column::new("a", 1.0)], rows: vec![Vec::new()] };
    assert_eq!(document(vec![ragged]).pdf(), Err(Fault::Cells { columns: 1, found: 0 }));
}

/// Letters that joined or accented glyphs could lose, and those that the letter type lacks.
#[test]
fn what_was_typed_is_what_is_read() {
    let texts = [
        "office affluent fjord waffle: ff fi fl ffi ffl",
        "Şükrü Yılmaz İğneci Ćwikła Żółw Đorđević Šimůnek Ægir Þór Ŵyn Ñandú Zoë Nguyễn Thị",
        "Αλέξης Ιωάννου · Олександр Ґалаґан · € 1.234,56 – “ja” … µ μ Ω Ω Å",
        "علي الحسن en 王小明 en 👩‍👧 en \u{1d11e}",
        "AVATAR To. Ve, LT P. 11 “V” ’t 's-Gravenhage",
    ];
    for text in texts {
        let read = read(&document(vec![Block::text(text), Block::Text(vec![Run::strong(text)])]));
        let wanted: String = unicode_like(text);
        assert_eq!(read.text(), format!("{wanted}\n{wanted}\n"));
        assert_eq!(read.unmarked, 0);
    }
}

/// What cannot be seen is left out, and letters with a second number for the same have the first.
fn unicode_like(text: &str) -> String {
    text.replace('\u{200d}', "").replace('\u{2126}', "\u{3a9}").replace('\u{212b}', "\u{c5}")
}

#[test]
fn what_the_letter_type_lacks_is_a_box_to_the_eye_and_itself_to_the_ear() {
    let read = read(&document(vec![Block::text("Ali علي Aydin")]));
    assert_eq!(read.text(), "Ali علي Aydin\n");
    let shown: Vec<&str> = read.places[0].iter().map(|(_, _, text)| text.as_str()).collect();
    assert!(shown.contains(&"□□□"), "{shown:?}");
    assert_eq!(papier::missing("Ali علي Aydin").len(), 3);
}

#[test]
fn the_same_document_of_the_same_moment_gives_the_same_bytes() {
    let one = everything();
    let bytes = one.pdf().unwrap();
    assert_eq!(bytes, one.pdf().unwrap());
    let later = Document { made: "2026-03-05T09:30:01Z".parse().unwrap(), ..everything() };
    assert_ne!(bytes, later.pdf().unwrap());
    println!("one of everything: {} bytes", bytes.len());
    assert!(bytes.len() < 60_000, "{}", bytes.len());
}
