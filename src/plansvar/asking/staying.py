"""Whether a turn of a talk is told by what stands with the thing spoken of, rather than by what it
was otherwise taken for: the one place where the two are weighed."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.accounts import HEAD
from plansvar.asking.passages.rows_beside import table_at
from plansvar.asking.passages.staying import Near
from plansvar.asking.passages.talk_zones import stands_with
from plansvar.asking.query import Conditions, Decline, Operation, Query, Scope
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.completing import of_the_same
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import read
from plansvar.asking.understanding.tokens import clean
from plansvar.domain import Amount, Answer, AnswerKind, Commitment, Indicator
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers

Row = Indicator | Commitment | Amount

# What was declined for these reasons may be told where the talk is.
_OF_DOCUMENTS = (None, Decline.NOT_IN_DOCUMENTS)
_OF_FIGURES = (
    Operation.VALUE, Operation.COUNT, Operation.DIFFERENCE, Operation.WHEN, Operation.WHO,
)  # fmt: skip


def may_stay(said: str, query: Query, talk: Conversation, catalogue: Catalogue) -> bool:
    """Whether a turn may be told by what stands with the thing spoken of: it is one question that
    says what it asks for, and not only another year or unit for which the same is asked."""
    whole = query.parts or query.decline not in _OF_DOCUMENTS or query.order is not None
    if talk.last is None or not talk.cited or whole:
        return False
    reading = read(clean(said), 0, catalogue, Scope(), query.language)
    return any(token.key in grammar()["asks_openly"] for token in reading.tokens)


def outweighs(
    near: Near, query: Query, found: Answer, talk: Conversation, library: Library
) -> bool:
    """Whether what stands with the thing spoken of counts more than `found`: that is no answer, the
    same again, or of something else, which the turn names less surely than the talk its thing. A
    list under conditions is never of something else."""
    if found.abstained:
        return True
    if not (near.whole and near.typed):
        return False
    if found.kind is AnswerKind.PASSAGE:
        return found.text == talk.told or not stands_near(found, query, talk, library)
    lists = (
        query.conditions != Conditions() or not query.links or query.operation not in _OF_FIGURES
    )
    if lists or query.measures or query.breakdowns or query.scope.periods:
        return False
    if found.text == talk.told or (near.own and near.telling and _is_told(found, talk)):
        return True
    if of_the_same(query, talk.last, talk.rows):
        tabled = any(_is_tabled(row, library) for row in found.rows)
        return near.quoted and near.own and not (tabled and talk.rows)
    return not (_is_of_thing(found, talk) or _names_surely(query, found, library))


def _is_of_thing(found: Answer, talk: Conversation) -> bool:
    """Whether a row that answers has the thing spoken of in its name."""
    links = talk.last.links if talk.last else ()
    spoken = [telling_roots(link.name) for link in links]
    own = [part for row in found.rows for part in _parts(row)]
    return any(name and name <= part for name in spoken for part in own)


def _is_told(found: Answer, talk: Conversation) -> bool:
    """Whether an answer has no number that the one before it did not have."""
    before = {number.value for number in find_numbers(talk.told)}
    told = [number.value for number in find_numbers(found.text)]
    return found.kind is not AnswerKind.PASSAGE and bool(told) and before.issuperset(told)


def staying_query(last: Query, said: Query) -> Query:
    """What a turn asks for of the thing that the talk is about already."""
    return replace(
        last, text=said.text, operation=said.operation, base=last.base or last.text, talk=said.talk,
        follow_up=True, conditions=Conditions(), order=None, measures=(), money=None, decline=None,
        not_understood=(), parts=(), premise=None,
    )  # fmt: skip


def stands_near(found: Answer, query: Query, talk: Conversation, library: Library) -> bool:
    """Whether an answer quotes what stands with the thing spoken of."""
    if query.talk is None:
        return any(source.document == talk.cited[0].document for source in found.citations)
    cited = [(source.document, source.spans) for source in found.citations]
    return any(stands_with(*place, query.talk, library) for place in cited)


def _names_surely(query: Query, found: Answer, library: Library) -> bool:
    """Whether a turn says each telling word of the name of a row that a table prints, or of one
    part of that ("förvaltare")."""
    said = telling_roots(query.text)
    parts = (part for row in found.rows if _is_tabled(row, library) for part in _parts(row))
    return any(part and all(any(is_form(w, one) for one in said) for w in part) for part in parts)


def _parts(row: Row) -> list[frozenset[str]]:
    """The telling words of the parts of what a row is called, between commas and brackets."""
    if isinstance(row, Commitment):
        return [telling_roots(row.text)]
    name = row.name if isinstance(row, Indicator) else row.what
    return [telling_roots(part) for part in HEAD.split(name)]


def _is_tabled(row: Row, library: Library) -> bool:
    if isinstance(row, Indicator):
        return True
    if not isinstance(row, Amount):
        return False
    document = library.document(row.place.document_id)
    return table_at(document, row.cell.start) is not None
