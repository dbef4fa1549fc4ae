"""One criterion a file, in folders named as the groups of the rubric."""
