"""A workspace as linked pages to look at in a browser; each is a text, and where they go is for others."""
