//! Requests to a provider: over TLS, bounded in time and size, without following redirects.

use std::time::Duration;

use openidconnect::http::header::CONTENT_TYPE;
use openidconnect::http::{Method, Request, Response};
use openidconnect::url::Url;
use openidconnect::{HttpRequest, HttpResponse, SyncHttpClient};
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use super::instelling::is_safe;

/// More than any discovery document, key set or token holds.
const MAX_ANTWOORD: u64 = 256 * 1024;

/// Why a request failed. Holds nothing of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct Storing(pub(super) &'static str);

/// The way to one provider.
pub(super) struct Verkeer {
    agent: Agent,
    /// A provider on this very machine may be spoken to without TLS.
    lokaal: bool,
}

impl Verkeer {
    /// `None` when the certificates cannot be read.
    pub(super) fn new(lokaal: bool, geduld: Duration, wortels: Option<&[u8]>) -> Option<Self> {
        let mut tls = TlsConfig::builder();
        if let Some(pem) = wortels {
            tls = tls.root_certs(RootCerts::new_with_certs(&certificates(pem)?));
        }
        let mut config = Agent::config_builder()
            .https_only(!lokaal)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(geduld))
            .tls_config(tls.build());
        if lokaal {
            config = config.proxy(None);
        }
        Some(Self { agent: config.build().into(), lokaal })
    }

    /// Whether an address that the provider named may be used.
    pub(super) fn accepts(&self, url: &Url) -> bool {
        is_safe(url, self.lokaal)
    }
}

fn certificates(pem: &[u8]) -> Option<Vec<Certificate<'static>>> {
    let mut found = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item.ok()? {
            found.push(certificate);
        }
    }
    (!found.is_empty()).then_some(found)
}

impl SyncHttpClient for Verkeer {
    type Error = Storing;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, Storing> {
        let url = Url::parse(&request.uri().to_string()).map_err(|_| Storing("not an address"))?;
        if !self.accepts(&url) {
            return Err(Storing("an address without TLS"));
        }
        let (parts, body) = request.into_parts();
        let mut answer = if parts.method == Method::GET {
            self.agent.run(Request::from_parts(parts, ()))
        } else {
            self.agent.run(Request::from_parts(parts, body))
        }
        .map_err(|error| reason(&error))?;
        let body = answer.body_mut().with_config().limit(MAX_ANTWOORD).read_to_vec();
        let mut response = Response::new(body.map_err(|error| reason(&error))?);
        *response.status_mut() = answer.status();
        if let Some(kind) = answer.headers().get(CONTENT_TYPE) {
            response.headers_mut().insert(CONTENT_TYPE, kind.clone());
        }
        Ok(response)
    }
}

fn reason(error: &ureq::Error) -> Storing {
    Storing(match error {
        ureq::Error::Timeout(_) => "no answer in time",
        ureq::Error::BodyExceedsLimit(_) => "the answer is too large",
        ureq::Error::HostNotFound => "the host is not known",
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => "the TLS connection was refused",
        ureq::Error::ConnectionFailed | ureq::Error::Io(_) => "no connection",
        _ => "the answer is not HTTP as it should be",
    })
}
