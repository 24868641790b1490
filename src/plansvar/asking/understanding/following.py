"""Follow-ups: the question before, with only what is said anew replaced."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.relinking import relinked

FEW = 3  # so many rows shown may be meant by "den", "varför då?"
# Operations that answer "and that one?" for whatever is named next.
KEPT_FOR_LINKS = (
    Operation.VALUE, Operation.TARGET, Operation.STATUS, Operation.TREND, Operation.DIFFERENCE,
    Operation.RESPONSIBLE, Operation.WHY, Operation.PAGE, Operation.HOW, Operation.WHEN,
)  # fmt: skip


def is_follow_up(parsed: Parsed, conversation: Conversation) -> bool:
    """Whether a question leaves to the one before what it is about."""
    if conversation.last is None:
        return False
    query, reading = parsed.query, parsed.reading
    if reading.has("as_table") and not query.links:
        return True
    if _whole(parsed):
        return False
    begins = any(m.start == 0 for m in reading.places("follow"))
    if begins or reading.has("whole") or reading.has("follow", "that"):
        return True
    return not query.links and not parsed.unlinked


def follow(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Query:
    """The last query with what `parsed` says anew."""
    before = conversation.last
    if before is None:
        return parsed.query
    parsed = _as_unit(parsed, before)
    query, new = before, parsed.query
    query = replace(
        query,
        text=new.text,
        follow_up=True,
        decline=new.decline,
        not_understood=tuple(c.words.text for c in parsed.unlinked),
        parts=(),
        language=new.language,
        as_table=new.as_table,
        scope=_scope(before.scope, parsed),
        against_years=new.against_years or before.against_years,
    )
    query = relinked(_with_links(query, parsed), catalogue)
    query = _with_conditions(query, parsed)
    query = _with_details(query, parsed)
    query = _with_operation(query, parsed, before.premise if query.links else query.premise)
    query = _with_rows_shown(query, parsed, conversation, catalogue)
    return _as_passages(query, parsed)


def _as_unit(parsed: Parsed, before: Query) -> Parsed:
    """ "och för KLK?" names a unit, where it was not undertakings that were asked about."""
    units = parsed.reading.found.scope.organisations
    new = parsed.query
    if before.subject is Subject.COMMITMENTS or not units or not new.conditions.responsible:
        return parsed
    scope = replace(new.scope, organisations=units)
    conditions = replace(new.conditions, responsible=())
    return replace(parsed, query=replace(new, scope=scope, conditions=conditions))


def _whole(parsed: Parsed) -> bool:
    """Whether a question names both what is wanted and of what."""
    query, operation = parsed.query, parsed.operation
    linked = bool(query.links) and all(link.score >= 0.6 for link in query.links)
    noun = parsed.reading.has("subject") and not parsed.reading.has("subject", "amounts")
    if operation is None:
        return (linked or noun) and not parsed.reading.has("follow")
    if operation in (Operation.CONFLICTS, Operation.OLD_MEASUREMENTS, Operation.CHECK_SUM):
        return True
    if operation is Operation.SUMMARISE and not parsed.reading.has("follow", "that"):
        return True
    if operation.value in grammar()["over_rows"]:
        conditions = query.conditions != Conditions() or query.order is not None
        return (noun and not parsed.reading.has("follow", "that")) or (linked and conditions)
    return linked or bool(parsed.reading.has("money")) or query.subject is Subject.DOCUMENTS


def _scope(before: Scope, parsed: Parsed) -> Scope:
    said, reading = parsed.query.scope, parsed.reading
    scope = before
    if said.municipalities:
        scope = replace(scope, municipalities=said.municipalities, organisations=(), documents=(),
                        document_kinds=(), document_years=(), sections=())  # fmt: skip
    if reading.has("whole"):
        scope = replace(scope, organisations=(), sections=())
    if reading.has("whole", "all"):
        scope = Scope(years=before.years, periods=before.periods)
    if said.organisations:
        scope = replace(scope, organisations=said.organisations)
    if said.documents or said.document_kinds:
        scope = replace(scope, documents=said.documents, document_kinds=said.document_kinds,
                        document_years=said.document_years, years=())  # fmt: skip
    if said.years:
        scope = replace(scope, years=said.years, periods=())
    if said.periods:
        scope = replace(scope, periods=said.periods)
    return replace(scope, sections=said.sections or scope.sections)


def _with_links(query: Query, parsed: Parsed) -> Query:
    links = parsed.query.links
    if not links:
        return query
    subject = parsed.query.subject
    operation = query.operation
    if operation not in KEPT_FOR_LINKS:
        operation = Operation.VALUE if subject is not Subject.COMMITMENTS else Operation.STATUS
    return replace(
        query, links=links, subject=subject, operation=operation, conditions=Conditions(),
        premise=None, order=None, keywords=parsed.query.keywords,
    )  # fmt: skip


def _with_conditions(query: Query, parsed: Parsed) -> Query:
    """Conditions said anew take the place of those before; kinds stay."""
    new = parsed.query.conditions
    if parsed.reading.has("follow", "other") and query.conditions != Conditions():
        negated = not query.conditions.negated
        return replace(query, conditions=replace(query.conditions, negated=negated))
    said = new if new != Conditions() else (parsed.query.premise or new)
    if replace(said, kinds=()) == Conditions():
        kinds = said.kinds or query.conditions.kinds
        return replace(query, conditions=replace(query.conditions, kinds=kinds))
    if query.links and _asks_yes_or_no(parsed):
        operation = Operation.TREND if said.change is not None else Operation.STATUS
        return replace(query, operation=operation, premise=replace(said, kinds=()))
    kinds = said.kinds or query.conditions.kinds
    narrowed = replace(query, conditions=replace(said, kinds=kinds), premise=None)
    if query.operation.value not in grammar()["over_rows"]:
        narrowed = replace(narrowed, operation=Operation.LIST, links=())
    if said.statuses or said.responsible:
        return replace(narrowed, subject=Subject.COMMITMENTS)
    if narrowed.subject not in (Subject.INDICATORS, Subject.COMMITMENTS):
        return replace(narrowed, subject=Subject.INDICATORS)
    return narrowed


def _asks_yes_or_no(parsed: Parsed) -> bool:
    """ "är det grönt?" about the thing that was spoken of."""
    tokens = parsed.reading.tokens
    begins = bool(tokens) and tokens[0].key in grammar()["yes_no"]
    return begins and not parsed.reading.has("subject")


def _with_details(query: Query, parsed: Parsed) -> Query:
    new = parsed.query
    order = new.order or query.order
    subject, conditions = query.subject, query.conditions
    noun = parsed.subject
    if noun in (Subject.COMMITMENTS, Subject.INDICATORS) and parsed.reading.has("subject"):
        subject = noun
        if subject is not query.subject:
            conditions = parsed.query.conditions
    return replace(
        query,
        order=order,
        subject=subject,
        conditions=conditions,
        breakdowns=new.breakdowns or query.breakdowns,
        measures=new.measures or query.measures,
        numbers=new.numbers or query.numbers,
    )


def _with_operation(query: Query, parsed: Parsed, before: Conditions | None) -> Query:
    operation = parsed.operation
    if operation is None or _only_filler(parsed) or query.premise != before:
        return query
    if operation is Operation.RANK and parsed.reading.has("sort"):
        return query
    if operation is Operation.VALUE and query.operation.value in grammar()["over_rows"]:
        operation = query.operation
    if operation is Operation.TARGET:
        return replace(query, operation=operation, measures=parsed.query.measures)
    return replace(query, operation=operation)


def _only_filler(parsed: Parsed) -> bool:
    """Whether the cue is a loose word ("hur", "vad", "vilka") beside something said anew."""
    loose = (Operation.WHAT, Operation.LIST, Operation.WHO, Operation.HOW, Operation.VALUE)
    new = parsed.query
    said = new.links or new.scope != Scope() or new.breakdowns or parsed.reading.has("whole")
    if parsed.operation is Operation.COMPARE and len(parsed.reading.found.scope.years) > 1:
        return False
    return parsed.operation in loose and bool(said)


def _with_rows_shown(
    query: Query, parsed: Parsed, conversation: Conversation, catalogue: Catalogue
) -> Query:
    """ "varför då?" after a short list is about the rows that were shown."""
    needs = query.operation.value in grammar()["about"]
    if query.links or not needs or query.operation.value in grammar()["over_rows"]:
        return query
    shown = [row for row in conversation.rows if row in catalogue.by_row]
    names = dict.fromkeys(catalogue.by_row[row] for row in shown)
    if not shown or len(names) > FEW or query.operation is Operation.PAGE:
        return query
    links = tuple(
        Link((), name.text, tuple(r for r in shown if r in name.rows), 1.0) for name in names
    )
    return replace(query, links=links, subject=next(iter(names)).subject)


def _as_passages(query: Query, parsed: Parsed) -> Query:
    """A restriction that was not understood must not give the list without it."""
    if not parsed.unlinked or query.operation.value in grammar()["passages"]:
        return query
    words = tuple(c.words.text for c in parsed.unlinked)
    topic = tuple(link.name for link in query.links)
    return replace(
        query, subject=Subject.PASSAGES, operation=Operation.WHAT, keywords=(*words, *topic)
    )
