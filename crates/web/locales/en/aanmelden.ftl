### Signing in, one's own account, accounts.

fout-429 = Please wait a moment
fout-429-uitleg = Too much came in from here in a short time. We stop that, so that nobody can guess passwords.
fout-429-doe = Wait a few minutes and then try again. If that does not help, call your manager.
