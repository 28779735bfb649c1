"""Rows and columns, and every format they can be shown in."""
