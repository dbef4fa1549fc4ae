"""Checks of the rubric's group views: one criterion a file."""
