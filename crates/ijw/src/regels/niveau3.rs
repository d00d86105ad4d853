//! The rules against earlier messages (level 3), in words.
//!
//! TR319 is not here: its text calls it a rule of this level, but everybody checks it within the message (level 2).

use super::{Regel, Uitleg, regels};

regels! {
    /// The rules that compare a message with what was exchanged before. Those without a return code are about a JW325, which
    /// cannot be refused: who receives one that breaks them has to call.
    NIVEAU3 niveau 3

    Tr056 "TR056" "9056"
        "Deze Identificatie is al eerder gebruikt voor een bericht van deze soort." "Geef het bericht een nieuwe Identificatie."
        "This Identificatie was used before for a message of this kind." "Give the message a new Identificatie.";
    Tr019 "TR019" "9019"
        "Er is voor deze cliënt geen toewijzing met dit nummer verstuurd." "Kijk het ToewijzingNummer na."
        "No allocation of this number was sent for this client." "Check the ToewijzingNummer.";
    Tr063 "TR063" "9063"
        "Er wordt iets verwijderd dat niet eerder is gemeld." "Neem de sleutel over van de regel die weg moet."
        "Something is withdrawn that was not reported before." "Copy the key of the line that has to go.";
    Tr071 "TR071" "9071"
        "De start kan niet weg: er is al een stop op gemeld." "Verwijder eerst de stop."
        "The start cannot be withdrawn: a stop was reported on it." "Withdraw the stop first.";
    Tr074 "TR074" "9074"
        "Deze regel is al eerder gemeld." "Laat hem weg, of verwijder de eerdere eerst."
        "This line was reported before." "Leave it out, or withdraw the earlier one first.";
    Tr326 "TR326" "9326"
        "De levering loopt al: er is een start zonder stop." "Meld eerst de stop."
        "The delivery already runs: there is a start without a stop." "Report the stop first.";
    Tr382 "TR382" "9069"
        "Er is geen start waar deze stop bij hoort." "Neem toewijzing, product en begindatum over van de laatste start."
        "There is no start that this stop belongs to." "Copy allocation, product and first day of the last start.";
    Tr413 "TR413" "9413"
        "De levering is al tijdelijk gestopt." "Meld een start, of een definitieve stop."
        "The delivery has already paused." "Report a start, or a final stop.";
    Tr414 "TR414" "9414"
        "Deze stop ligt voor de stop die er al is." "Kijk de einddatum na."
        "This stop lies before the one that is already there." "Check the last day.";
    Tr415 "TR415" "9415"
        "De levering is al definitief gestopt." "Verwijder eerst de stop die er is."
        "The delivery has already ended." "Withdraw the stop that is there first.";
    Tr332 "TR332" "9332"
        "Dit nummer hoort al bij een andere toewijzing." "Geef de toewijzing een nieuw nummer."
        "This number already belongs to another allocation." "Give the allocation a new number.";
    Tr379 "TR379" "9379"
        "ReferentieAanbieder wijst niet naar een verzoek dat nog open staat." "Kijk de referentie na, of laat haar weg."
        "ReferentieAanbieder does not point to a request that is open." "Check the reference, or leave it out.";
    Tr385 "TR385" "9385"
        "De toewijzing kan niet weg: er is hulp op goedgekeurd." "Laat die eerst crediteren, of beëindig de toewijzing."
        "The allocation cannot be deleted: claims on it were approved." "Have those credited first, or end it.";
    Tr347 "TR347" "9347"
        "Deze ReferentieAanbieder is al voor een ander verzoek gebruikt." "Geef het verzoek een nieuwe referentie."
        "This ReferentieAanbieder was used for another request." "Give the request a new reference.";
    Tr374 "TR374" "9374"
        "Voor deze cliënt loopt al een verzoek." "Wacht het antwoord daarop af."
        "A request for this client is already open." "Wait for its answer.";
    Tr304 "TR304" "8187"
        "Dit BSN is niet bekend bij de ontvanger." "Kijk na of de cliënt bij deze gemeente hoort."
        "The receiver does not know this BSN." "Check whether the client belongs to this municipality.";
    Tr349 "TR349" "9349"
        "Niet alle lopende toewijzingen van de cliënt staan in het verzoek." "Noem ook wat hetzelfde blijft."
        "Not all running allocations of the client are in the request." "Name what stays the same too.";
    Tr350 "TR350" "9350"
        "De toewijzing die hetzelfde blijft, loopt niet." "Laat haar weg, of kijk het nummer na."
        "The allocation that stays the same does not run." "Leave it out, or check the number.";
    Tr351 "TR351" "9351"
        "De toewijzing die verandert, loopt niet." "Vraag nieuwe hulp aan, of kijk het nummer na."
        "The allocation that is to change does not run." "Ask for new help, or check the number.";
    Tr357 "TR357" "9357"
        "De wijziging begint op of voor de dagtekening, maar niet bij het begin van de toewijzing."
        "Laat haar na de dagtekening beginnen, of op de ingangsdatum van de toewijzing."
        "The change begins on or before the Dagtekening, but not where the allocation begins."
        "Let it begin after the Dagtekening, or on the first day of the allocation.";
    Tr361 "TR361" "9361"
        "In wat het zou worden, loopt hetzelfde product twee keer tegelijk." "Laat het ene eindigen voor het andere begint."
        "In what it would become, the same product runs twice at a time." "End one before the other begins.";
    Tr373 "TR373" "9373"
        "Een ander budget of totaal kan alleen vanaf het begin van de toewijzing." "Neem de ingangsdatum van de toewijzing over."
        "Another budget or total can only hold from the beginning of the allocation." "Copy the first day of the allocation.";
    Tr375 "TR375" "9375"
        "Er wordt een omvang gevraagd, maar de toewijzing noemt geen product." "Laat de omvang weg."
        "An Omvang is asked for, but the allocation names no product." "Leave the Omvang out.";
    Tr412 "TR412" "9412"
        "Er wordt een omvang gevraagd, maar de toewijzing noemt geen productcode." "Laat de omvang weg."
        "An Omvang is asked for, but the allocation names no product code." "Leave the Omvang out.";
    Tr411 "TR411" "9411"
        "De toewijzing noemt een productcode, maar er staat geen omvang in het verzoek." "Vul de omvang in."
        "The allocation names a product code, but the request has no Omvang." "Give the Omvang.";
    Tr355 "TR355" "9355"
        "Er is geen verzoek met deze ReferentieAanbieder." "Neem de referentie over van het verzoek."
        "There is no request with this ReferentieAanbieder." "Copy the reference of the request.";
    Tr359 "TR359" "9359"
        "Op dit verzoek is al een toewijzing verstuurd." "Stuur geen antwoord meer."
        "An allocation was already sent on this request." "Send no answer any more.";
    Tr360 "TR360" "9360"
        "Het verzoek kan niet nog eens in onderzoek: er is al op geantwoord." "Stuur het definitieve antwoord."
        "The request cannot be investigated again: it was answered before." "Send the final answer.";
    Tr365 "TR365" "9365"
        "Op dit verzoek is al een definitief antwoord gegeven." "Stuur geen antwoord meer."
        "A final answer to this request was already given." "Send no answer any more.";
    Tr333 "TR333" "9333"
        "Dit declaratienummer is al gebruikt." "Geef de declaratie een nieuw nummer."
        "This number was used for an earlier declaration." "Give the declaration a new number.";
    Tr318 "TR318" "8214"
        "De declaratieperiode sluit niet aan op de vorige." "Declareer de maanden op volgorde."
        "The period of the declaration does not follow the one before." "Claim the months in their order.";
    Tr314 "TR314" "8021"
        "Dit ReferentieNummer is al gebruikt." "Geef de regel een nieuw nummer."
        "This ReferentieNummer was used before." "Give the line a new number.";
    Tr323 "TR323" "8017"
        "Er is geen goedgekeurde regel die zo kan worden gecrediteerd." "Crediteer alleen wat is toegekend, en precies zoals het was."
        "There is no approved line that can be credited so." "Credit only what was granted, and exactly as it was.";
    Tr390 "TR390" "9390"
        "Deze regel is al gecrediteerd." "Laat de credit weg."
        "This line was credited before." "Leave the credit out.";
    Tr389 "TR389" "9389"
        "Dit product is over deze periode al gedeclareerd." "Crediteer eerst de eerdere regel."
        "This product was already claimed over this period." "Credit the earlier line first.";
    Tr338 "TR338" "9338"
        "Er is voor deze cliënt geen toewijzing met dit nummer." "Kijk het ToewijzingNummer na."
        "There is no allocation of this number for this client." "Check the ToewijzingNummer.";
    Tr339 "TR339" "9339"
        "De productcategorie is een andere dan die van de toewijzing." "Neem de categorie van de toewijzing over."
        "The category of the product is not that of the allocation." "Copy the category of the allocation.";
    Tr340 "TR340" "9340"
        "De productcode is een andere dan die van de toewijzing." "Neem de code van de toewijzing over."
        "The code of the product is not that of the allocation." "Copy the code of the allocation.";
    Tr341 "TR341" "9341"
        "De eenheid past niet bij de toewijzing of het contract." "Declareer in de eenheid die is afgesproken."
        "The unit does not fit the allocation or the contract." "Claim in the unit that was agreed.";
    Tr307 "TR307" "9307"
        "De periode begint buiten de toewijzing." "Declareer alleen over de tijd van de toewijzing."
        "The period begins outside the allocation." "Claim only over the time of the allocation.";
    Tr308 "TR308" "9308"
        "De periode eindigt buiten de toewijzing." "Declareer alleen over de tijd van de toewijzing."
        "The period ends outside the allocation." "Claim only over the time of the allocation.";
    Tr387 "TR387" "9387"
        "De periode begint niet op de eerste van de maand, en ook niet met de toewijzing." "Declareer de hele maand."
        "The period does not begin on the first of the month, nor with the allocation." "Claim the whole month.";
    Tr388 "TR388" "9388"
        "De periode eindigt niet op de laatste van de maand, en ook niet met de toewijzing." "Declareer de hele maand."
        "The period does not end on the last of the month, nor with the allocation." "Claim the whole month.";
    Tr321 "TR321" "9321"
        "Er is meer gedeclareerd dan in deze periode was toegewezen." "Declareer ten hoogste wat is toegewezen."
        "More is claimed than was allocated for this period." "Claim no more than was allocated.";
    Tr322 "TR322" "9322"
        "Bij elkaar is er meer gedeclareerd dan er in het geheel was toegewezen." "Declareer ten hoogste wat is toegewezen."
        "Together more is claimed than was allocated in all." "Claim no more than was allocated.";
    Tr369 "TR369" "9369"
        "Bij elkaar is er meer gedeclareerd dan het budget." "Declareer ten hoogste het budget."
        "Together more is claimed than the budget." "Claim no more than the budget.";
    Tr384 "TR384" "9384"
        "De toewijzing is verwijderd." "Overleg met de gemeente."
        "The allocation was deleted." "Talk to the municipality.";
    Tr337 "TR337" ""
        "Het antwoord noemt een declaratiebericht dat niet is verstuurd." "Bel de gemeente."
        "The answer names a declaration message that was not sent." "Call the municipality.";
    Tr376 "TR376" ""
        "Het antwoord noemt een declaratienummer dat niet bij het bericht hoort." "Bel de gemeente."
        "The answer names a number of a declaration that is not that of the message." "Call the municipality.";
    Tr371 "TR371" ""
        "Het antwoord noemt een andere XSD-versie dan die van de declaratie." "Bel de gemeente."
        "The answer names another version of the schema than the declaration has." "Call the municipality.";
    Tr366 "TR366" "9366"
        "Het antwoord noemt een regel die niet is gedeclareerd." "Bel de gemeente."
        "The answer names a line that was not claimed." "Call the municipality.";
    Tr367 "TR367" "9367"
        "Een regel in het antwoord is niet gelijk aan wat is gedeclareerd." "Bel de gemeente."
        "A line in the answer is not equal to what was claimed." "Call the municipality.";
}
