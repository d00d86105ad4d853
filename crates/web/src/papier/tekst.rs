//! The text of a letter as it is typed: paragraphs, `##` headings, `-` lists, `>` somebody's own words, `**` words that stand out.

use papier::{Block, Run};

/// What a typed text says, as blocks.
pub(super) fn blokken(text: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        let bare = line.trim_start();
        if bare.is_empty() {
            close(&mut open, &mut out);
        } else if let Some(heading) = bare.strip_prefix('#') {
            close(&mut open, &mut out);
            let heading = heading.trim_start_matches('#').trim();
            if !heading.is_empty() {
                out.push(Block::Heading(2, heading.replace("**", "")));
            }
        } else if let Some(item) = bare.strip_prefix("- ") {
            close(&mut open, &mut out);
            match out.last_mut() {
                Some(Block::List { items, .. }) => items.push(stukken(item)),
                _ => out.push(Block::List { numbered: false, items: vec![stukken(item)] }),
            }
        } else if let Some(words) = bare.strip_prefix("> ") {
            close(&mut open, &mut out);
            out.push(Block::Quote(stukken(words)));
        } else {
            open.push(bare.to_owned());
        }
    }
    close(&mut open, &mut out);
    out
}

fn close(open: &mut Vec<String>, out: &mut Vec<Block>) {
    if !open.is_empty() {
        out.push(Block::Text(stukken(&open.join("\n"))));
        open.clear();
    }
}

/// Words between two pairs of stars stand out; a pair without a mate is what it is.
fn stukken(text: &str) -> Vec<Run> {
    let parts: Vec<&str> = text.split("**").collect();
    if parts.len().is_multiple_of(2) {
        return vec![Run::plain(text)];
    }
    let run = |(nr, part): (usize, &str)| Run { text: part.to_owned(), strong: nr % 2 == 1 };
    parts.into_iter().enumerate().map(run).filter(|run| !run.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_blocks() {
        let text = "Beste familie,\r\n\r\nEen regel\nen nog een.\n## Kop\n- een\n- **twee** en drie\n\n> eigen woorden\n#\nslot";
        assert_eq!(
            blokken(text),
            [
                Block::text("Beste familie,"),
                Block::text("Een regel\nen nog een."),
                Block::Heading(2, "Kop".into()),
                Block::List {
                    numbered: false,
                    items: vec![vec![Run::plain("een")], vec![Run::strong("twee"), Run::plain(" en drie")]],
                },
                Block::Quote(vec![Run::plain("eigen woorden")]),
                Block::text("slot"),
            ]
        );
    }

    #[test]
    fn nothing_that_is_typed_gets_lost() {
        assert_eq!(stukken("2 ** 3"), [Run::plain("2 ** 3")]);
        assert_eq!(stukken("a **b** c"), [Run::plain("a "), Run::strong("b"), Run::plain(" c")]);
        assert_eq!(blokken("-3 graden"), [Block::text("-3 graden")]);
        assert!(blokken(" \n\n").is_empty());
    }
}
