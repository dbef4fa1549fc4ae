"""The termly sample: who could be chosen, how the lots fell, and what became of the chosen."""
