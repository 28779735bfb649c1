"""A fact as words, once."""
