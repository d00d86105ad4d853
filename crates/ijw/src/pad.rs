//! Where something stands in a message.

/// The elements that are open, from the root on.
#[derive(Debug, Clone)]
pub(crate) struct Pad(Vec<Stap>);

#[derive(Debug, Clone, Copy)]
struct Stap {
    naam: &'static str,
    /// Which of its siblings of the same name it is, counted from 1; 0 when there are none.
    nummer: usize,
}

impl Pad {
    /// At the root.
    pub(crate) fn wortel() -> Self {
        Self(vec![Stap { naam: "Bericht", nummer: 0 }])
    }

    /// An element opens that has no siblings of its name.
    #[inline]
    pub(crate) fn binnen(&mut self, naam: &'static str) {
        self.0.push(Stap { naam, nummer: 0 });
    }

    /// An element of a list opens; its place counts from 0.
    #[inline]
    pub(crate) fn binnen_nummer(&mut self, naam: &'static str, plaats: usize, aantal: usize) {
        self.0.push(Stap { naam, nummer: nummer(plaats, aantal) });
    }

    /// The element closes that opened last.
    #[inline]
    pub(crate) fn buiten(&mut self) {
        self.0.pop();
    }
}

impl std::fmt::Display for Pad {
    /// A path of local names, such as `/Bericht/Client/Contactgegevens/Contact[2]`. The number is there only when there are
    /// more elements of that name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for stap in &self.0 {
            write!(f, "/{}", stap.naam)?;
            if stap.nummer > 0 {
                write!(f, "[{}]", stap.nummer)?;
            }
        }
        Ok(())
    }
}

const fn nummer(plaats: usize, aantal: usize) -> usize {
    if aantal > 1 { plaats + 1 } else { 0 }
}

/// A step to an element of a list: its name, and its number when there are more.
pub(crate) fn stap(naam: &str, plaats: usize, aantal: usize) -> String {
    match nummer(plaats, aantal) {
        0 => naam.to_owned(),
        nummer => format!("{naam}[{nummer}]"),
    }
}
