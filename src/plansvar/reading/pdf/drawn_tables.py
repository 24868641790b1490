"""Tables that what is drawn makes, before rules and columns are looked for: the bars of a plan,
sectors of a circle, rows of small boxes, panels, cards and items with plates."""

from __future__ import annotations

from plansvar.reading.pdf.boards import find_boards
from plansvar.reading.pdf.cards import find_cards
from plansvar.reading.pdf.finding import Ground, unused
from plansvar.reading.pdf.gantts import find_gantts
from plansvar.reading.pdf.geometry import Rect
from plansvar.reading.pdf.panels import find_panels, panel_rows
from plansvar.reading.pdf.pies import find_pies
from plansvar.reading.pdf.pixels import Raster
from plansvar.reading.pdf.plated_items import find_plated_items
from plansvar.reading.pdf.roadmaps import find_roadmaps
from plansvar.reading.pdf.stacked import find_stacked
from plansvar.reading.pdf.strips import find_strips
from plansvar.reading.pdf.tables import RawTable
from plansvar.reading.pdf.trees import find_trees


def find_drawn_tables(ground: Ground, raster: Raster) -> list[RawTable]:
    """The tables of a page that are drawn; the grids that their shapes seem to make are dropped."""
    words, shapes, frame = ground.words, ground.shapes, ground.frame
    found = find_gantts(words, shapes, raster)
    found += find_trees(unused(words, found), shapes, frame.width)
    found += find_boards(unused(words, found), shapes, frame.width)
    found += find_roadmaps(unused(words, found), shapes, frame.width)
    found += find_pies(unused(words, found), shapes)
    found += find_stacked(unused(words, found), shapes)
    found += find_strips(unused(words, found), shapes)
    rest = unused(words, found)
    found += panel_rows(find_panels(rest, shapes, frame.width), rest)
    places = [table.rect for table in found]
    ground.grids = [g for g in ground.grids if not any(p.shared_area(g.rect) > 0 for p in places)]
    found += find_cards(unused(words, found), shapes, Rect(0, 0, frame.width, frame.height))
    return [*found, *find_plated_items(unused(words, found), shapes)]
