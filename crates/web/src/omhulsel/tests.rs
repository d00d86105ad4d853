//! A handler that stops half-way still gives a page, with the number that is in the log.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use register::{Opslag, Register};
use stelsel::VasteKlok;
use tower::ServiceExt;

use super::*;
use crate::Toestand;

async fn broken() -> Response {
    panic!("with something that must not be shown")
}

#[test]
fn a_panic_becomes_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let klok = Arc::new(VasteKlok::new("2026-04-10T09:00:00Z".parse().unwrap()));
    let register = Register::open(&Opslag::Map(folder.path().into()), klok.clone()).unwrap();
    let staat = Staat {
        toestand: Toestand {
            register,
            klok,
            https: false,
            sleutel: None,
            aanmelders: crate::oidc::Aanmelders::default(),
            cijfers: crate::Cijfers::none(),
            bevolking: None,
        },
        begin: 12_345,
        fouten: Arc::default(),
        rem: Arc::default(),
        drukte: Arc::default(),
        bevolking: Arc::new(crate::bevolking::Bevolkingskast::new(None)),
        proeven: Arc::default(),
    };
    let router: Router = Router::new().route("/", get(broken)).layer(from_fn_with_state(staat, omhul));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let (status, headers, body) = runtime.block_on(async {
        let response = router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        (parts.status, parts.headers, to_bytes(body, 100_000).await.unwrap())
    });
    let body = String::from_utf8(body.to_vec()).unwrap();
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(body.contains("Er ging iets mis bij ons") && body.contains("2345.1"), "{body}");
    assert!(!body.contains("must not be shown"));
    assert!(headers.contains_key(CONTENT_SECURITY_POLICY));
}
