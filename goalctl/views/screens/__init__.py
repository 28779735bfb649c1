"""Pages for a terminal: a plan, a day, a form, before a session."""
