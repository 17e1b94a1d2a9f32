"""Products that a customer wants to remember."""
