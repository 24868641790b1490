"""Questions on places, documents and years that the documents do not cover."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Decline, Operation, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.cues import names_each_unit
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.asking.understanding.things_counted import asks_each_untold
from plansvar.language.folding import fold

_BEFORE = 2  # words before a town that a document has to say with it
LEAST_UNITS = 2  # units that a row must be told for, so that one of them has the most


def decline_of(
    reading: Reading, catalogue: Catalogue, operation: Operation | None, linked: Linked
) -> Decline | None:
    """Why what is asked about is none of the documents'; null where it may be."""
    found = reading.found
    passages = operation is not None and operation.value in grammar()["passages"]
    beside = set(map(fold, found.other_place)) <= set(grammar()["other_towns"])
    mentioned = all(
        stem in catalogue.passage_stems for word in found.other_place for stem in roots(word)
    )
    told = (passages or beside) and mentioned and _is_of(found.other_place, linked, catalogue)
    if found.other_place and not (told or (beside and _tells_word_by_word(reading, catalogue))):
        return Decline.OTHER_PLACE
    unheld = asks_each_untold(linked, operation, reading, catalogue)
    if found.no_document or unheld or _is_of_no_units(reading, catalogue, operation, linked):
        return Decline.NOT_IN_DOCUMENTS
    years = catalogue.years
    if linked.link is None or operation is Operation.TARGET:
        years = years | catalogue.text_years
    asked = (*found.scope.years, *found.against)
    if asked and catalogue.years and not any(year in years for year in asked):
        return Decline.OTHER_YEAR
    return None


def _is_of(places: Sequence[str], linked: Linked, catalogue: Catalogue) -> bool:
    """Whether nothing is linked, or only rows whose own line speaks of the places ("platser i
    grannkommunen")."""
    rows = linked.link.rows if linked.link else ()
    lines = [set(roots(f"{catalogue.by_row[r].text} {catalogue.lines.get(r, '')}")) for r in rows]
    return all({stem for place in places for stem in roots(place)} <= line for line in lines)


def _tells_word_by_word(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a document says what is asked of another town in the same words ("platser i
    grannkommunen")."""
    keys = [token.key for token in reading.tokens]
    places = [n for n, key in enumerate(keys) if key in grammar()["other_towns"]]
    said = [" ".join(keys[n - _BEFORE : n + 1]) for n in places if n >= _BEFORE]
    return any(each in fold(d.text) for each in said for d in catalogue.documents)


def _is_of_no_units(
    reading: Reading, catalogue: Catalogue, operation: Operation | None, linked: Linked
) -> bool:
    """ "vilken nämnd har flest tillbud?" where no row tells units apart."""
    link = linked.link
    if link is None or operation is not Operation.RANK or not names_each_unit(reading):
        return False
    if linked.subject is not Subject.INDICATORS:
        return False
    told = {unit for row in link.rows for unit in catalogue.by_row[row].organisations}
    return len(told) < LEAST_UNITS
