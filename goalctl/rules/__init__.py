"""The linter: one module per letter, one small function per rule. Pure."""
