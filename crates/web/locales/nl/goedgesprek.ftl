# Het goede gesprek, de antwoorden, en wat het invullen kost.
