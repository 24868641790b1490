"""What the rows of a table count, where their labels only say for whom or where."""

from __future__ import annotations

from plansvar.extraction.headings import Role, parse_heading
from plansvar.extraction.tables.column import Column, with_role
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import (
    Named,
    are_parts,
    are_units,
    heading_kind,
    is_for_each,
    is_title,
)
from plansvar.extraction.tables.series import generic_labels, named_by_heading
from plansvar.extraction.tables.table_units import unit_in
from plansvar.extraction.units import unit_in_name
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def counted(grid: Grid, columns: tuple[Column, ...], around: list[Named]) -> Named | None:
    """What the rows count, where their labels only say for whom: "Antal barn" over Förskola."""
    labels = with_role(columns, Role.LABEL)
    if heading_kind(columns) is not None or not labels or named_by_heading(grid, columns):
        return None
    last = labels[-1]
    if (are_units(columns) or are_parts(columns)) and _is_account(columns):
        return None  # the columns say what they give: "Budget", "Prognos", "Avvikelse"
    if are_units(columns):
        # "Sjukfrånvaro per nämnd" over a row for each
        return next((n for n in around[:1] if is_title(n.text)), None)
    unheaded = not any(label.text for label in labels)  # as the names under the bars of a chart
    titles = around[:1] if are_parts(columns) or unheaded else []
    each = next((n for n in titles if is_title(n.text) and _says_what(n.text)), None)
    if each is not None:
        return each  # "Sjukfrånvaro per verksamhet" over "Enhet" and a row for each
    heading = parse_heading(last.text)
    measures = {column.heading.measure for column in with_role(columns, Role.VALUE)}
    unsaid = fold(last.text) in generic_labels() or heading.measure in measures - {None}
    named = _without_unit(last.text)
    labelled = heading.role in (Role.LABEL, Role.UNIT) and named == last.text
    generic = labelled or unsaid or len(labels) > 1
    if named and last.spans and not generic:
        return Named(named, last.spans[-1])
    title = grid.titles[0] if grid.titles else None
    return Named(" ".join(title.text.split()), title.span) if title else None


def _is_account(columns: tuple[Column, ...]) -> bool:
    """Whether a table holds what was budgeted of its rows against how it went."""
    measures = {column.heading.measure for column in with_role(columns, Role.VALUE)}
    return measures >= set(vocabulary("tables")["money"]["account"])


def _says_what(title: str) -> bool:
    """Whether a title says what its rows give for each part: "Nöjdhet per enhet", "Antal barn"."""
    counts = vocabulary("measures")["counting"]["words"]
    return is_for_each(title) or fold(title).split()[:1] in [[word] for word in counts]


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
