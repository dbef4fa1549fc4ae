"""Checks of the rubric's group privacy: one criterion a file."""
