"""One module for each command: ask, compute, show."""
