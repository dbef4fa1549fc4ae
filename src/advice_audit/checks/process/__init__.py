"""Checks of the rubric's group process: one criterion a file."""
