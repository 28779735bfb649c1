"""Questions about what two clones did."""
