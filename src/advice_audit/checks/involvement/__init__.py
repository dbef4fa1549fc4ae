"""Checks of the rubric's group involvement: one criterion a file."""
