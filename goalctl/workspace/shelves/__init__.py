"""The practice's own library beside the shipped one: forms, planners, templates, and what is taken from them."""
