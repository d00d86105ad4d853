//! The parts of the program that have a rule of their own.

/// A part of the program that is looked at as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Onderdeel {
    /// The region and its municipalities, figures only.
    Regio,
    /// One neighbourhood, figures only.
    Wijk,
    /// The list of families.
    Gezinnen,
    /// One family.
    Gezin,
    /// The list of messages.
    Berichten,
    /// One message.
    Bericht,
    /// What could not be taken in.
    Quarantaine,
    /// The conversation with a provider about one allocation.
    Gesprek,
    /// The requests of providers that wait for a decision.
    Verzoeken,
    /// One request.
    Verzoek,
    /// What is due in the message traffic: kinds, providers and days, no persons.
    Termijnen,
    /// The list of providers and one provider, figures only.
    Aanbieders,
    /// One's own account: password, second factor, running sessions.
    MijnAccount,
    /// The accounts of everyone, with their rights.
    Accounts,
    /// Who looked at the data of one family.
    Inzagen,
    /// The journal as a whole, for who watches over it: accounts, parts and times, no files.
    Journaal,
    /// Who may see the file of a family, and deciding on that.
    Toegang,
    /// Opening a file without a relation, in an emergency.
    Nood,
    /// The reports of files that were opened in an emergency.
    Meldingen,
    /// What is kept how long, and what is destroyed.
    Bewaren,
    /// One's own data, to take away.
    MijnGegevens,
    /// The plan of one family.
    Plan,
    /// What was asked of the expertteam.
    Expertvragen,
    /// Who belongs to a family through time: households, people around it.
    Leden,
    /// Writing down a family by hand.
    NieuwGezin,
    /// Families and persons that may be there twice.
    Dubbelen,
    /// First questions without a file.
    Vragen,
    /// How many of those, per month and kind: figures only.
    Vraagcijfers,
    /// The conversations with a family.
    GoedGesprek,
    /// What may help in which situation: an aid, no label.
    Groepen,
    /// What writing things down costs: figures only.
    Regeldruk,
    /// What a family and who helps it write to each other.
    Post,
    /// With whom a family shares what, and the consent for it.
    Delen,
    /// Referrals of children by huisartsen, GI and specialists.
    Verwijzingen,
    /// What was agreed with referrers: no persons.
    Verwijsafspraken,
    /// The first page of who works with families: what each of them expects today.
    Vandaag,
    /// Letters about a family.
    Brieven,
    /// The information position: figures that went through disclosure control, of areas, schools and forms of help.
    Cijfers,
    /// The same per provider.
    Aanbiedercijfers,
    /// Problem analyses that partners make together: places, no persons.
    Analyses,
    /// Choices tried on the model of the region: numbers, no persons.
    Uitproberen,
}

impl Onderdeel {
    /// All parts.
    pub const ALL: [Self; 41] = [
        Self::Regio,
        Self::Wijk,
        Self::Gezinnen,
        Self::Gezin,
        Self::Berichten,
        Self::Bericht,
        Self::Quarantaine,
        Self::Gesprek,
        Self::Verzoeken,
        Self::Verzoek,
        Self::Termijnen,
        Self::Aanbieders,
        Self::MijnAccount,
        Self::Accounts,
        Self::Inzagen,
        Self::Journaal,
        Self::Toegang,
        Self::Nood,
        Self::Meldingen,
        Self::Bewaren,
        Self::MijnGegevens,
        Self::Plan,
        Self::Expertvragen,
        Self::Leden,
        Self::NieuwGezin,
        Self::Dubbelen,
        Self::Vragen,
        Self::Vraagcijfers,
        Self::GoedGesprek,
        Self::Groepen,
        Self::Regeldruk,
        Self::Post,
        Self::Delen,
        Self::Verwijzingen,
        Self::Verwijsafspraken,
        Self::Vandaag,
        Self::Brieven,
        Self::Cijfers,
        Self::Aanbiedercijfers,
        Self::Analyses,
        Self::Uitproberen,
    ];

    /// Its word in the journal.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Regio => "regio",
            Self::Wijk => "wijk",
            Self::Gezinnen => "gezinnen",
            Self::Gezin => "gezin",
            Self::Berichten => "berichten",
            Self::Bericht => "bericht",
            Self::Quarantaine => "quarantaine",
            Self::Gesprek => "gesprek",
            Self::Verzoeken => "verzoeken",
            Self::Verzoek => "verzoek",
            Self::Termijnen => "termijnen",
            Self::Aanbieders => "aanbieders",
            Self::MijnAccount => "mijn-account",
            Self::Accounts => "accounts",
            Self::Inzagen => "inzagen",
            Self::Journaal => "journaal",
            Self::Toegang => "toegang",
            Self::Nood => "nood",
            Self::Meldingen => "meldingen",
            Self::Bewaren => "bewaren",
            Self::MijnGegevens => "mijn-gegevens",
            Self::Plan => "plan",
            Self::Expertvragen => "expertvragen",
            Self::Leden => "leden",
            Self::NieuwGezin => "nieuw-gezin",
            Self::Dubbelen => "dubbelen",
            Self::Vragen => "vragen",
            Self::Vraagcijfers => "vraagcijfers",
            Self::GoedGesprek => "goed-gesprek",
            Self::Groepen => "groepen",
            Self::Regeldruk => "regeldruk",
            Self::Post => "post",
            Self::Delen => "delen",
            Self::Verwijzingen => "verwijzingen",
            Self::Verwijsafspraken => "verwijsafspraken",
            Self::Vandaag => "vandaag",
            Self::Brieven => "brieven",
            Self::Cijfers => "cijfers",
            Self::Aanbiedercijfers => "aanbiedercijfers",
            Self::Analyses => "analyses",
            Self::Uitproberen => "uitproberen",
        }
    }

    /// Whether members of families can be known from it: then every answer has its line in the journal with whom it was about.
    pub const fn is_personal(self) -> bool {
        !matches!(
            self,
            Self::Regio
                | Self::Wijk
                | Self::Termijnen
                | Self::Aanbieders
                | Self::MijnAccount
                | Self::Accounts
                | Self::Vraagcijfers
                | Self::Groepen
                | Self::Regeldruk
                | Self::Verwijsafspraken
                | Self::Cijfers
                | Self::Aanbiedercijfers
                | Self::Analyses
                | Self::Uitproberen
        )
    }
}
