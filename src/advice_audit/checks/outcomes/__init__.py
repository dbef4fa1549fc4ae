"""Checks of the rubric's group outcomes: one criterion a file."""
