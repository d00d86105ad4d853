//! What a file says of itself, and its bookmarks.

use jiff::tz::TimeZone;
use pdf_writer::{Date, Finish as _, Pdf, Ref, TextStr};
use xmp_writer::{DateTime, LangId, Timezone, XmpWriter};

use super::{Numbers, Sheet};
use crate::Document;
use crate::place::{HEIGHT, LEFT, Mark};

/// What made the file.
const PROGRAM: &str = "Leerloop";

/// Parts of a moment that are never out of their bounds.
fn small(number: i8) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

pub(super) fn info(pdf: &mut Pdf, id: Ref, document: &Document) {
    let made = document.made.to_zoned(TimeZone::UTC);
    let date = Date::new(u16::try_from(made.year()).unwrap_or_default())
        .month(small(made.month()))
        .day(small(made.day()))
        .hour(small(made.hour()))
        .minute(small(made.minute()))
        .second(small(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    pdf.document_info(id)
        .title(TextStr(&document.title))
        .author(TextStr(&document.author))
        .creator(TextStr(PROGRAM))
        .producer(TextStr(PROGRAM))
        .creation_date(date);
}

/// The same once more, in the form that archives read, with the standard that the file follows.
pub(super) fn xmp(document: &Document) -> String {
    let made = document.made.to_zoned(TimeZone::UTC);
    let mut xmp = XmpWriter::new();
    xmp.title([(None, document.title.as_str())]);
    xmp.creator([document.author.as_str()]);
    xmp.language([LangId(&document.lang)]);
    xmp.format("application/pdf");
    xmp.creator_tool(PROGRAM);
    xmp.producer(PROGRAM);
    xmp.create_date(DateTime {
        year: u16::try_from(made.year()).unwrap_or_default(),
        month: Some(small(made.month())),
        day: Some(small(made.day())),
        hour: Some(small(made.hour())),
        minute: Some(small(made.minute())),
        second: Some(small(made.second())),
        timezone: Some(Timezone::Utc),
    });
    xmp.pdfua_part(1);
    xmp.finish(None)
}

/// A bookmark and those below it.
struct Item<'a> {
    mark: &'a Mark,
    id: Ref,
    kids: Vec<Item<'a>>,
}

/// Writes the bookmarks: one for each heading, those of a lower level below it.
pub(super) fn outline(pdf: &mut Pdf, numbers: &mut Numbers, marks: &[Mark], sheets: &[Sheet]) -> Option<Ref> {
    if marks.is_empty() {
        return None;
    }
    let root = numbers.next();
    let items = nest(marks, numbers);
    let count = write(pdf, &items, root, sheets);
    let mut outline = pdf.outline(root);
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        outline.first(first.id).last(last.id).count(count);
    }
    outline.finish();
    Some(root)
}

fn nest<'a>(marks: &'a [Mark], numbers: &mut Numbers) -> Vec<Item<'a>> {
    let mut out = Vec::new();
    let mut rest = marks;
    while let Some((mark, later)) = rest.split_first() {
        let below = later.iter().take_while(|m| m.level > mark.level).count();
        let (kids, next) = later.split_at(below);
        let id = numbers.next();
        out.push(Item { mark, id, kids: nest(kids, numbers) });
        rest = next;
    }
    out
}

/// Writes bookmarks and gives how many there are, with those below them.
fn write(pdf: &mut Pdf, items: &[Item<'_>], parent: Ref, sheets: &[Sheet]) -> i32 {
    let mut all = 0;
    for (nr, item) in items.iter().enumerate() {
        let below = write(pdf, &item.kids, item.id, sheets);
        let mut out = pdf.outline_item(item.id);
        out.title(TextStr(&item.mark.text)).parent(parent);
        if let Some(before) = nr.checked_sub(1).and_then(|b| items.get(b)) {
            out.prev(before.id);
        }
        if let Some(after) = items.get(nr + 1) {
            out.next(after.id);
        }
        if let (Some(first), Some(last)) = (item.kids.first(), item.kids.last()) {
            out.first(first.id).last(last.id).count(below);
        }
        if let Some(sheet) = sheets.get(item.mark.page) {
            out.dest().page(sheet.page).xyz(LEFT, HEIGHT - item.mark.y, None);
        }
        out.finish();
        all += below + 1;
    }
    all
}
