//! Whether a form was sent from one of our own pages.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// Browsers tell where a form came from; `Sec-Fetch-Site` is decisive, older ones only send `Origin`. Of a client that
/// sends neither, the proof in the form decides ([`crate::bewijs`]), as it does for all.
pub(crate) fn is_own(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let host = headers.get(HOST).and_then(|h| h.to_str().ok());
    let origin = origin.to_str().ok().and_then(|o| o.split_once("://")).map(|(_, authority)| authority);
    origin.is_some() && origin == host
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderName, HeaderValue};

    fn with(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|(k, v)| (HeaderName::from_static(k), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn knows_its_own_forms() {
        assert!(is_own(&with(&[])));
        assert!(is_own(&with(&[("sec-fetch-site", "same-origin"), ("origin", "null")])));
        assert!(is_own(&with(&[("host", "leerloop.nl:8080"), ("origin", "http://leerloop.nl:8080")])));
    }

    #[test]
    fn refuses_what_comes_from_elsewhere() {
        for lines in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site"), ("host", "a"), ("origin", "http://a")][..],
            &[("host", "leerloop.nl"), ("origin", "http://evil.nl")][..],
            &[("host", "leerloop.nl"), ("origin", "null")][..],
            &[("origin", "http://leerloop.nl")][..],
        ] {
            assert!(!is_own(&with(lines)), "{lines:?}");
        }
    }
}
