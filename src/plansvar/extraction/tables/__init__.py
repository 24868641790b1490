"""Tables of any reader → indicator, amount and commitment rows."""

from plansvar.extraction.tables.extracting import TableRows, extract_tables

__all__ = ["TableRows", "extract_tables"]
