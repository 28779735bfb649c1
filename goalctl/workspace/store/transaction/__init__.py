"""The transaction through which every change of a plan goes: drawn up, put in place, committed."""
