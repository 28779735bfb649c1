"""A form asked item by item, and answers given at once."""
