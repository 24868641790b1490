"""What the rows of a table count, where their labels only say for whom or of what."""

from __future__ import annotations

from itertools import pairwise

from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import Named, are_units, heading_kind
from plansvar.extraction.tables.series import generic_labels, named_by_heading
from plansvar.extraction.tables.surroundings import is_title
from plansvar.extraction.tables.table_units import unit_in
from plansvar.extraction.units import unit_in_name
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def counted_by(grid: Grid, columns: tuple[Column, ...], around: list[Named]) -> Named | None:
    """What the rows count, where their labels only say for whom: "Antal barn" over Förskola."""
    labels = with_role(columns, Role.LABEL)
    if heading_kind(columns) is not None or not labels or named_by_heading(grid, columns):
        return None
    last = labels[-1]
    if are_units(columns) or _are_places(columns, around):
        # "Sjukfrånvaro per nämnd" over a row for each
        return next((n for n in around[:1] if is_title(n.text)), None)
    heading = parse_heading(last.text)
    measures = {column.heading.measure for column in with_role(columns, Role.VALUE)}
    unsaid = fold(last.text) in generic_labels() or heading.measure in measures - {None}
    counted = _without_unit(last.text)
    labelled = heading.role in (Role.LABEL, Role.UNIT) and counted == last.text
    generic = labelled or unsaid or len(labels) > 1
    if counted and last.spans and not generic:
        return Named(counted, last.spans[-1])
    title = grid.titles[0] if grid.titles else None
    return Named(" ".join(title.text.split()), title.span) if title else None


def _are_places(columns: tuple[Column, ...], around: list[Named]) -> bool:
    """Whether rows are parts of the municipality and the title says what is counted in each:
    "Antal barn" or "Nöjdhet per område" over Norr and Söder under "Område"."""
    parts = vocabulary("tables")["parts_of_municipality"]["words"]
    counts = vocabulary("measures")["counting"]["words"]
    title = fold(around[0].text).split() if around else []
    labels = with_role(columns, Role.LABEL)
    if len(labels) != 1 or not title or fold(labels[0].text) not in parts:
        return False
    per = vocabulary("units")["shares"]["words"]
    each = [word for before, word in pairwise(title) if before in per]
    return title[0] in counts or fold(labels[0].text) in each


def _without_unit(heading: str) -> str | None:
    """What a heading names besides its unit: "Sjukfrånvaro per nämnd, %"; null where that is
    nothing, or money."""
    unit = unit_in_name(heading)
    if unit is None:
        return heading if unit_in(heading) is None else None
    bare = heading[: unit.span.start].strip(" ,([")
    tables = vocabulary("tables")
    said = fold(bare) not in [*generic_labels(), *tables["turned"]["unsaid"]]
    telling = len(bare.split()) > 1 or fold(bare) in vocabulary("everyday")["sv"]
    return bare if said and not unit.unit.money and telling else None
