//! What a message says about one thing: the lines about one allocation, or about one request.

use std::collections::HashMap;

use ijw::{Bericht as Ijw, Veld};

/// The elements that are about one thing each.
const STUKKEN: [&str; 8] = [
    "ToegewezenProduct",
    "StartProduct",
    "StopProduct",
    "AangevraagdProduct",
    "Verzoek",
    "Antwoord",
    "Prestatie",
    "RetourCodes",
];

/// One of those elements with what is in it.
struct Stuk {
    naam: &'static str,
    /// The path of local names from the root, as in the findings.
    pad: String,
    velden: Vec<Veld>,
}

/// What a message says about an allocation, and the paths of the elements that name it. When none names it, everything that
/// is about one thing is given, and no path.
pub(crate) fn about(bericht: &Ijw, nummer: i64) -> (Vec<Veld>, Vec<String>) {
    let pieces = pieces(bericht);
    let wanted = nummer.to_string();
    let names = |piece: &Stuk| {
        piece
            .velden
            .iter()
            .any(|veld| veld.naam == "ToewijzingNummer" && veld.waarde.as_deref() == Some(&wanted))
    };
    let has_number = |piece: &Stuk| piece.velden.iter().any(|veld| veld.naam == "ToewijzingNummer");
    let paths: Vec<String> =
        pieces.iter().filter(|piece| names(piece)).map(|piece| piece.pad.clone()).collect();
    let fields = pieces
        .into_iter()
        .filter(|piece| names(piece) || (!has_number(piece) && concerns(&piece.pad, &paths)))
        .flat_map(|piece| piece.velden)
        .collect();
    (fields, paths)
}

/// What is asked for in a request: the numbered product of a JW315, or the whole of a JW317.
pub(crate) fn asked(bericht: &Ijw, volgnr: i64) -> Vec<Veld> {
    let mut pieces =
        pieces(bericht).into_iter().filter(|piece| matches!(piece.naam, "AangevraagdProduct" | "Verzoek"));
    let place = usize::try_from(volgnr - 1).unwrap_or_default();
    pieces.nth(place).map(|piece| piece.velden).unwrap_or_default()
}

/// Whether what stands at a path is about one of these elements, or about the message as a whole: it does not lie within
/// another client or another line. When there are none of these elements, everything is about the message as a whole.
pub(crate) fn concerns(pad: &str, onder: &[String]) -> bool {
    let own = |prefix: &str| {
        onder
            .iter()
            .any(|of| of.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    let mut end = 0;
    onder.is_empty()
        || pad.split('/').skip(1).all(|step| {
            end += 1 + step.len();
            let name = step.split('[').next().unwrap_or_default();
            let one_of_many = name == "Client" || (STUKKEN.contains(&name) && name != "RetourCodes");
            !one_of_many || own(pad.get(..end).unwrap_or_default())
        })
}

fn pieces(bericht: &Ijw) -> Vec<Stuk> {
    let velden = bericht.velden();
    let paths = paths(&velden);
    let mut pieces = Vec::new();
    let mut rest = velden.into_iter().zip(paths).peekable();
    while let Some((veld, pad)) = rest.next() {
        if !STUKKEN.contains(&veld.naam) {
            continue;
        }
        let (naam, diepte) = (veld.naam, veld.diepte);
        let mut velden = vec![veld];
        while let Some((inner, _)) = rest.next_if(|(next, _)| next.diepte > diepte) {
            velden.push(inner);
        }
        for veld in &mut velden {
            veld.diepte -= diepte;
        }
        pieces.push(Stuk { naam, pad, velden });
    }
    pieces
}

/// The path of every element; a number is there only among siblings of the same name.
fn paths(velden: &[Veld]) -> Vec<String> {
    // The place of the element around each, and how many children of a name an element has.
    let mut around: Vec<Option<usize>> = Vec::with_capacity(velden.len());
    let mut open: Vec<usize> = Vec::new();
    let mut children: HashMap<(Option<usize>, &str), usize> = HashMap::new();
    for (place, veld) in velden.iter().enumerate() {
        open.truncate(usize::from(veld.diepte));
        let parent = open.last().copied();
        around.push(parent);
        *children.entry((parent, veld.naam)).or_default() += 1;
        open.push(place);
    }
    let mut seen: HashMap<(Option<usize>, &str), usize> = HashMap::new();
    let mut paths: Vec<String> = Vec::with_capacity(velden.len());
    for (veld, parent) in velden.iter().zip(around) {
        let key = (parent, veld.naam);
        let number = seen.entry(key).or_default();
        *number += 1;
        let before = parent.and_then(|place| paths.get(place)).map_or("/Bericht", String::as_str);
        let path = if children.get(&key).is_some_and(|all| *all > 1) {
            format!("{before}/{}[{number}]", veld.naam)
        } else {
            format!("{before}/{}", veld.naam)
        };
        paths.push(path);
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = include_str!("../../../ijw/tests/goud/jw323-TR416-dubbel-debet.xml");

    #[test]
    fn only_the_lines_about_an_allocation_are_given() {
        let bericht = ijw::lees(XML.as_bytes()).unwrap();
        let (fields, paths) = about(&bericht, 1001);
        assert_eq!(
            paths,
            [
                "/Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie[1]",
                "/Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie[2]"
            ]
        );
        assert!(fields.iter().any(|veld| veld.naam == "GeleverdVolume"));
        assert!(!fields.iter().any(|veld| veld.naam == "Bsn"));
        let (none, paths) = about(&bericht, 9999);
        assert!(none.is_empty() && paths.is_empty());
    }

    #[test]
    fn a_finding_about_another_line_is_left_out() {
        let own = vec!["/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie".to_owned()];
        assert!(concerns("/Bericht/Header", &own));
        assert!(concerns("/Bericht/Declaratie", &own));
        assert!(concerns("/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie", &own));
        assert!(!concerns("/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie", &own));
        assert!(!concerns("/Bericht/Declaratie/Clienten/Client[2]", &own));
        assert!(!concerns("/Bericht/Declaratie/Clienten/Client[2]/Bsn", &own));
        assert!(!concerns("/Bericht/Declaratie/Clienten/Client[11]/Bsn", &own));
        assert!(concerns("/Bericht/Declaratie/Clienten/Client[1]", &own));
        assert!(concerns("/Bericht/Declaratie/Clienten/Client[1]/Bsn", &own));
    }
}
