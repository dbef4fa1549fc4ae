"""Agreement between two who judge: percent, and Gwet's AC1 with its interval."""
