//! From where a request comes: only to slow down who tries too often. It is kept in memory and nowhere else.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};

/// The address, of IPv6 the network (one house has a whole network). `None` when it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Afzender(pub(crate) Option<IpAddr>);

impl Afzender {
    /// Behind a proxy (`https`) its last word in `X-Forwarded-For` counts: what stands before it, the sender may have made up.
    pub(crate) fn of(request: &Request, https: bool) -> Self {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = || {
            let line = request.headers().get_all("x-forwarded-for").iter().next_back()?;
            line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
        };
        Self(https.then(told).flatten().or(peer).map(network))
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(forwarded: &[&str]) -> Request {
        let mut builder = Request::get("/");
        for line in forwarded {
            builder = builder.header("x-forwarded-for", *line);
        }
        let mut request = builder.body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 9))));
        request
    }

    fn text(request: &Request, https: bool) -> String {
        Afzender::of(request, https).0.unwrap().to_string()
    }

    #[test]
    fn only_the_last_word_of_the_proxy_counts() {
        assert_eq!(text(&request(&["192.0.2.1, 192.0.2.9"]), true), "192.0.2.9");
        assert_eq!(text(&request(&["192.0.2.1", "192.0.2.8"]), true), "192.0.2.8");
        assert_eq!(text(&request(&["192.0.2.1"]), false), "127.0.0.1", "no proxy, no belief");
        assert_eq!(text(&request(&["nonsense"]), true), "127.0.0.1");
        assert_eq!(text(&request(&["2001:db8:1:2:3:4:5:6"]), true), "2001:db8:1:2::");
        assert_eq!(text(&request(&["::ffff:192.0.2.7"]), true), "192.0.2.7");
        assert_eq!(Afzender::of(&Request::new(Body::empty()), false), Afzender(None));
    }
}
