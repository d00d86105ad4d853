//! Which name was meant.

/// In how many letters two names differ: left out, put in, changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let changed = get(&row, j) + usize::from(x != *y);
            next.push(changed.min(get(&row, j + 1) + 1).min(get(&next, j) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The name nearest to what was written, when it is near enough to have been meant.
pub(super) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = written.to_lowercase();
    let near = names.into_iter().map(|name| (distance(&lower, &name.to_lowercase()), name)).min()?;
    (near.0 <= 1 + written.chars().count() / 4).then(|| near.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_differ() {
        for (a, b, many) in
            [("", "", 0), ("", "abc", 3), ("ggz", "ggz", 0), ("gz", "ggz", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!((distance(a, b), distance(b, a)), (many, many), "{a} {b}");
        }
        assert_eq!(nearest("toegan", ["jaren", "toegang"]), Some("toegang".to_owned()));
        assert_eq!(nearest("GGZ", ["ggz", "crisis"]), Some("ggz".to_owned()));
        assert_eq!(nearest("iets anders", ["jaren", "toegang"]), None);
        assert_eq!(nearest("x", []), None);
    }
}
