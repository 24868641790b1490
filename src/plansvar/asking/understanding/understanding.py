"""From a question's text to a query, with what was said before."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Decline, Operation, Query, Scope, Subject
from plansvar.asking.sums_asked import asks_if_it_adds_up
from plansvar.asking.tables.any_line import of_lines
from plansvar.asking.tables.moved import OF_CHANGE
from plansvar.asking.tables.querying import LONGEST, is_of_years
from plansvar.asking.understanding.agreeing import of_agreement
from plansvar.asking.understanding.all_boards_money import with_all_boards
from plansvar.asking.understanding.announced import with_announced
from plansvar.asking.understanding.area_forms import of_area_form
from plansvar.asking.understanding.areas_asked import with_area_kept
from plansvar.asking.understanding.as_meant import as_meant
from plansvar.asking.understanding.basics import of_basic
from plansvar.asking.understanding.beside_target import beside_target
from plansvar.asking.understanding.board_matrix import of_boards
from plansvar.asking.understanding.boards_said import of_board_alone
from plansvar.asking.understanding.carrying import dating_scope, with_carried_scope
from plansvar.asking.understanding.catalogue import Catalogue, catalogue_of
from plansvar.asking.understanding.cause_behind import with_cause_first
from plansvar.asking.understanding.change_nouns import with_change_apart
from plansvar.asking.understanding.companies import with_companies_named
from plansvar.asking.understanding.compound_kinds import with_plain_kinds
from plansvar.asking.understanding.counted_in import without_counted_in
from plansvar.asking.understanding.counts_apart import with_counts_apart
from plansvar.asking.understanding.declining import decline_at_once
from plansvar.asking.understanding.figures import of_figures
from plansvar.asking.understanding.following import follow
from plansvar.asking.understanding.foreign import expanded, with_kinds
from plansvar.asking.understanding.fronted import with_topic_inside
from plansvar.asking.understanding.goals_asked import with_goals_carried
from plansvar.asking.understanding.group_parsing import parse, parse_in_talk
from plansvar.asking.understanding.into_parts import with_part_ranked, with_parts_asked
from plansvar.asking.understanding.languages import language_of, named_places
from plansvar.asking.understanding.leaning import leaning
from plansvar.asking.understanding.locating import located
from plansvar.asking.understanding.measured_under import with_rows_under
from plansvar.asking.understanding.members import is_of_elsewhere, may_ask_of_members, of_members
from plansvar.asking.understanding.members_spoken_of import (
    may_ask_of_those,
    of_members_spoken_of,
)
from plansvar.asking.understanding.month_columns import in_month_column
from plansvar.asking.understanding.namesakes import with_unit_named
from plansvar.asking.understanding.nearby import with_near
from plansvar.asking.understanding.of_documents import asked_of_documents
from plansvar.asking.understanding.one_member import (
    asks_of_one_member,
    of_named_members,
    of_one_member,
)
from plansvar.asking.understanding.pairing import paired
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.picking import with_picked
from plansvar.asking.understanding.places_compared import with_places_compared
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.rejoining import rejoined
from plansvar.asking.understanding.remarks import blanked, without_remarks
from plansvar.asking.understanding.repeating import as_rows
from plansvar.asking.understanding.spelling import mended
from plansvar.asking.understanding.splitting import split_questions
from plansvar.asking.understanding.tables_said import without_checks
from plansvar.asking.understanding.tags import said_plainly
from plansvar.asking.understanding.talk_base import whole_base
from plansvar.asking.understanding.talking import of_place_spoken_of, talk_before
from plansvar.asking.understanding.task_states import with_all_tasks
from plansvar.asking.understanding.things_said import asked_of_things
from plansvar.asking.understanding.tokens import clean, tokenise
from plansvar.asking.understanding.turns import is_follow_up
from plansvar.asking.understanding.unit_costs import may_ask_of_cost, of_unit_cost
from plansvar.asking.understanding.which_years import may_ask_of_years, of_years
from plansvar.asking.understanding.year_apart import with_year_apart
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

_OPENING = 200  # characters by which the language of what is declined at once is told


def understand(
    question: str, conversation: Conversation, library: Library, encoder: Encoder | None
) -> Query:
    """The question as a query. Only words decide: measured on names of real rows, vectors are as
    near to foreign words as to synonyms. `encoder` is taken so that this may change."""
    decline = decline_at_once(question)
    last = conversation.last
    before = last.language if last else "sv"
    if decline is not None:
        return _declined(question, decline, language_of(tokenise(question[:_OPENING]), before))
    plain = with_companies_named(said_plainly(expanded(clean(question))), library)
    text, conversation = with_announced(plain, conversation)
    tokens = tokenise(text)
    if not tokens:
        return _declined(question, Decline.NONSENSE)
    catalogue = catalogue_of(library)
    named = named_places(tokens, text, catalogue)
    language = language_of(tokens, before, named)
    text = without_counted_in(with_kinds(mended(text, language, catalogue), language, catalogue))
    text = with_change_apart(with_plain_kinds(with_counts_apart(text), catalogue), catalogue)
    text = with_topic_inside(text, catalogue, language) if conversation.last else text
    text = with_places_compared(with_cause_first(text, language), language)
    text = with_unit_named(text, conversation, catalogue)
    text, conversation = with_picked(text, conversation, catalogue)
    pair = _of_named(text, conversation, catalogue, language)
    if (pair := pair or paired(text, conversation, catalogue, language)) is not None:
        return pair
    asked = asked_of_documents(text, catalogue, language)
    asked = asked or of_boards(text, conversation, catalogue, language)
    asked = asked or asked_of_things(text, conversation.last is not None, catalogue, language)
    if asked is not None:
        return asked
    place = located(text, conversation, catalogue, language)
    if place is not None:
        return place
    text, conversation = with_part_ranked(text, conversation)
    whole = with_parts_asked(text, conversation)
    text, conversation = (text, conversation) if whole == text else (whole, Conversation())
    parts: list[Query] = []
    split = rejoined(split_questions(text), text, catalogue, language)
    for part, start in without_checks(split):
        asked = _one(part, start, conversation, catalogue, language)
        talk = talk_before(part, conversation, catalogue)
        asked = of_place_spoken_of(asked, talk, conversation, catalogue)
        asked = with_rows_under(of_board_alone(asked, catalogue), catalogue)
        asked = with_all_boards(asked, catalogue)
        parts.append(replace(asked, talk=talk))
        conversation = conversation.with_turn(
            parts[-1], conversation.rows, cited=conversation.cited
        )
    parts = [p for p in parts if p.decline is not Decline.NONSENSE] or parts[:1]
    parts = [p for n, p in enumerate(parts) if not n or not _checks_again(p, parts[n - 1])]
    if len(parts) == 1:
        return parts[0] if parts[0].follow_up else replace(parts[0], text=text)
    return replace(parts[0], text=text, parts=tuple(parts))


def _one(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query:
    before = dating_scope(conversation, catalogue)
    own = of_area_form(text, start, before, conversation.last, catalogue, language)
    own = own or _of_table(text, start, conversation, catalogue, language)
    plain = _word_by_word(text, start, conversation, catalogue, language)
    own = own or of_basic(plain, conversation.last, catalogue)
    if own is not None:
        return own
    told = _told(text, start, conversation, catalogue, language)
    if asks_of_one_member(told, catalogue):
        one = of_one_member(told.query, plain, conversation.last, catalogue)
        if one is not None:
            return replace(one, base=whole_base(one, plain, conversation.last, catalogue))
    parsed = _without_remarks(told, start, conversation, catalogue)
    parsed = leaning(parsed, conversation, catalogue)
    said = of_agreement(parsed, conversation) or of_figures(parsed, conversation, catalogue)
    if said is not None:
        return said
    if is_follow_up(parsed, conversation, catalogue):
        followed = replace(
            follow(parsed, conversation, catalogue), of_figures="", basic="", risks=""
        )
        followed = with_area_kept(followed, conversation.last)
        return with_goals_carried(followed, parsed.reading, conversation.last, catalogue)
    if _is_nonsense(parsed, catalogue):
        return replace(parsed.query, decline=Decline.NONSENSE)
    tasks = with_all_tasks(parsed.query, parsed.reading, catalogue)
    parsed = replace(parsed, query=as_meant(tasks, parsed.reading, catalogue))
    query = with_carried_scope(parsed, conversation.before, catalogue)
    query = in_month_column(query, parsed, conversation, catalogue)
    return with_near(replace(query, base=query.text), query.scope.years, conversation, catalogue)


def _of_table(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for some of several parts, or else for lines of a printed table."""
    parts = _of_parts(text, start, conversation, catalogue, language)
    moved = parts is not None and parts.order is not None and parts.order.by in OF_CHANGE
    if parts is not None and parts.conditions.change is None and not moved:
        return parts
    lines = _of_lines(text, start, conversation, catalogue, language)
    return lines if parts is None or is_of_years(lines) else parts


def _of_parts(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for some of several parts that a table gives a value each, or of several years."""
    tokens = tokenise(text, start, language)
    reading = _word_by_word(text, start, conversation, catalogue, language)
    if may_ask_of_those(tokens, conversation):
        those = of_members_spoken_of(reading, conversation, catalogue)
        if those is not None:
            return replace(those, base=those.text)
    asking = may_ask_of_members(tokens, catalogue) or may_ask_of_years(tokens)
    if not (asking or may_ask_of_cost(tokens)):
        return None
    if is_of_elsewhere(reading) or asks_if_it_adds_up(text):
        return None
    query = of_years(reading, catalogue) or of_members(reading, conversation.last, catalogue)
    query = query or of_unit_cost(reading, catalogue)
    return replace(with_year_apart(query), base=query.text) if query else None


def _of_lines(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for lines of a printed table."""
    if len(tokenise(text, start, language)) > LONGEST:
        return None
    return of_lines(_word_by_word(text, start, conversation, catalogue, language), catalogue)


def _of_named(
    text: str, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for parts named beside each other, of a table that gives its rows columns."""
    if not any(table.column for table in catalogue.member_tables):
        return None
    reading = _word_by_word(text, 0, conversation, catalogue, language)
    return of_named_members(reading, catalogue)


def _word_by_word(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Reading:
    before = dating_scope(conversation, catalogue)
    return read(text, start, catalogue, before, language, named=False)


def _told(
    text: str, start: int, conversation: Conversation, catalogue: Catalogue, language: str
) -> Parsed:
    """The question with the names of rows that it repeats each as one word; word by word where
    only that leaves nothing over."""
    before = dating_scope(conversation, catalogue)
    reading = read(text, start, catalogue, before, language)
    told = parse_in_talk(reading, conversation.last, catalogue)
    told = replace(told, query=beside_target(told.query, reading))
    if not any(token.names for token in reading.tokens):
        return told
    told = replace(told, query=as_rows(told.query, reading, catalogue))
    if not _leaves_over(told):
        return told
    plain = read(text, start, catalogue, before, language, named=False)
    made = parse_in_talk(plain, conversation.last, catalogue)
    return told if _leaves_over(made) else made


def _leaves_over(parsed: Parsed) -> bool:
    query = parsed.query
    return bool(query.not_understood or parsed.unlinked or not query.links)


def _without_remarks(
    parsed: Parsed, start: int, conversation: Conversation, catalogue: Catalogue
) -> Parsed:
    """The question without the words that nothing knows and that restrict nothing, where it is
    whole without them."""
    reading, unknown = parsed.reading, parsed.query.not_understood
    passed = parsed.query.passed_over
    aside = without_remarks(reading, unknown, start) if unknown else None
    places = [i for i, token in enumerate(reading.tokens) if token.text in passed]
    if aside is None and (unknown or not places):
        return parsed
    text = aside.text if aside else blanked(reading, places, start)
    again = parse(read(text, start, catalogue, conversation.scope, reading.language), catalogue)
    asked = again.query
    named = asked.links or asked.keywords or asked.conditions != Conditions()
    if asked.not_understood or not named:
        return parsed
    if aside:
        return replace(again, query=replace(asked, aside=aside.words))
    return replace(again, query=replace(asked, passed_over=passed))


def _is_nonsense(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether nothing in the question is a word that the vocabularies or documents know."""
    query, reading = parsed.query, parsed.reading
    if query.links or query.scope != Scope() or query.decline is not None:
        return False
    if parsed.operation is Operation.CHECK_SUM:
        return False
    known = [m for m in reading.matches if m.category not in ("function", "filler", "follow")]
    in_text = any(t.stem in catalogue.passage_stems for t in reading.tokens)
    return not known and (not in_text or not parsed.unlinked)


def _checks_again(query: Query, before: Query) -> bool:
    """ "… = 1,3. Räknar de rätt?": a check that names no numbers behind one that does."""
    both = query.operation is before.operation is Operation.CHECK_SUM
    return both and bool(before.numbers) and query.numbers in ((), before.numbers)


def _declined(question: str, decline: Decline, language: str = "sv") -> Query:
    return Query(question, Subject.PASSAGES, Operation.WHAT, decline=decline, language=language)
