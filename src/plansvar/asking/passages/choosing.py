"""Which of the sentences that may answer do: those that speak of the matter themselves and tell
what is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.passages.defining import FORM, defines, is_under_its_heading
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.ranking import OF_SIGNS, SURE, Scored, cues_in, holds_cue, plain
from plansvar.asking.passages.roles import answers_for
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.wording import ACTION, kind_of
from plansvar.asking.query import Operation, Query
from plansvar.domain import Span
from plansvar.language.folding import fold, stem, stems, told_stems, words
from plansvar.language.verbs import is_verb, tells_matter
from plansvar.language.vocabulary import vocabulary

LEAST_COVERAGE = 0.7  # measured by eval/deciding.py
WHY, HOW, SUMMARY, EXPLAIN, WHEN = "why", "how", "summary", "explain", "when"
CONSEQUENCE = "consequence"
UNCUED = (HOW, SUMMARY)  # kinds that no words tell
# Where a story is wanted and no figure or name, fewer of its words tell which one.
LEAST_OPEN = {SUMMARY: 0.45, WHY: 0.55, HOW: 0.45, "action": 0.45, CONSEQUENCE: 0.45}
ALL = 0.95  # of the telling words, where a word of the question is passed over
TELLING_KINDS = (WHY, ACTION)
OPEN = (HOW, SUMMARY, CONSEQUENCE, ACTION, "what")  # kinds that tell a story of a thing
UNTOLD = 0.34  # of the things that a question names that its story may lack
ITSELF = (
    ACTION,
    EXPLAIN,
    WHEN,
)  # kinds that a sentence beside what speaks of the matter does not answer
FEW = 2  # words of a question of which none may be missing
OWN_CAUSE = 0.5  # of the question that a cause itself speaks of, where it lacks its verb
CUE_BESIDE_BEST = 0.6
LITTLE = 0.1  # of the question that a sentence of its time speaks of, be it only what happens
NEAR, OPENING = 3, 3  # characters before the first sentence; words that say what it is of


def chosen(
    scored: Sequence[Scored], query: Query, terms: Terms, telling: bool = True
) -> list[Scored]:
    """Those sentences that answer, in the order given; `telling` says whether the words of the
    question tell a matter."""
    kind = kind_of(query)
    fitting = [item for item in scored if item.fits and not _lacks_matter(item, kind)]
    fitting = [item for item in fitting if kind not in OPEN or _tells_things(item, terms)]
    if kind in ITSELF:
        opening = {_block(i) for i in scored if query.links and _opens_with(i, terms)}
        fitting = [i for i in fitting if _speaks_itself(i, terms, kind) or _block(i) in opening]
    found = [item for item in fitting if item.coverage >= LEAST_COVERAGE]
    found = [item for item in found if not item.untold or item.asked > FEW]
    if kind == WHY:
        found = [item for item in found if item.cue or not item.unit.rank or item.own > 0]
    if kind == ACTION:
        found = [item for item in found if _tells_measure(item, terms)]
    if kind == CONSEQUENCE:
        found = [item for item in found if item.cue]
    if kind == WHEN and _happens(query.text):
        found = [item for item in found if _happens(item.unit.text) or item.headed]
    found = found or [item for item in fitting if _is_open(item, kind)]
    if query.passed_over:
        found = [item for item in found if item.coverage >= ALL and item.cue]
    if query.operation is Operation.RESPONSIBLE:
        found = [item for item in found if _answers_for(item, query, terms)]
    return _explaining(found, terms, query, telling) if kind == EXPLAIN else _telling(found, kind)


def _speaks_itself(item: Scored, terms: Terms, kind: str) -> bool:
    """Whether a sentence says what is asked of, leans on the one before it, is the comment of a
    row, or stands among sentences that say several words of it; or under a heading that says it,
    where no time is asked for."""
    unit = item.unit
    around = item.asked >= FEW and item.coverage >= ALL
    if not unit.rank or around or opens_leaning(unit.text):
        return True
    own = terms.match(told_stems(plain(f"{unit.label} {unit.text}")))
    if kind == WHEN and item.own >= LITTLE:
        return True
    own |= terms.match(stems(unit.heading)) if kind != WHEN else {}
    return any(own.get(term.word, 0.0) > SURE for term in terms.items if not term.soft)


def _block(item: Scored) -> tuple[str, int, Span | None]:
    cell = item.unit.cell
    return item.unit.document.path, item.unit.block, cell.span if cell else None


def _opens_with(item: Scored, terms: Terms) -> bool:
    """Whether a paragraph begins with a sentence that begins with what is asked of."""
    unit = item.unit
    whole = unit.cell.span if unit.cell else unit.document.blocks[unit.block].span
    first = unit.span.start <= whole.start + NEAR
    begins = frozenset(stem(word) for word in words(unit.text)[:OPENING])
    return first and any(t.factor(begins) >= FORM for t in terms.items if not t.soft)


def _happens(text: str) -> bool:
    """Whether it is said that something is done, opened, moved into."""
    doing = "|".join(vocabulary("passages")["times"]["of_doing"])
    return re.search(doing, text, re.IGNORECASE) is not None


def _answers_for(item: Scored, query: Query, terms: Terms) -> bool:
    """Whether a sentence says itself who answers for the very thing."""
    held = frozenset(told_stems(f"{item.unit.label} {item.unit.text}"))
    named = any(term.factor(held) > SURE for term in terms.items if not term.soft)
    return item.own > 0 and named and answers_for(query.text, item.unit.text)


def _tells_measure(item: Scored, terms: Terms) -> bool:
    """Whether a sentence tells what is done: by a word that says so, under a heading that says so
    of what is asked for, or where it says all of several words."""
    several = item.asked > FEW and item.coverage >= ALL and item.own >= OWN_CAUSE
    headed = holds_cue(item.unit.heading, ACTION) and is_under_its_heading(item.unit, terms)
    return item.cue or several or headed


def _lacks_matter(item: Scored, kind: str) -> bool:
    """Whether a sentence lacks what a verb of the question tells; a cause that is told in so many
    words of all the rest need not repeat what it is the cause of."""
    told = kind == WHY and item.cue and item.coverage >= LEAST_COVERAGE and item.own >= OWN_CAUSE
    return not told and any(map(tells_matter, item.untold))


def _tells_things(item: Scored, terms: Terms) -> bool:
    """Whether a sentence speaks of what a question names, all but a small part of it: one that
    lacks a thing which the question is of tells something else, however many words they share."""
    things = [term for term in terms.items if not (term.soft or is_verb(term.word))]
    lacking = sum(term.weight for term in things if term.word in item.untold)
    return lacking <= UNTOLD * sum(term.weight for term in things)


def _is_open(item: Scored, kind: str) -> bool:
    """Whether a story is wanted, and a sentence speaks of the most telling thing and of a good part
    of the rest."""
    tells = item.cue or kind in UNCUED
    return tells and item.holds_rarest and item.coverage >= LEAST_OPEN.get(kind, 1.0)


def _telling(found: list[Scored], kind: str) -> list[Scored]:
    """Of causes and measures those sentences that say that they tell one, where any does."""
    least = CUE_BESIDE_BEST * found[0].score if found else 0.0
    cued = [item for item in found if item.cue and item.score >= least]
    return (cued if kind in TELLING_KINDS else []) or found


def _explaining(found: list[Scored], terms: Terms, query: Query, telling: bool) -> list[Scored]:
    """The sentences that say what a word means, or a sign; where it is asked what a matter is
    about, else what stands under a heading that says it. That a sentence holds the
    word explains nothing."""
    defined = [item for item in found if defines(item.unit, terms)]
    signs = [item for item in found if terms.match(stems(cues_in(item.unit.text, OF_SIGNS)))]
    about = asks_of_matter(query.text)
    headed = [
        item
        for item in found
        if telling and is_under_its_heading(item.unit, terms) and (about or _is_name(item, terms))
    ]
    return signs or defined or headed


def _is_name(item: Scored, terms: Terms) -> bool:
    """Whether a heading writes what is asked about as a name, in capitals."""
    written = item.unit.heading.split()
    return any(term.word.upper() in written for term in terms.items if not term.soft)


def asks_of_matter(text: str) -> bool:
    """Whether it is asked what a matter is about ("vad innebär …"), and not what a word means."""
    asked = "|".join(vocabulary("passages")["definitions"]["of_matter"])
    return re.search(asked, fold(text)) is not None
