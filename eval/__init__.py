"""Measuring answers and reading against truth that was not written to please the program."""
