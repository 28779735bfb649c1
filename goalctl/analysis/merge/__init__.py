"""Two states of one record and what they come from, united by meaning; pure, on plain values."""
