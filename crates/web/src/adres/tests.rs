//! Addresses as text, and text as addresses.

use super::*;

#[test]
fn addresses_read_back() {
    let pad = Pad::Wijk(Wijkcode::parse("WK075801").unwrap());
    assert_eq!(pad.to_string(), "/wijk/WK075801");
    assert_eq!(Pad::Start.to_string(), "/");
    assert!(Pad::Stijl.to_string().starts_with("/stijl/leerloop-"));
    assert_eq!(
        Pad::Gezinnen.met(&[("zoek", Some("de Wit & co")), ("wijk", None), ("na", Some(""))]),
        "/gezinnen?zoek=de%20Wit%20%26%20co"
    );
}

#[test]
fn two_values_read_back_in_one_way() {
    let gemeente = Gemeentecode::parse("0758").unwrap();
    assert_eq!(Pad::Gesprek(gemeente, 300_201).to_string(), "/toewijzingen/0758/300201");
    assert_eq!(<(Gemeentecode, i64)>::lees("0758/300201"), Some((gemeente, 300_201)));
    for other in
        ["0758", "0758/", "0758/+1", "0758/-1", "0758/01", "758/1", "0758/1/2", "0758/99999999999999999999"]
    {
        assert_eq!(<(Gemeentecode, i64)>::lees(other), None, "{other}");
    }
}

#[test]
fn only_own_paths_are_kept() {
    for own in ["/", "/regio", "/gezinnen?zoek=a%20b&wacht=ja"] {
        assert_eq!(own_path(own), Some(own));
    }
    for foreign in
        ["", "regio", "//evil.nl", "/\\evil.nl", "https://evil.nl", "/a\r\nSet-Cookie: x", "/a b", "/é"]
    {
        assert_eq!(own_path(foreign), None, "{foreign:?}");
    }
    assert_eq!(own_path(&format!("/{}", "a".repeat(3_000))), None);
}
