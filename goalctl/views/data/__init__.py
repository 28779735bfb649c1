"""What programs read: each answer as numbers, days and words, with its sentence beside them; `goalctl/1` names it."""
