# De familie door de tijd, en de eerste vraag zonder dossier.
