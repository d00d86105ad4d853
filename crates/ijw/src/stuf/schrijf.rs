//! Writing an envelope: compact, with the conventional prefixes.

use super::envelop::{Envelop, Fo01, Foutbericht, Foutsysteem, Parameters, Systeem};
use super::inhoud::Bestand;
use super::lees::{GGK, SOAP, STUF};
use super::tekst::{Tijdstip, Veldtekst};

const DECLARATIE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Writes an envelope as XML, without SOAP around it. What comes out passes the schema.
pub fn schrijf(envelop: &Envelop) -> String {
    [DECLARATIE, &element(envelop), "\n"].concat()
}

/// Writes an envelope as XML with a SOAP 1.1 envelope around it, as it is sent.
pub fn schrijf_soap(envelop: &Envelop) -> String {
    [
        DECLARATIE,
        "<soapenv:Envelope xmlns:soapenv=\"",
        SOAP,
        "\"><soapenv:Header/><soapenv:Body>",
        &element(envelop),
        "</soapenv:Body></soapenv:Envelope>\n",
    ]
    .concat()
}

/// The root element, with the namespaces that it needs.
pub(super) fn element(envelop: &Envelop) -> String {
    let inhoud = match envelop {
        Envelop::Di01(envelop) => envelop.parameters.bericht.inhoud().bytes().len() / 3 * 4,
        Envelop::Du01(envelop) => envelop.parameters.bericht.inhoud().bytes().len() / 3 * 4,
        Envelop::Fo01(envelop) => envelop.body.details_xml.as_ref().map_or(0, |xml| xml.as_str().len()),
    };
    let mut uit = Uit(String::with_capacity(inhoud + 2048));
    match envelop {
        Envelop::Di01(di) => uit.wortel("GGK:envelopHeenbericht-ggk_Di01", |uit| {
            uit.element("GGK:stuurgegevens", |uit| {
                uit.begin(envelop.berichtcode(), &di.zender, &di.ontvanger);
                uit.nummers(&di.referentienummer, &di.tijdstip_bericht, None);
                uit.veld("StUF:functie", &di.functie);
            });
            uit.parameters(&di.parameters);
        }),
        Envelop::Du01(du) => uit.wortel("GGK:envelopRetourbericht-ggk_Du01", |uit| {
            uit.element("GGK:stuurgegevens", |uit| {
                uit.begin(envelop.berichtcode(), &du.zender, &du.ontvanger);
                uit.nummers(&du.referentienummer, &du.tijdstip_bericht, Some(&du.cross_refnummer));
                uit.veld("StUF:functie", &du.functie);
            });
            uit.parameters(&du.parameters);
        }),
        Envelop::Fo01(fout) => uit.wortel("StUF:Fo01Bericht", |uit| uit.fout(envelop.berichtcode(), fout)),
    }
    uit.0
}

/// What was written so far.
struct Uit(String);

impl Uit {
    fn wortel(&mut self, naam: &str, inhoud: impl FnOnce(&mut Self)) {
        let begin: [&str; 7] = ["<", naam, " xmlns:StUF=\"", STUF, "\" xmlns:GGK=\"", GGK, "\">"];
        // A fault stands in the namespace of StUF as a whole.
        let deel =
            if naam.starts_with("GGK:") { &begin[..] } else { &["<", naam, " xmlns:StUF=\"", STUF, "\">"] };
        self.0.extend(deel.iter().copied());
        inhoud(self);
        self.sluit(naam);
    }

    fn element(&mut self, naam: &str, inhoud: impl FnOnce(&mut Self)) {
        self.0.extend(["<", naam, ">"]);
        inhoud(self);
        self.sluit(naam);
    }

    fn sluit(&mut self, naam: &str) {
        self.0.extend(["</", naam, ">"]);
    }

    fn veld(&mut self, naam: &str, tekst: &impl Veldtekst) {
        self.element(naam, |uit| tekst.append_xml(&mut uit.0));
    }

    fn veld_als<T: Veldtekst>(&mut self, naam: &str, tekst: Option<&T>) {
        if let Some(tekst) = tekst {
            self.veld(naam, tekst);
        }
    }

    fn vast(&mut self, naam: &str, tekst: &str) {
        self.element(naam, |uit| uit.0.push_str(tekst));
    }

    fn begin(&mut self, berichtcode: &str, zender: &Systeem, ontvanger: &Systeem) {
        self.vast("StUF:berichtcode", berichtcode);
        self.systeem("StUF:zender", &zender.clone().into());
        self.systeem("StUF:ontvanger", &ontvanger.clone().into());
    }

    fn systeem(&mut self, naam: &str, systeem: &Foutsysteem) {
        self.element(naam, |uit| {
            uit.veld_als("StUF:organisatie", systeem.organisatie.as_ref());
            uit.veld("StUF:applicatie", &systeem.applicatie);
            uit.veld_als("StUF:administratie", systeem.administratie.as_ref());
            uit.veld_als("StUF:gebruiker", systeem.gebruiker.as_ref());
        });
    }

    fn nummers<T: Veldtekst>(&mut self, nummer: &T, tijdstip: &Tijdstip, cross: Option<&T>) {
        self.veld("StUF:referentienummer", nummer);
        self.veld("StUF:tijdstipBericht", tijdstip);
        self.veld_als("StUF:crossRefnummer", cross);
    }

    fn parameters(&mut self, parameters: &Parameters) {
        self.element("GGK:parameters", |uit| {
            uit.veld("GGK:applicatieVersie", &parameters.applicatie_versie);
            uit.veld("GGK:applicatieSubversie", &parameters.applicatie_subversie);
            uit.veld("GGK:functieVersie", &parameters.functie_versie);
            uit.veld("GGK:functieSubversie", &parameters.functie_subversie);
            uit.element("GGK:bericht", |uit| match &parameters.bericht {
                Bestand::Xml(inhoud) => {
                    uit.element("GGK:xmlBestand", |uit| inhoud.append_base64(&mut uit.0));
                }
                Bestand::Tekst { naam, inhoud } => {
                    // The name holds nothing that means something in XML.
                    uit.0.extend(["<GGK:tekstBestand bestandsnaam=\"", naam.as_str(), "\">"]);
                    inhoud.append_base64(&mut uit.0);
                    uit.sluit("GGK:tekstBestand");
                }
            });
        });
    }

    fn fout(&mut self, berichtcode: &str, fout: &Fo01) {
        self.element("StUF:stuurgegevens", |uit| {
            uit.vast("StUF:berichtcode", berichtcode);
            uit.systeem("StUF:zender", &fout.zender);
            uit.systeem("StUF:ontvanger", &fout.ontvanger);
            uit.nummers(&fout.referentienummer, &fout.tijdstip_bericht, Some(&fout.cross_refnummer));
        });
        let Foutbericht { code, plek, omschrijving, details, details_xml } = &fout.body;
        self.element("StUF:body", |uit| {
            uit.veld("StUF:code", code);
            uit.veld("StUF:plek", plek);
            uit.veld("StUF:omschrijving", omschrijving);
            uit.veld_als("StUF:details", details.as_ref());
            if let Some(xml) = details_xml {
                uit.vast("StUF:detailsXML", xml.as_str());
            }
        });
    }
}
