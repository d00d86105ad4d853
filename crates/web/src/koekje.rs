//! Cookies: one for the session, one from before the session, one for the language.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The language that was chosen.
pub(crate) const TAAL: &str = "taal";

/// The name of the session cookie. Behind https the prefix makes the browser refuse it from a neighbouring host.
pub(crate) const fn session_name(https: bool) -> &'static str {
    if https { "__Host-leerloop" } else { "leerloop" }
}

/// The cookie that binds an attempt at signing in to the browser that began it.
pub(crate) const fn poging_name(https: bool) -> &'static str {
    if https { "__Host-leerloop-poging" } else { "leerloop-poging" }
}

/// The cookie that remembers at which provider one signed in: its name in the settings, for signing out there too.
pub(crate) const fn aanmelder_name(https: bool) -> &'static str {
    if https { "__Host-leerloop-bij" } else { "leerloop-bij" }
}

/// The name of the cookie that ties a form to a browser before anyone signs in.
pub(crate) const fn vooraf_name(https: bool) -> &'static str {
    if https { "__Host-leerloop-vooraf" } else { "leerloop-vooraf" }
}

/// Bytes as a value that can stand in a cookie.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The value of a cookie of a request.
pub(crate) fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// A `Set-Cookie` line for the whole site. `None` when the value cannot stand in one.
pub(crate) fn set(name: &str, value: &str, https: bool, seconds: Option<u32>) -> Option<HeaderValue> {
    let sound = value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'='));
    let secure = if https { "; Secure" } else { "" };
    let age = seconds.map(|s| format!("; Max-Age={s}")).unwrap_or_default();
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    sound.then(|| HeaderValue::from_str(&line).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_of_many() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("a=1; leerloop=abc"));
        headers.append(COOKIE, HeaderValue::from_static("taal=en"));
        assert_eq!(read(&headers, "leerloop"), Some("abc"));
        assert_eq!(read(&headers, TAAL), Some("en"));
        assert_eq!(read(&headers, "loop"), None);
    }

    #[test]
    fn sets_with_all_guards() {
        let line = set(session_name(true), "abc", true, None).unwrap();
        assert_eq!(line, "__Host-leerloop=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(
            set("taal", "en", false, Some(60)).unwrap(),
            "taal=en; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"
        );
        assert_eq!(set("x", "a; Domain=evil", false, None), None);
    }
}
