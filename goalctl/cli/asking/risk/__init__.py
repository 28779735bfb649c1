"""What is asked where risk is heard of, and in a crisis."""
