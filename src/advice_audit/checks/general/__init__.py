"""Checks of the rubric's group general: one criterion a file."""
