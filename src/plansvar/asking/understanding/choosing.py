"""Chooses which names a question is about: among which rows to look, and how strictly."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.query import Link, Money, Operation, Scope, Subject
from plansvar.asking.understanding.benchmarks import link_beside
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.counted_rows import counting_things
from plansvar.asking.understanding.cues import names_each_unit
from plansvar.asking.understanding.finished import counting_finished
from plansvar.asking.understanding.judged_links import link_judged
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.link_groups import link_group
from plansvar.asking.understanding.linking import (
    LEAST_OF_TEXT,
    LEAST_SHARE,
    SURE,
    Linked,
    link_all,
    link_names,
)
from plansvar.asking.understanding.money_links import link_asked_money, of_years
from plansvar.asking.understanding.money_names import leaves_a_sort
from plansvar.asking.understanding.money_places import of_places
from plansvar.asking.understanding.money_tables import as_asked
from plansvar.asking.understanding.moneyed import asks_how_much_money, asks_surely, is_group
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.other_sorts import (
    is_of_other_sort,
    names_only_municipality,
    names_only_viewer,
)
from plansvar.asking.understanding.preferring import NUMBERED, NUMERIC, ROWS, preferred
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.repeating import link_repeated
from plansvar.asking.understanding.result_periods import of_result_period
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.supporting import link_support
from plansvar.asking.understanding.valued import is_empty, with_values
from plansvar.asking.understanding.verbatim import NAMED_LONG, link_verbatim
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

WELL = 0.6  # so well must words fit the subject that a noun names, else all subjects are tried
WELL_OF_MONEY = 0.8  # so well must an amount fit where the words may mean something else
_UNLINKED = (Operation.CHECK_SUM, Operation.SUMMARISE)
_OF_TEXT = (Operation.WHY, Operation.HOW, Operation.WHEN, Operation.WHO, Operation.EXPLAIN)


def choose_names(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
    money: Money | None = None,
) -> Linked:
    """The link of the whole question, if it is about any row, to rows of the years asked for."""
    finished = counting_finished(words, reading, operation, catalogue)
    subject, words = (subject if finished is words else None), finished
    linked = of_places(reading, catalogue, scope, words) if operation in NUMERIC else Linked()
    if linked.link is None:
        linked = _chosen(reading, catalogue, scope, operation, subject, words, money)
    linked = link_judged(linked, reading, catalogue, scope, operation, words)
    rows = linked.link.rows if linked.link else ()
    if names_only_municipality(linked, reading, catalogue) or names_only_viewer(linked, reading):
        return Linked()
    if leaves_a_sort(linked, words, catalogue) or is_of_other_sort(rows, reading, catalogue):
        return Linked()
    linked = as_asked(linked, reading, catalogue)
    return of_result_period(of_years(linked, words, catalogue, scope), reading, catalogue)


def _chosen(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
    money: Money | None,
) -> Linked:
    if subject is Subject.DOCUMENTS or operation in _UNLINKED:
        return Linked()
    named = _link_named(reading, catalogue, scope, words, money)
    named = named if named.link else link_repeated(catalogue, scope, operation, subject, words)
    if named.link is not None:
        return named
    asked = money is not None and (operation not in _OF_TEXT or money.side or money.against_plan)
    if money is not None and asked and operation is not Operation.WHY:
        linked = link_asked_money(reading, catalogue, scope, operation, words, money)
        if linked.link is not None and money.of_years:
            return _fitting_better(linked, words, catalogue, scope)
        if linked.subject is not None or _names_a_cost(words, reading):
            off = reading.has("money")
            return _better(linked, reading, catalogue, scope, operation, subject, words, off)
    if names_each_unit(reading):
        words = [w for w in words if not is_group(w, reading, "units")]
    if all(w.support for w in words):
        return link_support(reading, catalogue, scope, operation, subject, words)
    return _link_content(reading, catalogue, scope, operation, subject, words)


def _link_named(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    words: Sequence[Content],
    money: Money | None,
) -> Linked:
    """The link of a name that the question repeats, or of rows that have what they are to be set
    beside."""
    verbatim = link_verbatim(reading, catalogue, words)
    if verbatim.subject is Subject.AMOUNTS and reading.has("operation", "count") and not money:
        counted = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_OF_TEXT)
        if counted.link is not None and set(verbatim.covered) <= set(counted.covered):
            return counted
    if verbatim.subject is Subject.AMOUNTS and reading.has("task_status") and not money:
        tasks = link_names(words, catalogue, scope, (Subject.COMMITMENTS,), LEAST_OF_TEXT)
        if tasks.link is not None and set(verbatim.covered) <= set(tasks.covered):
            return tasks
    named = verbatim.link is not None and len(verbatim.link.words[0].text.split()) >= NAMED_LONG
    if verbatim.link is not None and (named or not money or verbatim.subject is Subject.AMOUNTS):
        return verbatim
    return link_beside(reading, catalogue, scope, words)


def _fitting_better(
    money: Linked, words: Sequence[Content], catalogue: Catalogue, scope: Scope
) -> Linked:
    """The amounts whose years are asked for, unless a key figure is named better."""
    other = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_OF_TEXT)
    telling = {w for w in words if not (w.support or w.weak)}
    better = other.link and money.link and other.link.score > money.link.score
    more = len(telling & set(other.covered)) > len(telling & set(money.covered))
    return other if other.link and (better or more) else money


def _is_price(name: Name) -> bool:
    """Whether a key figure is named as a fee or as what something costs ("Avgift, Simhallen")."""
    groups = grammar()["money_groups"]
    return not {root(w) for g in ("fees", "costs") for w in groups[g]}.isdisjoint(name.stems)


def _is_as_near(price: Linked, money: Linked) -> bool:
    if price.link is None:
        return False
    return price.link.score >= max(money.link.score if money.link else 0.0, WELL_OF_MONEY)


def _names_a_cost(words: Sequence[Content], reading: Reading) -> bool:
    """Whether something is named that only money can answer for."""
    return asks_surely(reading) and any(not (w.support or w.weak) for w in words)


def _better(
    money: Linked,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
    off_plan: bool,
) -> Linked:
    """The link of money, unless the words fit something else better and may not mean money, or a
    key figure is the very price that is asked for; of a price nothing is over or short."""
    price = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_SHARE, _is_price)
    earned = reading.has("spending", "earn")
    priced = asks_surely(reading) and not (earned or (off_plan and money.link is not None))
    if priced and _is_as_near(price, money) and not is_empty(price, catalogue):
        return price
    surely = asks_surely(reading) or asks_how_much_money(reading)
    if money.link is None or surely or all(w.support or w.weak for w in words):
        return money
    other = _link_telling(reading, catalogue, scope, operation, subject, words)
    better = other.link and other.link.score > max(money.link.score, WELL_OF_MONEY)
    return other if better and not is_empty(other, catalogue) else money


def _link_content(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """The link of words that carry content; an amount where its change in percent is asked for."""
    if operation is Operation.SHARE and _is_of_change(reading, subject):
        changed = link_names(words, catalogue, scope, (Subject.AMOUNTS,))
        if changed.link is not None:
            return changed
    return _link_telling(reading, catalogue, scope, operation, subject, words)


def _link_telling(
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    operation: Operation | None,
    subject: Subject | None,
    words: Sequence[Content],
) -> Linked:
    """The link of words that carry content."""
    leading = [w for w in words if not w.support]
    listing = operation is not None and operation.value in grammar()["over_rows"]
    single = operation is Operation.LIST and _asks_for_one(reading)
    named = reading.has("subject") or not reading.has("measure")
    if listing and subject in ROWS and operation is not Operation.COUNT and (named or not single):
        return link_all(leading, catalogue, (subject,))
    if operation is Operation.LIST and subject is None and _asks_for_many(reading):
        group = link_group(leading, catalogue)
        if group.link is not None:
            return group
        figure = link_names(words, catalogue, scope, (Subject.INDICATORS,), LEAST_OF_TEXT)
        return figure if figure.link and figure.link.score >= SURE else Linked()
    reads_text = operation is not None and operation.value in grammar()["of_text"]
    least = LEAST_OF_TEXT if reads_text else LEAST_SHARE
    wanted = preferred(None if _is_of_change(reading, subject) else subject, operation)
    first = link_names(words, catalogue, scope, wanted, least)
    first = counting_things(first, operation, words, catalogue, scope)
    if operation in (None, *NUMERIC) and is_empty(first, catalogue):
        first = with_values(first, words, catalogue, scope, least)
    if first.link is not None and (subject is None or first.link.score >= WELL):
        return first
    if operation in (Operation.COUNT, Operation.SHARE):
        return _with_share(first, operation, words, catalogue, scope)
    if operation in NUMERIC and subject is not Subject.COMMITMENTS:
        return link_names(words, catalogue, scope, NUMBERED, least)
    return link_names(words, catalogue, scope, ROWS, least)


def _is_of_change(reading: Reading, subject: Subject | None) -> bool:
    """Whether nothing but a change says that key figures are meant: amounts rise and fall too."""
    if subject is not Subject.INDICATORS or not reading.has("change"):
        return False
    return not any(reading.has(c) for c in ("subject", "assessment", "verdict", "target_state"))


def _with_share(
    first: Linked,
    operation: Operation,
    words: Sequence[Content],
    catalogue: Catalogue,
    scope: Scope,
) -> Linked:
    """The link; where none is found for a share, an amount whose name prints it."""
    if operation is not Operation.SHARE or first.link is not None:
        return first
    return link_names(words, catalogue, scope, (Subject.AMOUNTS,), LEAST_OF_TEXT, _tells_share)


def _tells_share(name: Name) -> bool:
    """Whether a name itself prints percent ("Uppräkning med index: 3,7%")."""
    return any(unit in fold(name.text) for unit in vocabulary("answering")["percent"]["units"])


def _asks_for_one(reading: Reading) -> bool:
    """ "vilken sjukfrånvaro …" asks for one thing's value."""
    return any(token.key in grammar()["single"] for token in reading.tokens)


def _asks_for_many(reading: Reading) -> bool:
    return any(token.key in grammar()["many"] for token in reading.tokens)


def links_of(
    linked: Linked, words: Sequence[Content], catalogue: Catalogue, reading: Reading
) -> tuple[Link, ...]:
    """The link, and a second one where two things are named side by side."""
    if linked.link is None or linked.subject is None:
        return ()
    scope = reading.found.scope
    rest = [w for w in words if w not in linked.covered and not (w.support or w.weak)]
    joined = _joined(linked.covered, rest, reading)
    other = link_names(rest, catalogue, scope, (linked.subject,)) if joined else Linked()
    if not other.link or other.link.score < WELL or set(other.link.rows) & set(linked.link.rows):
        return (linked.link,)
    own = link_names(linked.covered, catalogue, scope, (linked.subject,))
    return (own.link or linked.link, other.link)


def _joined(some: Sequence[Content], others: Sequence[Content], reading: Reading) -> bool:
    """Whether a word such as "och" stands between two groups of contents."""
    first = [i for content in some for i in content.tokens]
    second = [i for content in others for i in content.tokens]
    if not first or not second:
        return False
    between = (*range(max(first) + 1, min(second)), *range(max(second) + 1, min(first)))
    return any(reading.tokens[i].key in grammar()["side_by_side"] for i in between)
