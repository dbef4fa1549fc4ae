"""Initials for names."""
