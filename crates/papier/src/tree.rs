//! The structure of a document, as it is read: what is a heading, a list, a cell.

/// What a part is to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Heading(u8, String),
    P,
    Quote,
    Strong,
    List {
        numbered: bool,
    },
    Item,
    Label,
    Body,
    Table,
    Head,
    Rows,
    Row,
    /// Names its column.
    ColumnHeader,
    /// Names its row.
    RowHeader,
    Cell,
}

/// Something below a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kid {
    /// Another part.
    Node(usize),
    /// A text: page, and place among the texts of the page.
    Text(usize, usize),
}

/// A part.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<usize>,
    pub(crate) kids: Vec<Kid>,
}

/// All parts; the first is the document.
#[derive(Clone, Debug)]
pub(crate) struct Tree(Vec<Node>);

impl Tree {
    pub(crate) fn new() -> Self {
        Self(vec![Node { role: Role::Document, parent: None, kids: Vec::new() }])
    }

    /// Adds a part below another.
    pub(crate) fn add(&mut self, parent: usize, role: Role) -> usize {
        let id = self.0.len();
        self.0.push(Node { role, parent: Some(parent), kids: Vec::new() });
        self.hang(parent, Kid::Node(id));
        id
    }

    pub(crate) fn hang(&mut self, parent: usize, kid: Kid) {
        if let Some(node) = self.0.get_mut(parent) {
            node.kids.push(kid);
        }
    }

    pub(crate) fn nodes(&self) -> &[Node] {
        &self.0
    }
}
