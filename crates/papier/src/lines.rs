//! Breaking text into lines.

use crate::Run;
use crate::face::{clean, weight};

/// A stretch of a line in one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) strong: bool,
}

/// A line: its pieces from left to right. But for the last line of a text, and where a word had to be cut, a line ends in the
/// space that parts it from the next, so that who listens hears two words.
pub(crate) type Line = Vec<Piece>;

/// A letter, and whether it stands out.
type Letter = (char, bool);

/// Breaks text into lines of a width.
pub(crate) fn lines(runs: &[Run], width: f32, size: f32, bold: bool) -> Vec<Line> {
    let letters: Vec<Letter> = runs
        .iter()
        .flat_map(|run| clean(&run.text).chars().map(|c| (c, run.strong || bold)).collect::<Vec<_>>())
        .collect();
    let mut out = Vec::new();
    let mut parts = letters.split(|(c, _)| *c == '\n').peekable();
    while let Some(part) = parts.next() {
        let mut broken = wrap(part, width, size);
        if broken.is_empty() && parts.peek().is_some() && !out.is_empty() {
            // An empty line within a text.
            broken.push(Vec::new());
        }
        if let (Some(last), true) = (broken.last_mut(), parts.peek().is_some())
            && !last.is_empty()
        {
            last.push((' ', last.last().is_some_and(|l| l.1)));
        }
        out.extend(broken.iter().map(|line| pieces(line)));
    }
    while out.last().is_some_and(Vec::is_empty) {
        out.pop();
    }
    out
}

fn pieces(letters: &[Letter]) -> Line {
    let mut out: Line = Vec::new();
    for (c, strong) in letters {
        match out.last_mut() {
            Some(piece) if piece.strong == *strong => piece.text.push(*c),
            _ => out.push(Piece { text: c.to_string(), strong: *strong }),
        }
    }
    out
}

/// How wide some letters are.
pub(crate) fn width_of(line: &[Piece], size: f32) -> f32 {
    line.iter().map(|piece| weight(piece.strong).width(&piece.text, size)).sum()
}

fn wide(letters: &[Letter], size: f32) -> f32 {
    width_of(&pieces(letters), size)
}

/// Words, each with the space behind it. After a hyphen or a stroke between letters a line may be broken too.
fn words(letters: &[Letter]) -> Vec<&[Letter]> {
    let mut out = Vec::new();
    let mut begin = 0;
    for (at, (c, _)) in letters.iter().enumerate() {
        let next = letters.get(at + 1).map(|l| l.0);
        let before = at.checked_sub(1).and_then(|b| letters.get(b)).map(|l| l.0);
        let ends = match c {
            ' ' => next != Some(' '),
            '-' | '/' | '\u{2013}' | '\u{2014}' => {
                before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic)
            }
            _ => next.is_none(),
        };
        if ends && let Some(word) = letters.get(begin..=at) {
            out.push(word);
            begin = at + 1;
        }
    }
    out.extend(letters.get(begin..).filter(|rest| !rest.is_empty()));
    out
}

fn without_space(word: &[Letter]) -> &[Letter] {
    let end = word.iter().rposition(|(c, _)| *c != ' ').map_or(0, |last| last + 1);
    word.get(..end).unwrap_or_default()
}

fn wrap(letters: &[Letter], width: f32, size: f32) -> Vec<Vec<Letter>> {
    let mut out: Vec<Vec<Letter>> = Vec::new();
    let mut line: Vec<Letter> = Vec::new();
    let mut taken = 0.0;
    for word in words(letters) {
        let bare = without_space(word);
        let own = wide(bare, size);
        if taken + own <= width || bare.is_empty() {
            line.extend(word);
            taken += if bare.len() == word.len() { own } else { wide(word, size) };
            continue;
        }
        if !line.is_empty() {
            out.push(std::mem::take(&mut line));
        }
        if own <= width {
            line.extend(word);
            taken = wide(word, size);
            continue;
        }
        // A word that is wider than a line is cut: nothing is ever lost at an edge.
        for letter in word {
            line.push(*letter);
            if letter.0 != ' ' && line.len() > 1 && wide(&line, size) > width {
                line.pop();
                out.push(std::mem::replace(&mut line, vec![*letter]));
            }
        }
        taken = wide(&line, size);
    }
    if !without_space(&line).is_empty() {
        line.truncate(without_space(&line).len());
        out.push(line);
    } else if let Some(last) = out.last_mut() {
        last.truncate(without_space(last).len());
    }
    for broken in &mut out {
        // One space is enough to part two words.
        let text = without_space(broken).len();
        broken.truncate(text + 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<String> {
        let lines = lines(&[Run::plain(text)], width, 11.0, false);
        lines.iter().map(|line| line.iter().map(|p| p.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_join_to_the_text() {
        let text = "De zorgverlener komt elke week langs, op dinsdag of donderdag; u kiest zelf het moment dat past.";
        for width in [40.0, 80.0, 120.0, 400.0] {
            let lines = broken(text, width);
            assert_eq!(lines.concat(), text, "at {width}");
            for line in &lines {
                assert!(weight(false).width(line.trim_end(), 11.0) <= width + 0.01, "{line}");
            }
        }
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_whole() {
        let word = "a".repeat(300);
        let lines = broken(&format!("kort {word} kort"), 100.0);
        assert!(lines.len() > 10);
        assert_eq!(lines.concat(), format!("kort {word} kort"));
    }

    #[test]
    fn breaks_that_were_typed_are_kept() {
        assert_eq!(broken("een\ntwee\n\nvier\n", 400.0), ["een ", "twee ", "", "vier "]);
        assert_eq!(broken("", 400.0), Vec::<String>::new());
        assert_eq!(broken("  ", 400.0), Vec::<String>::new());
    }

    #[test]
    fn a_day_stays_with_its_month() {
        let lines = broken("Wij zien u op 3\u{a0}maart 2026", 95.0);
        assert!(lines.iter().any(|line| line.contains("3\u{a0}maart")), "{lines:?}");
    }
}
