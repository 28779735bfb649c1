"""A whole check: rules, waivers and places over many plans."""
