"""What each report says, as plain values; how it looks is for the templates."""
