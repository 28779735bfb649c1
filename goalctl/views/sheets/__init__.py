"""A form as a sheet to fill in."""
