//! The tree of a document as objects of the file.

use pdf_writer::types::{ListNumbering, StructRole, TableHeaderScope};
use pdf_writer::{Finish as _, Name, Pdf, Ref, TextStr};

use super::{Numbers, Sheet};
use crate::tree::{Kid, Node, Role, Tree};

/// What the root of the tree has to know.
pub(super) struct Elements {
    pub(super) document: Ref,
    /// Of each page the list of whose part each marked content is.
    pub(super) of_pages: Vec<Ref>,
}

const fn role(role: &Role) -> Option<StructRole> {
    Some(match role {
        Role::Document => StructRole::Document,
        Role::Heading(1, _) => StructRole::H1,
        Role::Heading(2, _) => StructRole::H2,
        Role::Heading(3, _) => StructRole::H3,
        Role::Heading(4, _) => StructRole::H4,
        Role::Heading(5, _) => StructRole::H5,
        Role::Heading(..) => StructRole::H6,
        Role::P => StructRole::P,
        Role::Quote => StructRole::BlockQuote,
        Role::List { .. } => StructRole::L,
        Role::Item => StructRole::LI,
        Role::Label => StructRole::Lbl,
        Role::Body => StructRole::LBody,
        Role::Table => StructRole::Table,
        Role::Head => StructRole::THead,
        Role::Rows => StructRole::TBody,
        Role::Row => StructRole::TR,
        Role::ColumnHeader | Role::RowHeader => StructRole::TH,
        Role::Cell => StructRole::TD,
        // Of ours, mapped to a span.
        Role::Strong => return None,
    })
}

pub(super) fn elements(pdf: &mut Pdf, numbers: &mut Numbers, tree: &Tree, sheets: &[Sheet]) -> Elements {
    let refs: Vec<Ref> = tree.nodes().iter().map(|_| numbers.next()).collect();
    let root = refs.first().copied().unwrap_or_else(|| numbers.next());
    // The root of the tree stands in the catalogue, which is the first object.
    let top = Ref::new(1);
    let mut owners: Vec<Vec<Ref>> =
        sheets.iter().map(|sheet| vec![root; sheet.marked.iter().map(Vec::len).sum()]).collect();
    for (node, own) in tree.nodes().iter().zip(&refs) {
        let parent = node.parent.and_then(|p| refs.get(p)).copied().unwrap_or(top);
        element(pdf, node, (*own, parent), &refs, sheets);
        for kid in &node.kids {
            let Kid::Text(page, text) = kid else { continue };
            for id in marked(sheets, *page, *text) {
                let place = usize::try_from(*id).ok().and_then(|id| owners.get_mut(*page)?.get_mut(id));
                if let Some(place) = place {
                    *place = *own;
                }
            }
        }
    }
    let of_pages = owners
        .iter()
        .map(|list| {
            let id = numbers.next();
            pdf.indirect(id).array().items(list.iter().copied());
            id
        })
        .collect();
    Elements { document: root, of_pages }
}

fn marked(sheets: &[Sheet], page: usize, text: usize) -> &[i32] {
    sheets.get(page).and_then(|sheet| sheet.marked.get(text)).map_or(&[], Vec::as_slice)
}

fn element(pdf: &mut Pdf, node: &Node, (own, parent): (Ref, Ref), refs: &[Ref], sheets: &[Sheet]) {
    let mut element = pdf.struct_element(own);
    match role(&node.role) {
        Some(role) => element.kind(role),
        None => element.custom_kind(Name(b"Strong")),
    };
    element.parent(parent);
    match &node.role {
        Role::Heading(_, title) => {
            element.title(TextStr(title));
        }
        Role::List { numbered } => {
            let how = if *numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
            element.attributes().push().list().list_numbering(how);
        }
        Role::ColumnHeader | Role::RowHeader => {
            let column = node.role == Role::ColumnHeader;
            let scope = if column { TableHeaderScope::Column } else { TableHeaderScope::Row };
            element.attributes().push().table().scope(scope);
        }
        _ => {}
    }
    let mut children = element.children();
    for kid in &node.kids {
        match kid {
            Kid::Node(child) => {
                if let Some(child) = refs.get(*child) {
                    children.struct_element(*child);
                }
            }
            Kid::Text(page, text) => {
                let Some(sheet) = sheets.get(*page) else { continue };
                for id in marked(sheets, *page, *text) {
                    children.marked_content_ref().page(sheet.page).marked_content_id(*id);
                }
            }
        }
    }
    children.finish();
    element.finish();
}
