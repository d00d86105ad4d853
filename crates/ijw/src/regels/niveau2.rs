//! The rules within one message (level 2), in words.

use super::{Regel, Uitleg, regels};

regels! {
    /// The rules within one message, as the published rule set executes them. All give return code 0001.
    NIVEAU2 niveau 2

    Cs002 "CS002" "0001"
        "Het BSN kan niet bestaan: het voldoet niet aan de elfproef." "Kijk het BSN na."
        "The BSN cannot exist: it fails the eleven test." "Check the BSN.";
    Cs139 "CS139" "0001"
        "De datum past niet bij DatumGebruik: wat onbekend is, moet 01 zijn (of 1900-01-01 als alles onbekend is)."
        "Vul 01 in voor de onbekende dag of maand, of pas DatumGebruik aan."
        "The date does not fit DatumGebruik: what is unknown must be 01 (or 1900-01-01 when all of it is)."
        "Put 01 for the unknown day or month, or change DatumGebruik.";
    Tr002 "TR002" "0001"
        "Volgens de geboortedatum is deze persoon ouder dan 120 jaar." "Kijk de geboortedatum na."
        "By the date of birth this person is older than 120 years." "Check the date of birth.";
    Tr134 "TR134" "0001"
        "Een datum ligt na de dag waarop het bericht is verstuurd." "Kijk de datum en de dagtekening na."
        "A date lies after the day on which the message was sent." "Check the date and the Dagtekening.";
    Tr101 "TR101" "0001"
        "Hetzelfde staat twee keer in het bericht." "Laat de dubbele regel weg."
        "The same thing stands in the message twice." "Leave the double out.";
    Cs050 "CS050" "0001"
        "NaamGebruik past niet bij de namen: zonder partnernaam kan het alleen 1 of 6 zijn, met partnernaam 1 tot en met 4."
        "Pas NaamGebruik aan, of de partnernaam."
        "NaamGebruik does not fit the names: without a partner's name it can be 1 or 6 only, with one 1 to 4."
        "Change NaamGebruik or the partner's name.";
    Cs318 "CS318" "0001"
        "Een cliënt is een mens: NaamGebruik 6 is voor organisaties." "Kies bij de cliënt een andere waarde."
        "A client is a human being: NaamGebruik 6 is for organisations." "Choose another value for the client.";
    Cd007 "CD007" "0001"
        "De taal hoort bij een tolk (Vorm 1), en alleen daarbij." "Vul de taal in bij Vorm 1, of laat haar anders weg."
        "The language belongs with an interpreter (Vorm 1), and only there." "Give the language with Vorm 1, or leave it out.";
    Cd005 "CD005" "0001"
        "Postcode en land horen bij elkaar: er staat er maar een." "Vul ze allebei in, of geen van beide."
        "Postal code and country belong together: only one is there." "Give both, or neither.";
    Cd025 "CD025" "0001"
        "Bij een Nederlands adres ontbreekt het huisnummer." "Vul het huisnummer in."
        "An address in the Netherlands has no house number." "Give the house number.";
    Cs089 "CS089" "0001"
        "Een Nederlandse postcode is vier cijfers en twee letters, zonder spatie." "Schrijf de postcode als 1234AB."
        "A Dutch postal code is four digits and two letters, without a space." "Write the postal code as 1234AB.";
    Cd034 "CD034" "0001"
        "Bij een woon- of verblijfadres ontbreekt de postcode." "Vul de postcode in."
        "A home address (01 or 03) has no postal code." "Give the postal code.";
    Cd009 "CD009" "0001"
        "Alleen een tijdelijk adres (soort 04) heeft een periode." "Laat de periode weg, of kies soort 04."
        "Only a temporary address (04) has a period." "Leave the period out, or choose 04.";
    Tr006 "TR006" "0001"
        "Dit contact is niet te bereiken: er is geen telefoonnummer en geen volledig adres."
        "Vul een telefoonnummer in, of huisnummer en postcode."
        "This contact cannot be reached: there is no telephone number and no full address."
        "Give a telephone number, or house number and postal code.";
    Tr061 "TR061" "0001"
        "Van de cliënt staat er geen adres in (soort 01, 02 of 03)." "Voeg zo'n adres toe."
        "There is no address of the client (01, 02 or 03)." "Add such an address.";
    Cs003 "CS003" "0001"
        "Het einde ligt voor het begin." "Kijk begin en einde na."
        "The end lies before the beginning." "Check beginning and end.";
    Cd079 "CD079" "0001"
        "Er staat geen product en geen budget in." "Noem het product, of het budget."
        "There is neither a product nor a budget." "Name the product, or the budget.";
    Cd041 "CD041" "0001"
        "Er staat een productcode in, maar niet hoeveel." "Vul de omvang in."
        "There is a product code, but not how much." "Give the Omvang.";
    Cd077 "CD077" "0001"
        "Omvang en budget gaan niet samen: laat de omvang weg als er een budget is." "Laat een van beide weg."
        "Omvang and Budget exclude each other: no Omvang beside a Budget." "Leave one out.";
    Cd078 "CD078" "0001"
        "Budget en omvang gaan niet samen: laat het budget weg als er een omvang is." "Laat een van beide weg."
        "Budget and Omvang exclude each other: no Budget beside an Omvang." "Leave one out.";
    Cd075 "CD075" "0001"
        "Bij een budget hoort een einddatum." "Vul de einddatum in."
        "A budget needs a last day." "Give the last day.";
    Cd076 "CD076" "0001"
        "Bij een omvang per week hoort een einddatum." "Vul de einddatum in."
        "An amount per week needs a last day." "Give the last day.";
    Cd080 "CD080" "0001"
        "Er staat een omvang in, maar geen productcode." "Noem de productcode, of laat de omvang weg."
        "There is an Omvang, but no product code." "Name the code, or leave the Omvang out.";
    Cd095 "CD095" "0001"
        "Er wordt een omvang gevraagd, maar er staat geen productcode in." "Noem de productcode, of laat de omvang weg."
        "An Omvang is asked for, but there is no product code." "Name the code, or leave the Omvang out.";
    Cd096 "CD096" "0001"
        "Bij het nieuwe product staat een omvang, maar geen productcode." "Noem de productcode, of laat de omvang weg."
        "The new product has an Omvang, but no product code." "Name the code, or leave the Omvang out.";
    Cs338 "CS338" "0001"
        "Deze eenheid kan niet per dag." "Kies een andere frequentie of eenheid: per dag kan alleen met 01, 04 en 82."
        "This unit cannot be per day." "Choose another frequency or unit: per day goes with 01, 04 and 82 only.";
    Cs343 "CS343" "0001"
        "Deze eenheid kan niet per dag worden gevraagd."
        "Kies een andere frequentie of eenheid: per dag kan alleen met 01, 04 en 82."
        "This unit cannot be asked for per day." "Choose another frequency or unit: per day goes with 01, 04 and 82 only.";
    Cs335 "CS335" "0001"
        "Bij een verwijdering (reden 13) is de einddatum gelijk aan de ingangsdatum." "Maak ze gelijk."
        "In a deletion (reason 13) the last day equals the first." "Make them equal.";
    Cs336 "CS336" "0001"
        "RedenWijziging 01 bestaat niet meer." "Gebruik 13 om een toewijzing te verwijderen."
        "RedenWijziging 01 is no longer used." "Use 13 to delete an allocation.";
    Tr302 "TR302" "0001"
        "Twee toewijzingen van hetzelfde product lopen door elkaar heen." "Laat de ene eindigen voor de andere begint."
        "Two allocations of the same product overlap in time." "End one before the other begins.";
    Tr386 "TR386" "0001"
        "Hetzelfde product wordt twee keer gevraagd voor dezelfde tijd." "Vraag het een keer."
        "The same product is asked for twice over the same time." "Ask for it once.";
    Tr410 "TR410" "0001"
        "Hetzelfde nieuwe product wordt twee keer gevraagd voor dezelfde tijd." "Vraag het een keer."
        "The same new product is asked for twice over the same time." "Ask for it once.";
    Cs058 "CS058" "0001"
        "StatusAanlevering kan alleen 1 (nieuw) of 3 (verwijderen) zijn." "Verbeter met een regel 3 en een regel 1."
        "StatusAanlevering can be 1 (new) or 3 (delete) only." "Correct with a line 3 and a line 1.";
    Tr018 "TR018" "0001"
        "De hulp eindigt voordat zij begint." "Kijk begin en einde na."
        "The help ends before it begins." "Check beginning and end.";
    Cd043 "CD043" "0001"
        "Nummer en ingangsdatum van de beschikking horen bij elkaar: er staat er maar een." "Vul ze allebei in, of geen van beide."
        "Number and first day of the decision belong together: only one is there." "Give both, or neither.";
    Cd066 "CD066" "0001"
        "Van deze verwijzer staan code en naam er allebei in." "Noem alleen de AGB-code, of alleen de naam."
        "Both code and name of this referrer are there." "Give only the AGB code, or only the name.";
    Cd067 "CD067" "0001"
        "Van deze verwijzer ontbreken code en naam." "Noem de AGB-code, of anders de naam."
        "Neither code nor name of this referrer is there." "Give the AGB code, or else the name.";
    Cd068 "CD068" "0001"
        "Deze soort verwijzer heeft geen AGB-code." "Laat de code weg, of kies een andere soort verwijzer."
        "This kind of referrer has no AGB code." "Leave the code out, or choose another kind.";
    Tr383 "TR383" "0001"
        "Dezelfde referentie staat bij twee gevraagde producten." "Geef elk gevraagd product een eigen referentie."
        "Two products that are asked for have the same reference." "Give each its own reference.";
    Tr352 "TR352" "0001"
        "Een verzoek om wijziging gaat over lopende zorg, maar die staat er niet in."
        "Noem de toewijzingen die blijven of veranderen; vraag nieuwe zorg met een JW315."
        "A request for change is about care that is running, which is not there."
        "Name what stays or changes; ask for new care with a JW315.";
    Tr353 "TR353" "0001"
        "Er wordt niets gevraagd: geen wijziging en geen nieuw product." "Noem wat er moet veranderen."
        "Nothing is asked for: no change and no new product." "Name what should change.";
    Tr380 "TR380" "0001"
        "Een nieuw product kan pas ingaan na de dag van het verzoek." "Kies een latere ingangsdatum."
        "A new product can begin only after the day of the request." "Choose a later first day.";
    Cd085 "CD085" "0001"
        "Bij een afwijzing hoort een reden." "Vul de reden in."
        "A refusal needs a reason." "Give the reason.";
    Cd086 "CD086" "0001"
        "Een verzoek dat nog wordt onderzocht heeft geen reden van afwijzing." "Laat de reden weg."
        "A request that is looked into has no reason for refusal." "Leave the reason out.";
    Tr377 "TR377" "0001"
        "Een andere gemeente is verantwoordelijk, maar welke staat er niet in." "Noem die gemeente."
        "Another municipality is responsible, but which is not there." "Name that municipality.";
    Tr409 "TR409" "0001"
        "Er staat een andere gemeente in, maar de reden is niet het woonplaatsbeginsel." "Laat de gemeente weg, of kies reden 8."
        "Another municipality is named, but residence is not the reason." "Leave it out, or choose reason 8.";
    Cs100 "CS100" "0001"
        "Declareren kan over perioden vanaf 1 januari 2021." "Declareer eerdere zorg op een andere manier."
        "Claims are for periods from 1 January 2021." "Claim earlier care in another way.";
    Cs340 "CS340" "0001"
        "De declaratieperiode is niet precies een kalendermaand." "Laat haar lopen van de eerste tot en met de laatste dag van de maand."
        "The period of the declaration is not exactly a calendar month." "Let it run from the first to the last day of a month.";
    Cs337 "CS337" "0001"
        "De prestatie loopt over meer dan een maand." "Maak van elke maand een regel."
        "The claim runs over more than one month." "Make a line of each month.";
    Tr137 "TR137" "0001"
        "De periode eindigt voor zij begint, of na de dag van het bericht." "Kijk de periode na."
        "The period ends before it begins, or after the day of the message." "Check the period.";
    Tr319 "TR319" "0001"
        "De prestatie ligt na de declaratieperiode." "Declareer haar in de maand waarin zij is geleverd, of later."
        "The claim lies after the period of the declaration." "Claim it in its own month or later.";
    Tr335 "TR335" "0001"
        "De zorg is meer dan vijf jaar geleden geleverd." "Zulke oude zorg kan niet meer worden gedeclareerd."
        "The care was delivered more than five years ago." "Care this old can no longer be claimed.";
    Cd060 "CD060" "0001"
        "Een credit noemt de regel die zij terugneemt, en een debet niet." "Vul bij een credit het vorige referentienummer in, en laat het anders weg."
        "A credit names the line that it takes back, a debit does not." "Give the earlier reference with a credit only.";
    Cd087 "CD087" "0001"
        "Een tarief hoort bij elke eenheid behalve euro's (83)." "Vul het tarief in, of laat het weg bij euro's."
        "A tariff belongs with every unit but euros (83)." "Give the tariff, or leave it out with euros.";
    Cs339 "CS339" "0001"
        "Bij euro's zijn volume en bedrag hetzelfde getal." "Maak ze gelijk."
        "With euros, volume and amount are the same number." "Make them equal.";
    Cs325 "CS325" "0001"
        "Een bedrag van nul kan geen credit zijn." "Maak er een debet van."
        "An amount of zero cannot be a credit." "Make it a debit.";
    Tr315 "TR315" "0001"
        "Dezelfde regel wordt twee keer teruggenomen." "Neem haar een keer terug."
        "The same line is taken back twice." "Take it back once.";
    Tr316 "TR316" "0001"
        "Een regel wordt teruggenomen in het bericht waarin zij staat." "Laat beide weg."
        "A line is taken back in the message that it stands in." "Leave both out.";
    Tr358 "TR358" "0001"
        "Het totaal is niet de som van de regels." "Tel de debetregels op en trek de creditregels eraf."
        "The total is not the sum of the lines." "Add the debits and take the credits off.";
    Tr416 "TR416" "0001"
        "Hetzelfde product van dezelfde toewijzing wordt twee keer gedeclareerd over dezelfde periode." "Tel de volumes op in een regel."
        "The same product of the same allocation is claimed twice over the same period." "Add the volumes up in one line.";
    Tr342 "TR342" "0001"
        "Wat is toegekend klopt niet met wat is ingediend en afgewezen." "Reken het toegekende bedrag na."
        "What is paid does not agree with what was claimed and refused." "Check the amount that is paid.";
}
