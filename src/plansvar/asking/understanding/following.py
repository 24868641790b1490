"""Follow-ups: the question before, with only what is said anew replaced."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.understanding.carrying import following_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import Merged, merged, telling, topic_of
from plansvar.asking.understanding.narrowing import with_own_groups
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.pointing import points_back
from plansvar.asking.understanding.relinking import relinked
from plansvar.domain import Span

NOWHERE = Span(0, 0)  # where names of rows that were shown stand in the question
FEW = 5  # so many rows shown may be meant by "den", "varför då?"
# Operations that answer "and that one?" for whatever is named next.
KEPT_FOR_LINKS = (
    Operation.VALUE, Operation.TARGET, Operation.STATUS, Operation.TREND, Operation.DIFFERENCE,
    Operation.RESPONSIBLE, Operation.WHY, Operation.PAGE, Operation.HOW, Operation.WHEN,
)  # fmt: skip


def is_follow_up(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> bool:
    """Whether a question leaves to the one before what it is about."""
    if conversation.last is None:
        return False
    query, reading = parsed.query, parsed.reading
    if reading.has("as_table") and not query.links:
        return True
    pointing = points_back(reading, catalogue)
    if _whole(parsed, catalogue) and not pointing:
        return False
    begins = any(m.start == 0 for m in reading.places("follow"))
    if begins or pointing or reading.has("whole") or reading.has("follow", "that"):
        return True
    return not parsed.unlinked and not _linked(parsed, catalogue)


def follow(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Query:
    """The last query with what `parsed` says anew."""
    before = conversation.last
    if before is None:
        return parsed.query
    parsed = _as_unit(parsed, before)
    query, new = before, parsed.query
    scope = following_scope(before, parsed)
    base = before.base or before.text
    again = merged(base, parsed.reading, catalogue, scope, new.language)
    query = replace(
        query,
        text=new.text,
        base=again.text if again else base,
        follow_up=True,
        decline=new.decline,
        not_understood=tuple(c.words.text for c in parsed.unlinked),
        parts=(),
        language=new.language,
        as_table=new.as_table,
        scope=scope,
        against_years=_against(before, parsed),
    )
    leaves = bool(new.scope.years) and not (new.scope.documents or new.scope.document_kinds)
    query = relinked(_with_links(query, parsed, again, catalogue), catalogue, leaves)
    query = _with_conditions(query, parsed)
    query = _with_named_groups(_with_details(query, parsed), parsed, catalogue)
    query = _with_operation(query, parsed, before.premise if query.links else query.premise)
    query = _with_rows_shown(query, parsed, conversation, catalogue)
    return _as_passages(query, parsed, again, catalogue)


def _with_named_groups(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "som andel?" after a row that has a number and a share."""
    said = [token.stem for token in parsed.reading.tokens]
    own = with_own_groups(replace(query, breakdowns=()), catalogue, said).breakdowns
    return replace(query, breakdowns=own) if own and not parsed.query.breakdowns else query


def _against(before: Query, parsed: Parsed) -> tuple[int, ...]:
    """Years to compare with stay only while the same comparison is asked for."""
    kept = parsed.operation is None and not parsed.query.scope.years
    return parsed.query.against_years or (before.against_years if kept else ())


def _as_unit(parsed: Parsed, before: Query) -> Parsed:
    """ "och för KLK?" names a unit, where it was not undertakings that were asked about."""
    units = parsed.reading.found.scope.organisations
    new = parsed.query
    if before.subject is Subject.COMMITMENTS or not units or not new.conditions.responsible:
        return parsed
    scope = replace(new.scope, organisations=units)
    conditions = replace(new.conditions, responsible=())
    return replace(parsed, query=replace(new, scope=scope, conditions=conditions))


def _whole(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether a question names both what is wanted and of what."""
    query, operation = parsed.query, parsed.operation
    linked = _linked(parsed, catalogue) and all(link.score >= 0.6 for link in query.links)
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
    return linked or _asks_of_someone(parsed) or query.subject is Subject.DOCUMENTS


def _linked(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether words with content of their own name a row; words of the grammar ("prognosen",
    "klara") and units leave open what it is about."""
    linked = {word for link in parsed.query.links for w in link.words for word in w.text.split()}
    own = telling(parsed.reading, catalogue)
    return any(linked & set(content.words.text.split()) for content in own)


def _asks_of_someone(parsed: Parsed) -> bool:
    """ "ligger vi back?" says of whom, "hur mycket över budget?" does not."""
    reading = parsed.reading
    someone = any(token.key in grammar()["someone"] for token in reading.tokens)
    units = reading.found.scope.organisations or reading.found.scope.municipalities
    return reading.has("money") and bool(someone or units)


def _with_links(query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue) -> Query:
    if again is not None and again.fits and again.fresh:
        return _about(query, again.parsed.query)
    if _linked(parsed, catalogue):
        return _about(query, parsed.query)
    if again is not None and not again.fresh:
        return _elsewhere(query, again.parsed.query)
    details = parsed.reading.has("measure") or parsed.reading.has("money")
    if parsed.query.links and not (query.links and details):
        return _about(query, parsed.query)
    return query


def _about(query: Query, new: Query) -> Query:
    """The same question about something else."""
    subject = new.subject
    operation = query.operation
    if operation not in KEPT_FOR_LINKS:
        operation = Operation.VALUE if subject is not Subject.COMMITMENTS else Operation.STATUS
    return replace(
        query, links=new.links, subject=subject, operation=operation, conditions=Conditions(),
        premise=None, order=None, keywords=new.keywords,
    )  # fmt: skip


def _elsewhere(query: Query, again: Query) -> Query:
    """The same question about another place, unit, document or year."""
    if query.subject is Subject.PASSAGES:
        found = again if again.links else query
        return replace(
            query, text=again.text, links=found.links, subject=found.subject,
            operation=found.operation, keywords=again.keywords,
        )  # fmt: skip
    named = any(w.span != NOWHERE for link in query.links for w in link.words)
    if not named or not again.links or again.subject is not query.subject:
        return query
    return replace(query, links=again.links, scope=again.scope, money=again.money)


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
    if query.links and _asks_of_text(parsed):
        return replace(query, premise=replace(said, kinds=()))
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


def _asks_of_text(parsed: Parsed) -> bool:
    """ "varför nåddes det inte?" about the thing that was spoken of."""
    return parsed.operation is not None and parsed.operation.value in grammar()["of_causes"]


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
        money=new.money or query.money,
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
        groups = parsed.query.breakdowns
        return replace(
            query, operation=operation, measures=parsed.query.measures, breakdowns=groups
        )
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
        Link((Words(name.text, NOWHERE),), name.text, tuple(r for r in shown if r in name.rows), 1)
        for name in names
    )
    subject = next(iter(names)).subject
    rest = Conditions() if query.operation is not Operation.WHY else query.conditions
    return replace(query, links=links, subject=subject, conditions=rest, order=None)


def _as_passages(query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue) -> Query:
    """A restriction that was not understood must not give the list without it; and running text
    is searched for what was spoken of too."""
    if parsed.unlinked and again is not None:
        query = replace(query, text=again.text)
    elif query.operation.value in grammar()["of_text"] and query.text == parsed.query.text:
        query = replace(query, text=f"{query.text} {_topic(query, catalogue)}")
    if not parsed.unlinked or query.operation.value in grammar()["passages"]:
        return query
    words = tuple(c.words.text for c in parsed.unlinked)
    topic = tuple(link.name for link in query.links)
    return replace(
        query, subject=Subject.PASSAGES, operation=Operation.WHAT, keywords=(*words, *topic)
    )


def _topic(query: Query, catalogue: Catalogue) -> str:
    """What was spoken of, for a search in the running text; rows that were shown name it
    themselves."""
    if any(w.span == NOWHERE for link in query.links for w in link.words):
        return ""
    return topic_of(query.base, catalogue, query.language)
