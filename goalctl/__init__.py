"""goalctl: treatment plans as plain text, with SMART goals, scores, deadlines and charts."""

__version__ = "0.1.0"
