"""The terminal: one module per command; the only place that asks, prints, exits or knows what day it is."""
