"""Checks of the rubric's group provision: one criterion a file."""
