"""What others looked at."""
