//! The rules against the outside world (level 4), in words.

use super::{Regel, Uitleg, regels};

regels! {
    /// The rules that compare a message with what others keep: the date, the list of municipalities, the list of products and
    /// the contract. TR418 stands among the rules of level 3 in the standard, but the price is in the contract.
    NIVEAU4 niveau 4

    Tr135 "TR135" "8848"
        "De dagtekening ligt in de toekomst." "Kijk de datum na waarop het bericht is gemaakt."
        "The Dagtekening lies in the future." "Check the date on which the message was made.";
    Tr378 "TR378" "S300"
        "De gemeentecode staat niet in de lijst van het CBS." "Kijk de gemeentecode na."
        "The code of the municipality is not in the list of Statistics Netherlands." "Check the code.";
    Tr381 "TR381" "S329"
        "De productcode hoort niet bij de categorie." "Kijk code en categorie na in de productcodelijst."
        "The code of the product does not belong to the category." "Look both up in the list of products.";
    Tr346 "TR346" "9346"
        "Het bedrag is niet het volume maal het tarief." "Reken het bedrag na."
        "The amount is not the volume times the price." "Work the amount out again.";
    Tr418 "TR418" "0611"
        "Het tarief is een ander dan in het contract." "Neem het tarief uit het contract over."
        "The price is not that of the contract." "Copy the price of the contract.";
}
