"""Checks of section D, the child's social and care needs."""
