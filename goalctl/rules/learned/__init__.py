"""How much each sign in a goal's wording speaks for a kind of fault, learned from labelled goals."""
