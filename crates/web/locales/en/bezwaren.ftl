# Why a file could not be processed, and what someone can do about it.

## About the file as a whole
bezwaar-te-groot = The file is too large.
bezwaar-te-groot-doe = Ask the sender to divide it over more messages. A message may be 25 MB at most.
bezwaar-leeg = The file is empty.
bezwaar-leeg-doe = Ask the sender to send the message again.
bezwaar-geen-bericht = This is not a youth help message.
bezwaar-geen-bericht-doe = Remove the file, or offer the right one. Leerloop reads messages in XML, single or in a ZIP.
bezwaar-onleesbaar = The file cannot be read.
bezwaar-onleesbaar-doe = Check whether the file is still in its place and whether Leerloop may open it. Then offer it again.
bezwaar-bericht-later = This version of Leerloop cannot read a { $soort } yet.
bezwaar-bericht-later-doe = Nothing is wrong with the message. It is kept until Leerloop can read this kind.
bezwaar-andere-gemeente = The message is from or for municipality { $gemeente }, which is not part of this region.
bezwaar-andere-gemeente-doe = Pass it on to the right municipality. If the municipality is part of the region, add it to the setup.

## ZIP files
bezwaar-zip-kapot = The ZIP file is damaged.
bezwaar-zip-kapot-doe = Ask the sender to make the ZIP file again and send it.
bezwaar-zip-wachtwoord = The ZIP file has a password.
bezwaar-zip-wachtwoord-doe = Unpack the file yourself, or ask for one without a password.
bezwaar-zip-te-veel = The ZIP file holds too much, or becomes too large when unpacked.
bezwaar-zip-te-veel-doe = Divide the messages over more ZIP files.
bezwaar-zip-in-zip = There is another ZIP file in the ZIP file.
bezwaar-zip-in-zip-doe = Unpack the inner file and offer it separately.

## The form of the message
bezwaar-codering = { $genoemd ->
    [geen] The characters in the file are not stored well (not UTF-8).
   *[other] The file says that its characters are stored as { $genoemd }, but it must be UTF-8.
 }
bezwaar-codering-doe = Ask the sender to store the message as UTF-8 and send it again.
bezwaar-niet-welgevormd = { $reden ->
    [afgebroken] The file ends too early. It was probably cut off while being sent.
    [leeg] There is nothing in the file.
    [eindtag] A part is not closed well.
    [verwijzing] It holds a reference to a character that does not exist.
    [teken] It holds a character that is not allowed.
    [na-het-einde] Something follows after the end of the message.
    [voor-het-begin] Something stands before the beginning of the message.
   *[other] The XML of the file is not right.
 }
bezwaar-niet-welgevormd-doe = Ask the sender to make the message again and send it.
bezwaar-dtd = The file holds a DTD. That is not allowed in a message and may do harm.
bezwaar-dtd-doe = Do not process this file. Ask the sender for an ordinary message.
bezwaar-te-diep = The parts of the file are nested deeper than in any message.
bezwaar-te-diep-doe = Do not process this file. Ask the sender what this file is.
bezwaar-onbekende-naamruimte = This is XML, but not an iJw message.
bezwaar-onbekende-naamruimte-doe = Check whether the right file was offered.
bezwaar-andere-versie = The message is of iJw { $versie }, and Leerloop reads iJw 3.2.
bezwaar-andere-versie-doe = Ask the sender to send the message as iJw 3.2.
bezwaar-onverwacht-element = { $gevonden } does not belong here.
bezwaar-onverwacht-element-doe = Ask the sender to mend the message. In this place may stand: { $verwacht }.
bezwaar-andere-naamruimte = { $element } has another namespace than the standard prescribes.
bezwaar-andere-naamruimte-doe = Ask the sender to make the message according to the iJw 3.2 schema.
bezwaar-ontbrekend-element = { $verwacht } is missing, and is mandatory.
bezwaar-ontbrekend-element-doe = Ask the sender to fill this part in and send the message again.
bezwaar-onjuiste-waarde = { $reden ->
    [te-lang] There is more text here than allowed ({ $datatype }).
    [niet-in-lijst] { $gevonden ->
        [geen] This code is not in the code list ({ $datatype }).
       *[other] The code { $gevonden } is not in the code list ({ $datatype }).
     }
    [geen-getal] There must be a whole number here ({ $datatype }).
    [buiten-bereik] This number is too small or too large ({ $datatype }).
    [geen-datum] This is not a day that exists ({ $datatype }).
    [jaar-buiten-bereik] This year cannot be right ({ $datatype }).
    [geen-tijd] This is not a time that exists ({ $datatype }).
   *[other] The content does not have the form that the standard prescribes ({ $datatype }).
 }
bezwaar-onjuiste-waarde-doe = Ask the sender to mend the content and send the message again.
bezwaar-leeg-element = This part is empty, which is not allowed ({ $datatype }).
bezwaar-leeg-element-doe = Ask the sender to fill it in, or to leave it out if it is not mandatory.
bezwaar-attribuut = There is an attribute here ({ $naam }) that does not belong in a message.
bezwaar-attribuut-doe = Ask the sender to make the message according to the iJw 3.2 schema.
bezwaar-tekst-tussen-elementen = There is loose text between the parts.
bezwaar-tekst-tussen-elementen-doe = Ask the sender to mend the message and send it again.

## What we have no words for yet
bezwaar-onbekend = This file could not be processed (code { $code }).
bezwaar-onbekend-doe = Ask the administrator for help, and mention code { $code }.
bezwaar-zip-dubbel = This ZIP file holds two files of the same name.
bezwaar-zip-dubbel-doe = Give each file a name of its own and make the ZIP file again.

## Envelopes
bezwaar-envelop = The envelope around the message is wrong ({ $reden }).
bezwaar-envelop-doe = Ask the sender to make the envelope (StUF-GGk 0210) again and send it.
bezwaar-envelop-fout = The receiver tells that a message of ours could not be processed ({ $code }).
bezwaar-envelop-fout-doe = See in the envelope which message it is about, and get in touch with the receiver.
bezwaar-envelop-afzender = The envelope is from somebody else than the provider in the message.
bezwaar-envelop-afzender-doe = Do not process this message. Ask who runs the connection how this can be.
bezwaar-eigen-bericht = Only the municipality itself sends a { $bericht }. We do not take such a message from outside.
bezwaar-eigen-bericht-doe = Is it a message that the municipality sent before? Take it in with "leerloop import".
