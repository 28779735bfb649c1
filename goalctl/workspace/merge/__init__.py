"""Files of a record that two people changed: merged by meaning, and exchanged with the other clone."""
