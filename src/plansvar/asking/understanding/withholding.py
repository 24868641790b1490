"""Questions on places, documents and years that the documents do not cover."""

from __future__ import annotations

from plansvar.asking.query import Decline, Operation
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import Linked
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.language.folding import fold


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
    told = (passages or beside) and mentioned and linked.link is None
    if found.other_place and not told:
        return Decline.OTHER_PLACE
    if found.no_document:
        return Decline.NOT_IN_DOCUMENTS
    years = catalogue.years
    if (passages and linked.link is None) or operation is Operation.TARGET:
        years = years | catalogue.text_years
    asked = (*found.scope.years, *found.against)
    if asked and catalogue.years and not any(year in years for year in asked):
        return Decline.OTHER_YEAR
    return None
