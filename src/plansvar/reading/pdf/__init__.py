"""PDF files: characters, lines, tables, marks and headings, page by page, with pypdfium2 alone."""

from plansvar.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
