### Signing in, one's own account, accounts.

fout-429 = Even wachten
fout-429-uitleg = Er kwam hier vandaan te veel achter elkaar binnen. Dat houden wij tegen, zodat niemand wachtwoorden kan raden.
fout-429-doe = Wacht een paar minuten en probeer het dan nog eens. Lukt het daarna niet? Bel dan uw beheerder.
