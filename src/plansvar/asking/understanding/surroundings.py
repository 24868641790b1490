"""What rows stand under and what the documents say of them, as stems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from plansvar.asking.evidence.words import measure_kind
from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.names import name_stems, without_sum_word
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.row_groups import groups_over_rows
from plansvar.domain import Indicator, Observation, Place
from plansvar.index.library import Library
from plansvar.language.folding import bare, fold, words
from plansvar.language.vocabulary import vocabulary

DATED = re.compile(r"([^\W\d_]{4,}) ((?:19|20)\d\d)(?!\d)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def contexts_of(library: Library) -> dict[str, frozenset[str]]:
    """Row → the stems of its headings, unit, measure or kind, document, and of the line of its
    table that it stands under."""
    titles = {d.path: d.title for d in library.documents()}
    groups = groups_over_rows(library)
    rows: list[tuple[str, Place, str | None]] = []
    rows += [(row.id, row.place, " ".join(row.kinds)) for row in library.indicators()]
    rows += [(row.id, row.place, row.kind) for row in library.commitments()]
    rows += [(row.id, row.place, row.measure) for row in library.amounts()]
    return {
        row: _stems((*place.section, place.organisation, titles.get(place.document_id), *beside))
        for row, place, said in rows
        for beside in ((said, groups.get(row)),)
    }


def years_of_rows(library: Library, without_targets: bool = False) -> dict[str, frozenset[int]]:
    """Row → the years in the periods of its values; a period of several years holds all of them,
    and a value in a table that tells none is of its document's year."""
    own = {d.path: str(d.year or "") for d in library.documents()}
    periods: list[tuple[str, Sequence[str | None]]] = [
        (r.id, [_dated(o.period, own[r.place.document_id]) for o in _told(r, without_targets)])
        for r in library.indicators()
    ]
    periods += [
        (r.id, [_dated(r.period, own[r.place.document_id]) if r.headings else r.period])
        for r in library.amounts()
    ]
    return {
        row: frozenset(int(y) for text in texts if text for y in YEAR.findall(text))
        for row, texts in periods
    }


def _told(row: Indicator, without_targets: bool) -> Iterable[Observation]:
    """The values of a row; without targets only where it has others."""
    targets = vocabulary("answering")["measures"]["target"] if without_targets else ()
    others = [o for o in row.observations if fold(o.measure) not in targets]
    return others or row.observations


def _dated(period: str | None, year: str) -> str:
    return period if period and YEAR.search(period) else year


def years_of_library(library: Library) -> frozenset[int]:
    """The years of printed values and of names."""
    rows, amounts = library.indicators(), library.amounts()
    texts = [o.period for row in rows for o in row.observations if o.period]
    texts += [amount.period for amount in amounts if amount.period]
    texts += [row.name for row in rows] + [amount.what for amount in amounts]
    texts += [row.text for row in library.commitments()]
    return frozenset(int(year) for text in texts for year in YEAR.findall(text))


def dated_words_of(library: Library) -> frozenset[str]:
    """Words with a year behind them, as "agenda 2030", that the documents use."""
    found = (pair for d in library.documents() for pair in DATED.findall(d.text))
    return frozenset(f"{bare(word)} {year}" for word, year in found)


def groups_of_rows(library: Library) -> dict[str, frozenset[str]]:
    """Row → the groups (women, boys) that it has values for."""
    rows = library.indicators()
    return {r.id: frozenset(o.breakdown for o in r.observations if o.breakdown) for r in rows}


def dated_measures_of(library: Library) -> dict[str, frozenset[tuple[str, str]]]:
    """Row → the measures (outcome, target, budget) of its values, each with its period."""
    found = {
        r.id: frozenset((o.measure, o.period or "") for o in r.observations)
        for r in library.indicators()
    }
    amounts = (r for r in library.amounts() if r.measure)
    return found | {r.id: frozenset(((r.measure or "", r.period or ""),)) for r in amounts}


def places_of_rows(library: Library) -> dict[str, Place]:
    """Row → where it stands."""
    rows = (library.indicators(), library.commitments(), library.amounts())
    return {row.id: row.place for group in rows for row in group}


def told_rows(library: Library) -> frozenset[str]:
    """Key figures that print any value but their target."""
    targets = vocabulary("answering")["measures"]["target"]
    rows = library.indicators()
    told = ((r.id, o) for r in rows for o in r.observations if o.value is not None)
    return frozenset(row for row, o in told if fold(o.measure) not in targets)


def unit_rows(library: Library, units: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Unit → the amounts whose name is the unit's, or that sum it up ("Summa socialnämnden",
    "Socialnämnden totalt"); `units` holds folded names."""
    sums = vocabulary("answering")["balance"]["sums"]
    found: dict[str, tuple[str, ...]] = {}
    for row in library.amounts():
        told = fold(row.what)
        first, _, rest = told.partition(" ")
        whole = rest if first in sums else without_sum_word(told)
        name = units.get(whole if row.is_sum and whole else told)
        if name:
            found[name] = (*found.get(name, ()), row.id)
    return found


def kinds_of_places(library: Library) -> dict[str | None, Counter[str]]:
    """Municipality → kinds of rows, with how many of each have both an outcome and a target."""
    towns = {d.path: d.municipality for d in library.documents()}
    found: dict[str | None, Counter[str]] = {}
    for row in library.indicators():
        kinds = {measure_kind(o.measure) for o in row.observations}
        counted = found.setdefault(towns.get(row.place.document_id), Counter())
        for kind in row.kinds:
            counted[kind] += int({"outcome", "target"} <= kinds)
    return found


def measures_of_rows(library: Library) -> dict[str, str]:
    """Root → measure of one word that only the documents have ("kommungruppen")."""
    known = {word for table in vocabulary("questions")["sv"].values() for word in table}
    known |= function_words()
    names = {fold(o.measure) for row in library.indicators() for o in row.observations}
    return {
        root(name): name
        for name in sorted(names)
        if measure_kind(name) is None and name not in known and len(words(name)) == 1
    }


def columns_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Key figure → its measures, where none of them is an outcome or a target."""
    found = {r.id: {fold(o.measure) for o in r.observations} for r in library.indicators()}
    return {
        row: tuple(sorted(measures))
        for row, measures in found.items()
        if measures and all(measure_kind(measure) is None for measure in measures)
    }


def amounts_of_measures(library: Library) -> dict[str, tuple[str, ...]]:
    """Measure → the amounts that are of it."""
    found: dict[str, tuple[str, ...]] = {}
    for row in library.amounts():
        if row.measure:
            found[row.measure] = (*found.get(row.measure, ()), row.id)
    return found


def places_of(library: Library) -> Iterator[Place]:
    """Where the rows of a library stand."""
    for indicator in library.indicators():
        yield indicator.place
    for commitment in library.commitments():
        yield commitment.place
    for amount in library.amounts():
        yield amount.place


def rows_of_units(library: Library) -> frozenset[str]:
    """The indicators that are a unit's own and not the whole municipality's."""
    whole = set(grammar()["whole"])
    return frozenset(
        row.id
        for row in library.indicators()
        if (row.responsible or row.place.organisation) and not whole <= set(words(row.name))
    )


def _stems(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(each for text in texts if text for each in name_stems(text))


def units_of_rows(library: Library) -> dict[str, frozenset[str]]:
    """Row → the units that its values are printed in."""
    units = [(r.id, [o.unit for o in r.observations]) for r in library.indicators()]
    units += [(r.id, [r.unit]) for r in library.amounts()]
    return {row: frozenset(unit for unit in each if unit) for row, each in units}


def labels_of_rows(library: Library) -> dict[str, tuple[str, ...]]:
    """Row → all that a key figure is called."""
    return {r.id: (r.name, *(label.text for label in r.also)) for r in library.indicators()}
