"""A text made of two texts and what both come from: each stretch as one of them has it, comments of both kept."""
