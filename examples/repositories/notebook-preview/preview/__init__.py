"""Notebook previews."""
