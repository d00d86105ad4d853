# De eigen pagina van het gezin, verwijzers, de beginpagina.
