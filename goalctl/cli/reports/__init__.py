"""How a report comes about: its options, what is told of it, the week, the audit, its release."""
