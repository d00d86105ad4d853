//! Reads a PDF back, by lopdf: the tree with its texts, and whether anything on a page is not marked.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// What was read.
pub(crate) struct Read {
    pub(crate) doc: Document,
    /// By page and number what a marked content says, and the text that stands for it.
    pub(crate) marked: BTreeMap<(usize, i64), String>,
    /// What stands there for the eye only, per page.
    pub(crate) artifacts: Vec<Vec<String>>,
    /// Texts and strokes that are not marked.
    pub(crate) unmarked: usize,
    /// The baselines of texts, per page: left, height, text.
    pub(crate) places: Vec<Vec<(f32, f32, String)>>,
    pages: Vec<ObjectId>,
}

impl Read {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let doc = Document::load_mem(bytes).unwrap();
        let pages: Vec<ObjectId> = doc.get_pages().into_values().collect();
        let mut read = Self {
            marked: BTreeMap::new(),
            artifacts: Vec::new(),
            unmarked: 0,
            places: Vec::new(),
            pages: pages.clone(),
            doc,
        };
        for (nr, page) in pages.iter().enumerate() {
            read.page(nr, *page);
        }
        read
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.doc.catalog().unwrap()
    }

    pub(crate) fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.doc.dereference(object).unwrap().1.as_dict().unwrap()
    }

    pub(crate) fn page_dict(&self, nr: usize) -> &Dictionary {
        self.doc.get_dictionary(self.pages[nr]).unwrap()
    }

    pub(crate) fn count(&self) -> usize {
        self.pages.len()
    }

    /// The tree as text: an element a line, with what it says.
    pub(crate) fn tree(&self) -> String {
        let root = self.dict(self.catalog().get(b"StructTreeRoot").unwrap());
        let mut out = String::new();
        self.element(root.get(b"K").unwrap(), 0, &mut out);
        out
    }

    /// What is said, in the order of the tree.
    pub(crate) fn text(&self) -> String {
        let root = self.dict(self.catalog().get(b"StructTreeRoot").unwrap());
        let mut out = Vec::new();
        self.said(root.get(b"K").unwrap(), &mut out);
        out.join("")
    }

    /// The roles of the tree, each time one begins.
    pub(crate) fn roles(&self) -> Vec<String> {
        self.tree().lines().map(|l| l.split_whitespace().next().unwrap_or_default().to_owned()).collect()
    }

    fn kids<'a>(&'a self, element: &'a Dictionary) -> Vec<&'a Object> {
        match element.get(b"K").map(|k| self.doc.dereference(k).unwrap().1) {
            Ok(Object::Array(list)) => list.iter().collect(),
            Ok(other) => vec![other],
            Err(_) => Vec::new(),
        }
    }

    /// A reference to marked content: page and number.
    fn reference(&self, kid: &Dictionary) -> Option<(usize, i64)> {
        let id = kid.get(b"MCID").ok()?.as_i64().unwrap();
        let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
        Some((self.pages.iter().position(|p| *p == page).unwrap(), id))
    }

    fn said(&self, object: &Object, out: &mut Vec<String>) {
        let element = self.dict(object);
        if let Some(key) = self.reference(element) {
            out.push(self.marked[&key].clone());
            return;
        }
        for kid in self.kids(element) {
            self.said(kid, out);
        }
        let role = element.get(b"S").unwrap().as_name().unwrap();
        if !matches!(role, b"Strong" | b"Lbl" | b"Document" | b"LI" | b"L" | b"TR") {
            out.push("\n".to_owned());
        }
    }

    fn element(&self, object: &Object, depth: usize, out: &mut String) {
        let element = self.dict(object);
        let role = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let _ = write!(out, "{}{role}", "  ".repeat(depth));
        if let Ok(attributes) = element.get(b"A") {
            for attribute in self.doc.dereference(attributes).unwrap().1.as_array().unwrap() {
                let attribute = self.dict(attribute);
                for key in [b"Scope".as_slice(), b"ListNumbering"] {
                    if let Ok(value) = attribute.get(key) {
                        let _ = write!(out, " ({})", String::from_utf8_lossy(value.as_name().unwrap()));
                    }
                }
            }
        }
        let mut text = String::new();
        let mut below = Vec::new();
        for kid in self.kids(element) {
            match self.reference(self.dict(kid)) {
                Some(key) => text.push_str(&self.marked[&key]),
                None => below.push(kid),
            }
        }
        if !text.is_empty() {
            let _ = write!(out, " {text}");
        }
        out.push('\n');
        for kid in below {
            self.element(kid, depth + 1, out);
        }
    }

    fn page(&mut self, nr: usize, id: ObjectId) {
        let bytes = self.doc.get_page_content(id);
        let content = Content::decode(&bytes).unwrap();
        let maps = self.maps(id);
        let (mut stack, mut map) = (Vec::<(Option<i64>, Option<String>)>::new(), None);
        let (mut artifacts, mut places) = (Vec::new(), Vec::new());
        let mut at = (0.0, 0.0);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let tag = operation.operands[0].as_name().unwrap();
                    let properties = operation.operands.get(1).and_then(|o| o.as_dict().ok());
                    let id = properties.and_then(|p| p.get(b"MCID").ok()).map(|o| o.as_i64().unwrap());
                    let instead = properties.and_then(|p| p.get(b"ActualText").ok());
                    let instead = instead.map(|o| lopdf::decode_text_string(o).unwrap());
                    assert!(id.is_some() != (tag == b"Artifact"), "marked as both or neither");
                    assert!(stack.is_empty(), "marked contents within each other");
                    if let Some(id) = id {
                        let before = self.marked.insert((nr, id), instead.clone().unwrap_or_default());
                        assert!(before.is_none(), "a number twice on one page");
                    }
                    stack.push((id, instead));
                }
                "EMC" => {
                    stack.pop().unwrap();
                }
                "Tf" => {
                    let name = operation.operands[0].as_name().unwrap();
                    map = Some(&maps[name]);
                }
                "Tm" => {
                    at = (
                        operation.operands[4].as_float().unwrap(),
                        operation.operands[5].as_float().unwrap(),
                    );
                }
                "Tj" | "TJ" => {
                    let mut text = String::new();
                    let parts = match &operation.operands[0] {
                        Object::Array(list) => list.clone(),
                        other => vec![other.clone()],
                    };
                    for part in parts.iter().filter_map(|p| p.as_str().ok()) {
                        for glyph in part.chunks(2) {
                            let glyph = u16::from_be_bytes([glyph[0], glyph[1]]);
                            assert_ne!(glyph, 0, "a glyph that means that there is none");
                            text.push_str(&map.unwrap()[&glyph]);
                        }
                    }
                    places.push((at.0, at.1, text.clone()));
                    match stack.last() {
                        Some((Some(id), None)) => self.marked.get_mut(&(nr, *id)).unwrap().push_str(&text),
                        Some((Some(_), Some(_))) => {}
                        Some((None, _)) => artifacts.push(text),
                        None => self.unmarked += 1,
                    }
                }
                "f" | "F" | "f*" | "S" | "s" | "B" | "b" | "Do" | "sh" if stack.is_empty() => {
                    self.unmarked += 1;
                }
                _ => {}
            }
        }
        assert!(stack.is_empty());
        self.artifacts.push(artifacts);
        self.places.push(places);
    }

    /// By the name of a font what each glyph says, from its `ToUnicode` alone.
    fn maps(&self, page: ObjectId) -> BTreeMap<Vec<u8>, BTreeMap<u16, String>> {
        let fonts = self.doc.get_page_fonts(page).unwrap();
        let mut out = BTreeMap::new();
        for (name, font) in fonts {
            let stream =
                self.doc.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1.as_stream().unwrap();
            let text = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
            let mut map = BTreeMap::new();
            let mut within = false;
            for line in text.lines() {
                match line {
                    _ if line.ends_with("beginbfchar") => within = true,
                    "endbfchar" => within = false,
                    _ if within => {
                        let hex: Vec<&str> = line.split(['<', '>', ' ']).filter(|p| !p.is_empty()).collect();
                        let units: Vec<u16> = (0..hex[1].len() / 4)
                            .map(|n| u16::from_str_radix(&hex[1][n * 4..n * 4 + 4], 16).unwrap())
                            .collect();
                        let glyph = u16::from_str_radix(hex[0], 16).unwrap();
                        map.insert(glyph, String::from_utf16(&units).unwrap());
                    }
                    _ => {}
                }
            }
            out.insert(name, map);
        }
        out
    }
}
