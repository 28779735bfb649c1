"""What a plan says: models, scalar types and findings. No file, no clock."""
