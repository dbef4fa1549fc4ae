"""Results become something a person or a program reads: one module a format, all behind `interface.py`."""
