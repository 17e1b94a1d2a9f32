"""Scores orders."""
