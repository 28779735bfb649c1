"""Scores one by one: every one that was given, and those that a line or a table brings; nothing here judges them."""
