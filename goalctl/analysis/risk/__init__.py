"""Where risk stands in a plan."""
