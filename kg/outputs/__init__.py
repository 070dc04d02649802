"""Graph to bytes that people look at."""
