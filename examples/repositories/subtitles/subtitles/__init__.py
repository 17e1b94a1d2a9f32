"""Subtitle tracks."""
