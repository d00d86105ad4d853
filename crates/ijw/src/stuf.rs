//! The envelopes in which messages travel between municipalities and the hubs: **StUF-GGk 0210**.
//!
//! An [`Envelop`] is a Di01 around a heenbericht, a Du01 around a retourbericht, or a Fo01 that tells of a fault.
//! [`lees()`] reads one and checks it against its schema, [`schrijf()`] and [`schrijf_soap`] write it. The message in it is
//! handed over as it came; [`ijw::lees`](crate::lees()) reads it.
//!
//! The caller says what time it is and draws the numbers, since this library asks no clock and makes nothing at random.
//!
//! ```
//! use ijw::Berichttype;
//! use ijw::stuf::{self, Applicatie, Envelop, Organisatie, Referentienummer, Systeem, Tijdstip};
//!
//! let gemeente = Systeem::new(Organisatie::new("9901")?, Applicatie::new("Leerloop")?);
//! let aanbieder = Systeem::via_ggk(Organisatie::new("99000001")?);
//! let nummer = Referentienummer::from_bytes([7; 16]);
//! let tijdstip = Tijdstip::new("20260506101112")?;
//!
//! // A message goes out.
//! let bericht = "<Bericht/>";
//! let envelop =
//!     Envelop::heen(bericht, Berichttype::Jw301, gemeente, aanbieder.clone(), nummer.clone(), tijdstip.clone())?;
//! let xml = stuf::schrijf_soap(&envelop);
//!
//! // At the other side it comes in.
//! let gelezen = stuf::lees(xml.as_bytes())?;
//! assert_eq!(gelezen, envelop);
//! assert_eq!(gelezen.functie().and_then(|functie| functie.berichttype()), Some(Berichttype::Jw301));
//! assert_eq!(gelezen.bericht()?, bericht);
//!
//! // The message fails the check against its schema, so that no retour is due but a fault.
//! assert!(ijw::lees(gelezen.bericht()?.as_bytes()).is_err());
//! let fout = Envelop::fout(&gelezen, aanbieder, Referentienummer::from_bytes([8; 16]), tijdstip)?;
//! let Envelop::Fo01(fo01) = stuf::lees(stuf::schrijf(&fout).as_bytes())? else { unreachable!() };
//! assert_eq!(fo01.body.code.as_str(), "StUF055");
//! assert_eq!(fo01.cross_refnummer.as_str(), nummer.as_str());
//!
//! // An envelope that fails tells where and why, without repeating what stood there.
//! let fout = stuf::lees(xml.replace("20260506101112", "gisteren").as_bytes()).unwrap_err();
//! assert_eq!(fout.pad, "/Envelope/Body/envelopHeenbericht-ggk_Di01/stuurgegevens/tijdstipBericht");
//! assert_eq!(fout.reden.code(), "onjuiste-waarde");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod details;
mod envelop;
mod fout;
mod foutcode;
mod inhoud;
mod lees;
mod lezing;
mod maak;
mod schrijf;
mod tekst;

pub use details::DetailsXml;
pub use envelop::{Di01, Du01, Envelop, Fo01, Foutbericht, Foutplek, Foutsysteem, Parameters, Systeem};
pub use fout::{Fout, Reden};
pub use inhoud::{Bestand, Inhoud};
pub use lees::{GGK, MAX_ENVELOP, STUF, is_envelop, lees};
pub use schrijf::{schrijf, schrijf_soap};
pub use tekst::{
    Administratie, Applicatie, Bestandsnaam, Foutcode, Foutdetails, Foutomschrijving, Functie, Gebruiker,
    Organisatie, Referentienummer, Refnummer, Tijdstip, Versienr,
};
