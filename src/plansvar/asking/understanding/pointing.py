"""Words that point back at what was spoken of ("vad har den för mål?")."""

from __future__ import annotations

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.repeated import named_whole

_OF_NOUNS = ("assessment", "verdict", "order", "subject", "task_status", "change", "ordinal")


def points_back(reading: Reading, catalogue: Catalogue) -> bool:
    """Whether a pronoun stands for something said before; before a noun it is an article, and
    before "som" it begins what it stands for itself."""
    content = {i for each in telling(reading, catalogue) for i in each.tokens}
    nouns = {i for c in _OF_NOUNS for m in reading.places(c) for i in range(m.start, m.end)}
    named = named_whole(reading, catalogue) or range(0)
    if _ends_in_it(reading, content) and len(reading.tokens) - 1 not in named:
        return True
    return any(
        token.key in grammar()["pronouns"]
        and index not in named
        and index + 1 not in content | nouns | reading.found.used
        and not _begins_clause(reading, index)
        and not _begins_date(reading, index)
        for index, token in enumerate(reading.tokens)
    )


def names_first(reading: Reading, catalogue: Catalogue) -> bool:
    """ "personalen då, vad kostar den?": a pronoun stands for what is named before the comma."""
    named = {i for each in telling(reading, catalogue) for i in each.tokens}
    before, comma, _ = reading.text.partition(",")
    ahead = {i for i, token in enumerate(reading.tokens) if token.span.end <= len(before)}
    pronouns = {i for i, t in enumerate(reading.tokens) if t.key in grammar()["pronouns"]}
    return bool(comma and named & ahead) and named <= ahead and not pronouns & ahead


def _ends_in_it(reading: Reading, content: set[int]) -> bool:
    """ "vilket år köps det?": a verb, and behind it a pronoun with nothing more to say."""
    places = [i for i, token in enumerate(reading.tokens) if token.key in grammar()["it"]]
    return any(
        at - 1 in content and content.isdisjoint(range(at, len(reading.tokens))) for at in places
    )


def _begins_clause(reading: Reading, index: int) -> bool:
    after = reading.tokens[index + 1 : index + 2]
    return any(token.key in grammar()["relatives"] for token in after)


def _begins_date(reading: Reading, index: int) -> bool:
    """ "den 31 december" """
    return any(token.number is not None for token in reading.tokens[index + 1 : index + 2])
