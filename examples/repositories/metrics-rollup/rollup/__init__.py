"""Sums by day."""
