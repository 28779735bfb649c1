"""What TAB offers. No models: plain text is enough."""
