"""What a fleet does in each workspace, and on which cores."""
