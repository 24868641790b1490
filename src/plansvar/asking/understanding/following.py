"""Follow-ups: the question before, with only what is said anew replaced."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Decline, Money, Operation, Query, Subject
from plansvar.asking.understanding.alone import asked_alone
from plansvar.asking.understanding.benchmarks import with_benchmark_said
from plansvar.asking.understanding.between import between_turns
from plansvar.asking.understanding.carrying import (
    by_plan_told,
    following_scope,
    in_year_of_outcome,
)
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.costing import with_cost, with_cost_told
from plansvar.asking.understanding.crossing_turns import of_whole
from plansvar.asking.understanding.detailing import (
    asks_for_the_rest,
    asks_yes_or_no,
    is_list,
    is_loose,
    with_conditions,
    with_details,
    with_operation,
)
from plansvar.asking.understanding.groups_in_names import with_groups_in_names
from plansvar.asking.understanding.leaning import leans
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import Merged, asked_about, merged, topic_of
from plansvar.asking.understanding.month_columns import in_month_column
from plansvar.asking.understanding.narrowing import with_own_groups
from plansvar.asking.understanding.nearby import with_near
from plansvar.asking.understanding.own_columns_said import in_own_table
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.pointing import points_back
from plansvar.asking.understanding.refusing import (
    asked_of_text,
    declined_anew,
    declined_as_before,
    declined_of_one,
    with_part,
)
from plansvar.asking.understanding.relinking import in_month, relinked
from plansvar.asking.understanding.resuming import (
    answered_before,
    by_now,
    dated_again,
    goes_back,
    measures_before,
    of_all_tasks,
    of_goal_before,
    of_outcome,
    of_rows_told,
    of_tasks_said,
    operation_before,
    with_premise_kept,
    without_change_before,
)
from plansvar.asking.understanding.settling import in_passages
from plansvar.asking.understanding.shown import (
    NOWHERE,
    in_table_told,
    is_share_of_shown,
    of_row_ranked,
    with_rows_shown,
    with_shown,
    with_year_shown,
)
from plansvar.asking.understanding.topics_told import topic_told
from plansvar.asking.understanding.turned import with_links
from plansvar.asking.understanding.turns import names_rows
from plansvar.asking.understanding.unit_turns import (
    as_row,
    as_unit,
    of_unit_alone,
    of_unit_ranked,
    with_side_told,
    without_earlier_unit,
)
from plansvar.asking.understanding.weakly import without_empty_links
from plansvar.language.folding import fold, words

# Operations that only a number answers.
OF_NUMBERS = (Operation.COUNT, Operation.SHARE)
# After one of these "och gymnasiet?" asks for a figure.
OF_VALUES = (Operation.VALUE, Operation.TARGET, Operation.DIFFERENCE, Operation.TREND)


def follow(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Query:
    """The last query with what `parsed` says anew."""
    before = _spoken_of(parsed, conversation)
    if before is None:
        return parsed.query
    named = as_unit(without_empty_links(parsed, catalogue), before)
    told = of_tasks_said(named, before, catalogue)
    parsed = asked_alone(told)
    before = dated_again(of_rows_told(before, parsed, catalogue), parsed, conversation)
    alone = parsed is not told
    before, parsed = (own := in_own_table(before, parsed, catalogue)) or (before, parsed)
    parsed = by_plan_told(parsed, before, catalogue)
    query, new = before, parsed.query
    scope = following_scope(before, parsed)
    base = before.base or before.text
    pointing = leans(parsed, conversation, catalogue) or points_back(parsed.reading, catalogue)
    whole = merged(base, parsed.reading, catalogue, scope, new.language, pointing)
    again = None if own else whole
    if again and again.fresh and again.fits:  # each word is one of the thing that they name
        parsed = replace(parsed, unlinked=())
    query = replace(
        query,
        text=new.text,
        operation=operation_before(before, parsed),
        measures=measures_before(before, parsed),
        base=again.text if again and grammar()["country"] not in new.measures else base,
        follow_up=True,
        decline=declined_anew(parsed),
        not_understood=_unread(parsed, catalogue),
        parts=(),
        premise=None,
        language=new.language,
        as_table=new.as_table,
        scope=scope,
        against_years=_against(before, parsed),
        table=None,
    )
    if pointing and again and again.fresh and not again.fits:
        parsed = replace(parsed, unlinked=again.fresh)
    else:
        query = of_whole(with_links(query, parsed, again, catalogue), parsed, catalogue)
    query = relinked(in_month(as_row(query, catalogue), parsed, catalogue), new, catalogue)
    query = with_year_shown(query, parsed, conversation, catalogue)
    of_one = not query.links and parsed.operation not in OF_NUMBERS
    of_one = of_one and asks_yes_or_no(parsed) and not asks_for_the_rest(query, parsed)
    about_shown = of_one or is_share_of_shown(before, parsed)
    if about_shown and _names_it(parsed):
        query = with_shown(query, conversation, catalogue)
    query = with_conditions(without_earlier_unit(query, parsed), parsed)
    query = _with_named_groups(with_details(query, parsed), parsed, catalogue)
    query = with_groups_in_names(query, catalogue)
    query = with_benchmark_said(query, parsed.reading, catalogue)
    query = with_operation(query, parsed, None if query.links else query.premise)
    query = without_change_before(query, parsed)
    query = of_unit_ranked(query, parsed)
    query = of_all_tasks(declined_of_one(query, parsed), before)
    query = of_outcome(query, alone, catalogue)
    query = query if alone else _asked_whole(query, parsed, base, catalogue)
    query = between_turns(query, parsed, conversation)
    query = of_row_ranked(query, before, parsed, conversation, catalogue)
    shown = with_rows_shown(query, conversation, catalogue)
    query = of_unit_alone(shown, before, parsed, catalogue)
    if query.operation is Operation.PAGE and not (parsed.unlinked or parsed.query.links):
        query = replace(query, cited=conversation.cited)
    query = _as_passages(query, parsed, again, catalogue)
    query = with_part(declined_as_before(query, before, parsed), before, parsed, catalogue)
    query = with_cost(query, parsed, topic_of(base, catalogue, query.language), catalogue)
    query = with_cost_told(query, before, parsed)
    query = asked_of_text(query, parsed, topic_told(query, catalogue))
    query = in_year_of_outcome(with_side_told(query, conversation.told), catalogue)
    query = in_month_column(query, parsed, conversation, catalogue)
    if query.scope == before.scope and not (parsed.query.links or is_list(query)):
        query = in_table_told(query, conversation, catalogue)
    query = by_now(with_premise_kept(query, before, parsed), before, parsed, catalogue)
    return with_near(query, parsed.query.scope.years, conversation, catalogue)


def _unread(parsed: Parsed, catalogue: Catalogue) -> tuple[str, ...]:
    """The words that a row is not named by; one that people say for another is looked for as
    that."""
    known = (c for c in parsed.unlinked if c.alternates and in_passages(c, catalogue))
    spoken = set(known)
    return tuple(c.words.text for c in parsed.unlinked if c not in spoken)


def _names_it(parsed: Parsed) -> bool:
    return any(token.key in grammar()["it"] for token in parsed.reading.tokens)


def _asked_whole(query: Query, parsed: Parsed, base: str, catalogue: Catalogue) -> Query:
    """ "hur mycket har den ökat?" with what was spoken of in it, where that is the same thing."""
    fresh = parsed.operation is None or names_rows(parsed, catalogue) or parsed.unlinked
    named = any(w.span != NOWHERE for link in query.links for w in link.words)
    loose = parsed.operation is Operation.WHAT and is_loose(parsed)
    loose = loose or query.operation is Operation.SHARE_OF_TARGET
    if fresh or not named or is_list(query) or loose:
        return query
    valued = (Operation.VALUE, Operation.TARGET)
    other = parsed.operation in valued and bool(parsed.query.measures)
    topic = topic_of(base, catalogue, query.language, measured=not other)
    told = asked_about(parsed, topic, catalogue, query.scope)
    if parsed.operation is Operation.DIFFERENCE is not told.operation:
        return replace(query, measures=())
    whole = told.query if told.operation is not None else parsed.query
    before = {row for link in query.links for row in link.rows}
    same = any(row in before for link in whole.links for row in link.rows)
    lost = whole.subject is Subject.PASSAGES and query.subject is not Subject.PASSAGES
    if not same or whole.not_understood or is_list(whole) or (lost and told.unlinked):
        return query
    sided = whole.money is not None and whole.money.side is not None
    measures = parsed.query.measures if sided else whole.measures or query.measures
    if whole.premise is not None and whole.premise.target_state is not None:
        measures = ()
    return replace(
        query, operation=whole.operation, subject=whole.subject, premise=whole.premise,
        order=whole.order, money=_money_kept(query.money, whole.money), measures=measures,
        against_years=query.against_years or whole.against_years,
    )  # fmt: skip


def _money_kept(before: Money | None, now: Money | None) -> Money | None:
    """The money asked for now; it stays that of investments where the talk was about them."""
    if before is None or now is None or now == Money():
        return before or now
    return replace(now, investing=now.investing or before.investing)


def _with_named_groups(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """ "som andel?" after a row that has a number and a share."""
    said = [token.stem for token in parsed.reading.tokens]
    if parsed.query.breakdowns:
        return with_own_groups(query, catalogue, said)
    own = with_own_groups(replace(query, breakdowns=()), catalogue, said).breakdowns
    if own:
        return replace(query, breakdowns=own)
    return query if _has_groups(query, catalogue) else replace(query, breakdowns=())


def _has_groups(query: Query, catalogue: Catalogue) -> bool:
    """Whether any row has a group that the talk was about, where rows are named."""
    rows = [row for link in query.links for row in link.rows]
    held = {fold(group) for row in rows for group in catalogue.groups.get(row, ())}
    return not rows or any(fold(group) in held for group in query.breakdowns)


def _spoken_of(parsed: Parsed, conversation: Conversation) -> Query | None:
    """The last question; "de som hade överskott?" follows the last that asked for a list."""
    last, reading = _asked_before(conversation), parsed.reading
    last = of_goal_before(parsed, conversation) or last
    if conversation.missed and goes_back(parsed):
        last = answered_before(conversation)
    many = bool(reading.tokens) and any(t.key in grammar()["many_back"] for t in reading.tokens[:3])
    says = reading.has("money") or parsed.query.conditions != Conditions()
    if last is None or not (many and says) or parsed.operation not in (None, Operation.LIST):
        return last
    lists = (q for q in reversed(conversation.queries) if q.decline is None and is_list(q))
    return next(lists, last)


def _asked_before(conversation: Conversation) -> Query | None:
    """The last question; one for a page in between was about the same thing."""
    asked = (query for query in reversed(conversation.queries) if query.decline is None)
    kept = (q for q in asked if q.operation is not Operation.PAGE or not q.follow_up)
    return next(kept, conversation.last)


def _against(before: Query, parsed: Parsed) -> tuple[int, ...]:
    """Years to compare with stay only while the same comparison is asked for."""
    kept = parsed.operation is None and not parsed.query.scope.years
    return parsed.query.against_years or (before.against_years if kept else ())


def _as_passages(query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue) -> Query:
    """A restriction that was not understood must not give the list without it; and running text
    is searched for what was spoken of too."""
    if parsed.unlinked and again is not None:
        query = replace(query, text=again.text, carried=_carried(parsed, again))
    elif query.operation.value in grammar()["of_text"] and query.text == parsed.query.text:
        query = replace(query, text=f"{query.text} {topic_told(query, catalogue)}")
    if parsed.unlinked and query.operation.value in grammar()["passages"]:
        return replace(query, subject=Subject.PASSAGES)
    if not parsed.unlinked:
        return query
    if query.conditions != Conditions() and parsed.operation not in OF_NUMBERS:
        return replace(query, decline=Decline.NOT_IN_DOCUMENTS)
    unread = tuple(c.words.text for c in parsed.unlinked)
    topic = tuple(link.name for link in query.links)
    operation = parsed.operation if parsed.operation in OF_NUMBERS else Operation.WHAT
    valued = parsed.operation is None and query.operation in OF_VALUES
    if valued or parsed.reading.has("spending", "cost"):
        operation = Operation.VALUE
    return replace(
        query,
        subject=Subject.PASSAGES,
        operation=operation or Operation.WHAT,
        conditions=Conditions(),
        keywords=(*unread, *topic),
    )


def _carried(parsed: Parsed, again: Merged) -> tuple[str, ...]:
    """The words of the earlier question that the new ones do not repeat."""
    said = {token.key for token in parsed.reading.tokens}
    return tuple(word for word in words(again.text) if word not in said)
