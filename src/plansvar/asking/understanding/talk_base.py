"""The whole question that a talk has come to: what comes next is asked of the same thing."""

from __future__ import annotations

from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.merging import telling, units_among
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.scoping import slots_of
from plansvar.language.folding import words


def whole_base(query: Query, reading: Reading, last: Query | None, catalogue: Catalogue) -> str:
    """The text of the whole question that one for a part stands for: where it names no more than
    the part, the question before with that in it."""
    label = [word for link in query.links for word in words(link.name)]
    said = {word for c in telling(reading, catalogue) for word in words(c.words.text)}
    more = any(not any(each.startswith(word) for each in label) for word in said)
    if last is None or not label or more:
        return query.text
    return _of_unit(last.base or last.text, query.links[0].name, catalogue, query.language)


def _of_unit(before: str, unit: str, catalogue: Catalogue, language: str) -> str:
    """The text of a question about the same thing of another unit."""
    earlier = read(before, 0, catalogue, Scope(), language, named=False)
    taken = slots_of(earlier.tokens, language, catalogue)["unit"]
    taken |= units_among(telling(earlier, catalogue), earlier)
    kept = [token.text for i, token in enumerate(earlier.tokens) if i not in taken]
    return " ".join((*kept, unit))
