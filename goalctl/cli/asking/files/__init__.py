"""Files of the practice's own library, made at the terminal."""
