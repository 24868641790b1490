"""Contents lists that stand as tables: names and the pages they are on."""

from __future__ import annotations

from itertools import pairwise

from plansvar.domain import Document
from plansvar.extraction.tables.grid import Grid

_FEWEST = 4  # lines of a contents list
_BEYOND = 12  # pages that front matter may put the numbers ahead of the sheets


def lists_pages(document: Document, grid: Grid) -> bool:
    """Whether each line of a table is a name and a page of the document, in their order."""
    rows = [grid.filled(row) for row in range(grid.table.row_count)]
    texts = [[cell.text.strip() for cell in cells if cell.text.strip()] for cells in rows]
    if texts and not any(letter.isdigit() for each in texts[0] for letter in each):
        del texts[0]  # "Avsnitt | Sida"
    if len(texts) < _FEWEST or not all(len(each) == 2 and each[1].isdigit() for each in texts):
        return False
    pages = [int(number) for _, number in texts]
    ordered = all(one <= other for one, other in pairwise(pages))
    named = all(any(map(str.isalpha, name)) for name, _ in texts)
    return ordered and named and 0 < pages[-1] <= len(document.pages) + _BEYOND and pages[0] > 0
