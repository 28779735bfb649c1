"""What each writing command does to a plan, one module a command."""
