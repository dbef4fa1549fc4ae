"""Exit codes, fixed once published."""

OK = 0
"""Every advice meets the rubric's pass mark."""
BELOW = 1
"""At least one advice does not."""
USAGE = 2
"""Wrong usage, rubric or configuration."""
UNREADABLE = 3
"""At least one file could not be audited; the others were. Wins over `BELOW`."""
INTERNAL = 70
"""A fault of the program's own."""
INTERRUPTED = 130
"""Stopped by the user."""
