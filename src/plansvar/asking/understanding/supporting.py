"""The amounts that a question means which names none: results, measures, a unit's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked, link_all, link_names
from plansvar.asking.understanding.moneyed import is_result, place_of_over, result_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots


def link_unit(units: Sequence[str], reading: Reading, catalogue: Catalogue) -> Linked:
    """The amounts that are printed for units."""
    rows = tuple(row for unit in units for row in catalogue.units_as_rows[unit])
    words = reading.words(0, len(reading.tokens))
    return Linked(Link((words,), ", ".join(units), rows, 1.0), Subject.AMOUNTS)


def link_support(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """Money asked for by the grammar's own words ("ligger vi back?", "kostnaderna")."""
    causes = operation is not None and operation.value in grammar()["of_causes"]
    left_over = place_of_over(reading)
    if left_over and not reading.has("money"):
        return _link_outcome(reading, catalogue, left_over, ())
    if causes and not reading.has("money"):
        return Linked()
    results = [w for w in words if is_result(w, reading)]
    if subject is None and results:
        return of_no_unit(_link_whole_result(results, reading, catalogue), reading, catalogue)
    if subject is not Subject.AMOUNTS:
        return Linked()
    if reading.has("money"):
        return _link_money(reading, catalogue)
    supporting = [replace(w, support=False, stems=_stems(w, reading)) for w in words]
    linked = link_names(supporting, catalogue, scope, (subject,))
    found = _first_found(linked, results, reading, catalogue)
    return of_no_unit(found, reading, catalogue)


def _first_found(
    linked: Linked, results: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> Linked:
    """A measure's amounts, else what the words name, else the results; of a result the measure
    says which one, and names no rows of its own."""
    measured = _link_measure(reading, catalogue)
    if measured.link is not None and results:
        result = _link_whole_result(results, reading, catalogue)
        return result if result.link is not None else measured
    told = (measured, linked, _link_result(reading, catalogue))
    return next((found for found in told if found.link is not None), Linked())


def _stems(content: Content, reading: Reading) -> tuple[str, ...]:
    return result_stems() if is_result(content, reading) else content.stems


def _link_money(reading: Reading, catalogue: Catalogue) -> Linked:
    places = [range(m.start, m.end) for m in reading.places("money")]
    return _link_outcome(reading, catalogue, places[0], reading.values("money"))


def _link_result(reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad blev resultatet?": what tells how the money went."""
    telling = tuple(s for word in grammar()["money_words"] for s in roots(word))
    places = [range(i, i + 1) for i, t in enumerate(reading.tokens) if t.stem.startswith(telling)]
    return _link_outcome(reading, catalogue, places[0], ()) if places else Linked()


def _link_whole_result(
    results: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> Linked:
    """ "vilket resultat väntas?": the amounts that are called a result."""
    place = next(i for i in results[0].tokens if reading.tokens[i].stem in result_stems())
    said = reading.words(place, place + 1)
    asked = [replace(results[0], words=said, support=False, stems=result_stems())]
    return link_all(asked, catalogue, (Subject.AMOUNTS,))


def of_no_unit(found: Linked, reading: Reading, catalogue: Catalogue) -> Linked:
    """ "kommunens resultat" is not a unit's: the rows of no unit, else the municipality's total."""
    amounts = {row.id: row for row in catalogue.library.amounts()}
    total = _of_whole(tuple(amounts), reading, catalogue)
    if found.link is None or not total:
        return found
    own = tuple(r for r in found.link.rows if r in amounts and not amounts[r].place.organisation)
    # A measure restricts what is told of the rows, not which rows are meant.
    rows = total if not own or set(own) <= set(total) else own
    return replace(found, link=replace(found.link, rows=rows))


def _link_outcome(
    reading: Reading, catalogue: Catalogue, place: range, named: Sequence[str]
) -> Linked:
    stems = tuple(s for name in (*named, *grammar()["money_words"]) for s in roots(name))
    content = Content(reading.words(place.start, place.stop), tuple(place), stems)
    return link_all([content], catalogue, (Subject.AMOUNTS,))


def _of_whole(rows: Sequence[str], reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """ "kommunens prognos" is that of the whole, where a row has it, and so is that of no unit."""
    whole = roots(grammar()["of_whole"])
    said = any(t.stem in whole for t in reading.tokens)
    if reading.found.scope.organisations:
        return ()
    told = tuple(row for row in rows if set(whole) & set(catalogue.by_row[row].stems))
    lines = {root for word in grammar()["whole_lines"] for root in roots(word)}
    return told if said else tuple(r for r in told if lines >= set(catalogue.by_row[r].stems))


def _link_measure(reading: Reading, catalogue: Catalogue) -> Linked:
    """ "vad är prognosen?": all amounts that are a forecast."""
    named = [m for m in reading.places("measure") if m.value in catalogue.amounts_by_measure]
    rows = tuple(r for m in named for r in catalogue.amounts_by_measure[m.value])
    rows = tuple(dict.fromkeys(_of_whole(rows, reading, catalogue) or rows))
    if not rows:
        return Linked()
    words = tuple(reading.words(m.start, m.end) for m in named)
    return Linked(Link(words, ", ".join(m.value for m in named), rows, 1.0), Subject.AMOUNTS)
