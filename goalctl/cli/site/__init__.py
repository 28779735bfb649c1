"""How the pages of a site are made and kept up to date."""
