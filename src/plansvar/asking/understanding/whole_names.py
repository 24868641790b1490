"""A long name of a row or an undertaking that the question repeats word by word: what its own words
say ("minska antalet …", "ta fram …", "minst 30 procent") is neither asked for nor a condition."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Link, Operation, Query, Subject
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.other_sorts import is_of_other_sort
from plansvar.asking.understanding.parsing import Parsed, parse_alone
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.repeated import longest_name

_LOOSE = (Operation.LIST, Operation.COUNT, Operation.SHARE, Operation.RANK, Operation.VALUE)


def with_whole_name(made: Parsed, catalogue: Catalogue) -> Parsed:
    """The question about the row that it names word by word, as what stands beside the name asks;
    as it was where it was read so already or more is said."""
    found = longest_name(made.reading, catalogue)
    if found is None or _is_read_so(made, *found):
        return made
    name, place = found
    frame = _frame(made.reading, place, catalogue)
    if frame is None or frame.unlinked or _names_more(frame):
        return made
    if is_of_other_sort(name.rows, made.reading, catalogue):
        return made
    query = _asked(frame, name, made, place, catalogue)
    reading = replace(made.reading, matches=_beside(made.reading, place))
    return replace(
        made, query=query, reading=reading, operation=query.operation, subject=name.subject,
        unlinked=(),
    )  # fmt: skip


def _is_read_so(made: Parsed, name: Name, place: range) -> bool:
    """Whether the row is asked about, and no word of its name says anything else; or it only goes
    by the name of the unit whose undertakings are asked for."""
    query = made.query
    if query.subject is Subject.COMMITMENTS and name.text in query.scope.organisations:
        return True
    own = any(set(link.rows) & set(name.rows) for link in query.links)
    plain = replace(query.conditions, kinds=()) == Conditions() and not query.order
    inside = (m for m in made.reading.matches if m.start in place)
    cued = any(m.category in grammar()["named_conditions"] or m.category == "operation"
               for m in inside)  # fmt: skip
    listed = query.operation.value in grammar()["over_rows"]
    return own and plain and not query.not_understood and not (listed and cued)


def _frame(reading: Reading, place: range, catalogue: Catalogue) -> Parsed | None:
    """What the question says beside the name; null where it says nothing."""
    rest = [token for i, token in enumerate(reading.tokens) if i not in place]
    text = " ".join(token.text + "-" * token.hyphened for token in rest)
    if not rest:
        return None
    scope = replace(reading.found.scope, organisations=(), documents=(), years=())
    return parse_alone(read(text, 0, catalogue, scope, reading.language), catalogue)


def _names_more(frame: Parsed) -> bool:
    """Whether more than one thing, or another one, is asked about."""
    reading = frame.reading
    numbers = (i for i, token in enumerate(reading.tokens) if token.number is not None)
    free = any(i not in reading.found.used for i in numbers)
    return free or bool(frame.query.links or frame.query.not_understood or frame.query.decline)


def _asked(frame: Parsed, name: Name, made: Parsed, place: range, catalogue: Catalogue) -> Query:
    same = [n for n in catalogue.names if n.core == name.core and n.subject is name.subject]
    rows = tuple(dict.fromkeys(row for each in (name, *same) for row in each.rows))
    link = Link((made.reading.words(place.start, place.stop),), name.text, rows, 1.0)
    conditions = replace(frame.query.conditions, responsible=(), kinds=())
    return replace(
        frame.query, text=made.query.text, subject=name.subject, links=(link,),
        operation=_operation(frame, name.subject), conditions=Conditions(),
        premise=frame.query.premise or rules.as_premise(conditions), order=None, keywords=(),
        money=None, listed=(),
    )  # fmt: skip


def _operation(frame: Parsed, subject: Subject) -> Operation:
    """What is asked of the row; how it stands, where nothing else is."""
    asked = frame.operation
    if subject is Subject.COMMITMENTS:
        if asked is Operation.WHO:
            return Operation.RESPONSIBLE
        return Operation.STATUS if asked is None or asked in _LOOSE else asked
    judged = rules.as_premise(frame.query.conditions) is not None
    if asked is None or asked in _LOOSE:
        return Operation.STATUS if judged else Operation.VALUE
    return asked


def _beside(reading: Reading, place: range) -> tuple[Match, ...]:
    return tuple(m for m in reading.matches if m.start not in place)
