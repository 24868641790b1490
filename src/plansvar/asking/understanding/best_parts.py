"""Which school or home is best, where the question names no measure ("vilken skola har bäst
resultat?"): by what tells the results of such parts, where a table has it; else not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plansvar.asking.query import Decline, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.tables.querying import of_table
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.member_tables import kinds_of_word, member_words
from plansvar.asking.understanding.members import of_members
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.domain import Span
from plansvar.language.vocabulary import vocabulary

_BY_WORTH = ("distance_to_target+", "distance_to_target-")


def of_best_part(
    text: str, start: int, before: Scope, last: Query | None, catalogue: Catalogue, language: str
) -> Query | None:
    """The ranking of the parts by what tells their results, or the plain no; null where another
    thing is asked."""
    tokens = tokenise(text, start, language)
    place = _part_asked(tokens)
    if place is None:
        return None
    reading = read(text, start, catalogue, before, language, named=False)
    said = next((token for token in tokens if token.key in _results()["words"]), None)
    ranked = reading.has("order", *_BY_WORTH) or (said is not None and reading.has("order"))
    if not ranked or _names_measure(reading, tokens, place):
        return None
    for asked in _with_measures(text, start, said, reading):
        told = read(asked, start, catalogue, before, language, named=False)
        query = of_members(told, last, catalogue) or of_table(told, catalogue)
        if query is not None:
            return query
    part = Words(tokens[place].text, tokens[place].span)
    return Query(
        text,
        Subject.INDICATORS,
        Operation.RANK,
        links=(Link((part,), part.text, (), 0.0),),
        decline=Decline.NOT_IN_DOCUMENTS,
        language=language,
    )


def _with_measures(text: str, start: int, said: Token | None, reading: Reading) -> Iterator[str]:
    """The question as it is, then with what tells the results of such parts for that word, of which
    most is best."""
    if said is None:
        return
    yield text
    kinds = sorted(kind for token in reading.tokens for kind in kinds_of_word(token.key))
    for measure in (m for kind in kinds for m in _results().get(kind, ())):
        words = {said.span: measure}
        for value, way in zip(_BY_WORTH, ("least", "most"), strict=True):
            for match in reading.places("order", value):
                words[reading.tokens[match.start].span] = _results()[way][0]
        yield _rewritten(text, start, words)


def _rewritten(text: str, start: int, words: Mapping[Span, str]) -> str:
    """The question with other words in these places."""
    for span in sorted(words, reverse=True):
        text = f"{text[: span.start - start]}{words[span]}{text[span.end - start :]}"
    return text


def _part_asked(tokens: Sequence[Token]) -> int | None:
    """Where a word for a school or home stands right behind one that asks which."""
    which, kinds = member_words("which"), set(_results()["kinds"])
    for n in range(1, len(tokens)):
        if tokens[n - 1].key in which and kinds & kinds_of_word(tokens[n].key):
            return n
    return None


def _names_measure(reading: Reading, tokens: Sequence[Token], place: int) -> bool:
    """Whether anything is said beside the part, its place, "best" and words for results."""
    orders = {i for m in reading.places("order") for i in range(m.start, m.end)}
    small = {*function_words(), *_results()["words"], *_results()["beside"]}
    used = {place, *orders, *reading.found.used}
    return any(i not in used and token.key not in small for i, token in enumerate(tokens))


def _results() -> dict[str, list[str]]:
    results: dict[str, list[str]] = vocabulary("members")["results"]
    return results
