"""Questions at the terminal, and the walks that are made of them."""
