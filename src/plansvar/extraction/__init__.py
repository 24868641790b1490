"""Documents → rows: indicators, commitments, amounts, summaries, counts, chunks."""

from plansvar.extraction.extract import extract

__all__ = ["extract"]
