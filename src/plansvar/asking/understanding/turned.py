"""What a follow-up is about: the talk's own thing, the same elsewhere, or something named anew."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.kinds_kept import in_kind_of_talk
from plansvar.asking.understanding.merging import Merged, asked_about
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.relinking import is_alike
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.asking.understanding.turns import names_rows
from plansvar.asking.understanding.unit_turns import of_units, unit_instead
from plansvar.asking.understanding.weakly import linked_by_weak

# Operations that answer "and that one?" for whatever is named next.
KEPT_FOR_LINKS = (
    Operation.VALUE, Operation.TARGET, Operation.STATUS, Operation.TREND, Operation.DIFFERENCE,
    Operation.RESPONSIBLE, Operation.WHY, Operation.PAGE, Operation.HOW, Operation.WHEN,
)  # fmt: skip


def with_links(query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue) -> Query:
    """The query about what a follow-up names anew, or about the same thing elsewhere."""
    unit = unit_instead(query, parsed, catalogue)
    if unit is not None:
        return unit
    if _lists_investments(parsed):
        return replace(query, links=(), conditions=Conditions(), money=parsed.query.money)
    if parsed.query.links and _invested_in_all(parsed):
        return replace(_about(query, parsed.query, catalogue), money=parsed.query.money)
    named = _named_anew(query, parsed, again, catalogue)
    if named is not None:
        return _about(query, named, catalogue)
    if again is not None and not again.fresh:
        return _elsewhere(query, again, parsed.reading.has("whole"), catalogue)
    weak = linked_by_weak(parsed, query, catalogue)
    if weak:
        return _about(query, replace(query, links=weak), catalogue)
    details = any(parsed.reading.has(c) for c in ("measure", "money", "spending"))
    if parsed.query.links and not (query.links and details):
        return _about(query, parsed.query, catalogue)
    return query


def _named_anew(
    query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue
) -> Query | None:
    """The question about another thing that the words name; null where they name none."""
    whole = names_rows(parsed, catalogue) and _says_whole_name(parsed, again)
    kept = in_kind_of_talk(query, parsed, again, catalogue)
    if kept is not None:
        return kept
    if whole or _names_one_of(query, parsed, catalogue):
        return parsed.query
    if again is not None and again.fits and again.fresh:
        return again.parsed.query
    if names_rows(parsed, catalogue):
        return parsed.query
    return _invested_anew(query, parsed, catalogue)


def _says_whole_name(parsed: Parsed, again: Merged | None) -> bool:
    """ "och finansiella kostnader?": all words of a name, where together with those of the question
    before they would be taken for another's."""
    if again is None or len(parsed.query.links) != 1 or parsed.unlinked:
        return False
    if any(token.names for token in parsed.reading.tokens):
        return True
    said = {token.stem for token in parsed.reading.tokens}
    others = [name_stems(link.name) for link in again.parsed.query.links]
    own = set(name_stems(parsed.query.links[0].name))
    return own <= said and not any(set(stems) <= said for stems in others)


def _names_one_of(query: Query, parsed: Parsed, catalogue: Catalogue) -> bool:
    """ "och vad säger prognosen för socialnämnden?" after the units in order: one of them."""
    ordered = is_list(query) and query.money is not None and query.money.group is not None
    loose = parsed.operation in (None, Operation.WHAT, Operation.VALUE)
    own = bool(parsed.query.links) and bool(parsed.query.measures)
    return ordered and loose and own and of_units(parsed.query, catalogue)


def _lists_investments(parsed: Parsed) -> bool:
    """ "vilket projekt drog över?" after what all of them cost: which of them, and no more of the
    sum."""
    new = parsed.query
    listed = is_list(new) and not (new.links or parsed.unlinked)
    return listed and new.money is not None and new.money.group == "investments"


def _invested_in_all(parsed: Parsed) -> bool:
    """ "och investeringarna för kommunen totalt": other money than was spoken of, of no unit."""
    money = parsed.query.money
    return money is not None and money.investing and parsed.reading.has("whole")


def _invested_anew(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query | None:
    """ "hur mycket ska de investera?" after other money: the investments of the talk's unit."""
    now, before = parsed.query.money, query.money
    anew = now is not None and now.investing and not (before and before.investing)
    if not anew or not query.scope.organisations:
        return None
    alone = asked_about(parsed, "", catalogue, query.scope).query
    return alone if alone.links and alone.subject is Subject.AMOUNTS else None


def _about(query: Query, new: Query, catalogue: Catalogue) -> Query:
    """The same question about something else, of the same measures where it has them."""
    subject = new.subject
    operation = query.operation
    if operation not in KEPT_FOR_LINKS:
        operation = Operation.VALUE if subject is not Subject.COMMITMENTS else Operation.STATUS
    rows = [row for link in new.links for row in link.rows]
    held = {measure for row in rows for measure, _ in catalogue.dated_measures.get(row, ())}
    measures = new.measures or (query.measures if held.intersection(query.measures) else ())
    return replace(
        query, links=new.links, subject=subject, operation=operation, conditions=Conditions(),
        premise=None, order=None, keywords=new.keywords, measures=measures,
    )  # fmt: skip


def _elsewhere(query: Query, merged: Merged, of_all: bool, catalogue: Catalogue) -> Query:
    """The same question about another place, unit, document, measure or year; `of_all` of the whole
    municipality, whose row need not go by the name of the unit's."""
    again = merged.parsed.query
    if query.subject is Subject.PASSAGES:
        found = again if again.links else query
        rows = found.subject in (Subject.AMOUNTS, Subject.INDICATORS)
        valued = rows and found.operation is Operation.WHAT
        return replace(
            query, text=again.text, links=found.links, subject=found.subject,
            operation=Operation.VALUE if valued else found.operation, keywords=again.keywords,
        )  # fmt: skip
    if query.money is not None and again.money is not None and is_list(query):
        return replace(again, base=query.base, follow_up=True, not_understood=query.not_understood)
    if again.subject is not query.subject and again.subject is not Subject.PASSAGES:
        return query
    if of_all and again.links and again.subject is query.subject:
        return replace(query, links=again.links, money=again.money)
    named = any(w.span != NOWHERE for link in query.links for w in link.words)
    told = {word for content in merged.old for word in content.words.text.split()}
    by_words = {w for link in query.links for words in link.words for w in words.text.split()}
    now_by_words = {w for link in again.links for words in link.words for w in words.text.split()}
    same_words = told.isdisjoint(by_words) or by_words <= now_by_words
    alike = same_words or is_alike(again.links, query.links, catalogue)
    if not named or not again.links or not (alike or of_units(query, catalogue)):
        return query
    left = query.scope.municipalities and not query.scope.organisations
    scope = replace(again.scope, organisations=()) if left else again.scope
    return replace(query, links=again.links, scope=scope, money=again.money)
