"""One goal over time: its series, aimline, trend, attainment and state."""
