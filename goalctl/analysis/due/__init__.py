"""What falls due of a plan, on which day, and whether its deadlines are realistic."""
