"""Words from the library and the bank."""
