"""Questions about a session and its note."""
