"""Many plans beside each other: what needs a look first, and what was used before."""
