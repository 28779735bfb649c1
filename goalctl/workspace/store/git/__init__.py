"""What git has of a record: its commits, its bundle, and what it has not taken."""
