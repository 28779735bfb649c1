"""What came of treatment: one plan's facts, and the figures of many; pure, and never a ranking of people."""
