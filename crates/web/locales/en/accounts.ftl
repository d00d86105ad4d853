### Accounts with a password: signing in, invitations, one's own account.

account-naam = Name you sign in with
wachtwoord = Password
aanmelden = Sign in
aanmelden-titel = Sign in
aanmelden-code = Code
aanmelden-code-uitleg = The six digits in the app on your phone. Don't have it with you? Then use one of your recovery codes.
aanmelden-mis = This is not right. Check the name, the password and the code. Each code works once.
aanmelden-uitnodiging = I have an invitation
aanmelden-vergeten = Lost your password or phone? The manager gives you a new invitation.

uitnodiging-titel = Set up your account
uitnodiging-intro = The manager gave you a code. With it you choose a password of your own.
uitnodiging-code = Code of the invitation
uitnodiging-verder = Continue
uitnodiging-vervallen = We do not know this invitation. The code was copied wrongly, was used already, or is older than a week. Ask the manager for a new one.
uitnodiging-voor = This will be the account of { $naam }.
uitnodiging-stap-1 = Choose a password
uitnodiging-stap-2 = Set up the app
uitnodiging-app = Open an app for sign-in codes on your phone and choose to add an account. Point the camera at this picture.
uitnodiging-qr = Picture for the camera of your phone
uitnodiging-overtypen = Does that not work? Then type this text into the app:
uitnodiging-app-code = The six digits that the app shows now
uitnodiging-app-mis = The code of the app is not right. Wait until the app shows a new one. If it keeps going wrong, see whether the clock of your phone is right.
uitnodiging-klaar-knop = Set up my account
uitnodiging-begin = I have kept the codes, go to Leerloop

herstelcodes-titel = Recovery codes
herstelcodes-uitleg = With a recovery code you get in when you do not have your phone with you. Each code works once. Keep them on paper or in a password manager; we show them only once.

wachtwoord-uitleg = At least eight characters. A sentence that you remember well is strong; capitals and signs are not needed.
wachtwoord-nieuw = New password
wachtwoord-nogmaals = New password again
wachtwoord-huidig = Current password
wachtwoord-niet-gelijk = The two new passwords are not the same.
wachtwoord-oud-mis = The current password is not right.
wachtwoord-te-kort = This password is too short. Use at least eight characters.
wachtwoord-te-lang = This password is too long. Use at most 256 characters.
wachtwoord-te-bekend = This is a password that people guess first. Choose something else, such as a sentence.
wachtwoord-als-naam = This is too much like your name. Choose something else, such as a sentence.

mijn-titel = My account
mijn-wachtwoord = Password
mijn-wachtwoord-sinds = Chosen on { $moment }
mijn-wachtwoord-wijzig = Change password
mijn-wachtwoord-goed = Your password was changed. You are signed out on other devices.
mijn-geen-wachtwoord = You sign in in another way. There is no password to change here.
mijn-herstelcodes-over = { $n ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $n } recovery codes left.
  }
mijn-herstelcodes-nieuw = Make new recovery codes
mijn-herstelcodes-nieuw-klaar = These are your new recovery codes. The old ones no longer work.
mijn-telefoon = A new phone? The manager gives you a new invitation; your account stays the same.
mijn-sessies = Where you are signed in
mijn-sessie = { $toestel }, with { $manier }
mijn-sessie-wanneer = since { $begin }, last used { $gezien }
mijn-sessie-deze = this device
mijn-sessies-uitleg = We keep only the kind of device. Who does nothing for half an hour is signed out.
mijn-overal-af = Sign out everywhere
toestel-telefoon = Phone or tablet
toestel-computer = Computer
toestel-onbekend = Unknown device
manier-demo = a choice from the list
manier-wachtwoord = password and code
manier-sleutel = passkey
manier-oidc = the account of your organisation

menu-accounts = Accounts
accounts-intro = Who may work with Leerloop, what they may see, and when that was last used.
accounts-bijschrift = Accounts with their rights and last use
accounts-wie = Who
accounts-rechten = Role and rights
accounts-laatst = Last signed in
accounts-doen = Do
accounts-nooit = never yet
accounts-ongebruikt = not used for 90 days
accounts-gestopt = ended on { $moment }
accounts-uitgenodigd-tot = invited until { $moment }
accounts-nooit-uitgenodigd = cannot sign in yet
accounts-uitnodigen = Invite
accounts-stoppen = End
accounts-nieuw = New account
accounts-mens = Name of the person
accounts-naam-uitleg = Small letters, digits, full stop, dash or at sign; at least three characters.
accounts-rol = Role
accounts-kies-rol = Choose a role
accounts-wijken = Codes of the neighbourhoods, for a team
accounts-aanbieder = AGB code, for a provider
accounts-voeg-toe = Add and invite
accounts-code-voor = Invitation for { $naam }
accounts-code-uitleg = Tell this code in person or over the phone, together with the name to sign in with. The code works once, for a week, and we show it only once.
accounts-geen-sleutel = Signing in with a password is not possible now: Leerloop was started without a key. The administrator of the server starts Leerloop with --key.
accounts-naam-mis = That name to sign in with will not do. Use small letters, digits, full stop, dash or at sign; at least three characters.
accounts-mens-mis = Fill in the name of the person.
accounts-rol-mis = Choose a role.
accounts-wijken-mis = The code of a neighbourhood begins with WK and has six digits, such as WK075801. Put a space between codes.
accounts-aanbieder-mis = With the role provider goes an AGB code of eight digits. With other roles this field stays empty.
accounts-bestaat = That name to sign in with was used already. An account that ended keeps its name too.
accounts-niet-zelf = You cannot end your own account. Ask another manager.
recht-eigen = { $deel } (own)
onderdeel-mijn-account = own account
onderdeel-accounts = accounts

# Passkeys.
passkeys = Passkeys
passkeys-niet = Signing in with a passkey is not possible here yet. Who runs the system can turn it on.
passkeys-uitleg = With a passkey you sign in with your finger, your face or the PIN of your device. You need not type a password or a code then.
passkeys-geen = You have no passkey yet.
passkeys-script = A passkey can only be made when your browser uses JavaScript.
passkey-naam = Name of the passkey
passkey-naam-uitleg = To recognise it by later, for example: laptop at work.
passkey-maak = Make a passkey
passkey-gemaakt = Your passkey is ready. You can sign in with it next time.
passkey-niet-gemaakt = The passkey was not made. Try again, and finish within five minutes.
passkey-gestopt = It did not work, or you stopped. You can simply try again.
passkey-nog-nooit = made on { $gemaakt }, not used yet
passkey-gebruikt = made on { $gemaakt }, last used on { $gebruikt }
passkey-weg = Remove
passkey-weg-doe = Remove passkey
passkey-is-weg = The passkey was removed. Nobody can sign in with it any more.
passkey-niet-weg = The passkey was not removed: the password is not right, or the passkey was gone already.
passkey-aanmelden = Sign in with a passkey
passkey-mis = Signing in with this passkey does not work. Try again, or use your password and code.
