"""Scores units by how much of the question they and their surroundings speak of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from plansvar.asking.passages.counted import Counted, counted_by
from plansvar.asking.passages.defining import defines
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.quantities import ANY, gives_behind, gives_quantity, sort_asked
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.units import Unit, are_together, is_comment
from plansvar.language.folding import stem, stems, told_stems, words
from plansvar.language.raised import MARKS
from plansvar.language.vocabulary import vocabulary

KEPT = 16384  # sentences that are kept, as each question reads the same ones
NEIGHBOUR = 0.5
TOPIC = 0.75
CUE = 0.12
CAUSE = 0.3  # what a word for a cause is worth where the cause is asked for
RANK = 0.25
HEADED = 0.2  # what it is worth that a heading above says nothing but what is asked for
LABEL = 0.1  # what it is worth that the whole paragraph is about a word of the question
SURE, TELLING = 0.6, 4  # a shorter word of a heading tells little
QUANTITY, WHEN, WHY, EXPLAIN, NAME = "quantity", "when", "why", "explain", "name"
MONEY = "money"
COMPANY, OF_SIGNS = "company", "of_signs"
DEFINED = 0.4  # what it is worth that a sentence says what the word asked about is
TYPED = (
    QUANTITY,
    WHEN,
    "who",
    NAME,
    COMPANY,
    "duration",
    "frequency",
)  # a neighbour that speaks of it is not enough for these
CUED = (WHY, "action", "consequence", "explain")  # kinds of answers that mostly say what they are


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its score, the share (0 to 1) of the question's required words that it and its
    surroundings cover, whether it holds what the kind of question asks for, and whether it has a
    word that makes it a likelier answer ("beror på" for "varför"); `headed` where the heading above
    it says nothing but what is asked for; of the `asked` required words the `untold` ones are not
    covered."""

    unit: Unit
    score: float
    own: float
    coverage: float
    fits: bool
    cue: bool
    holds_rarest: bool = False
    headed: bool = False
    untold: frozenset[str] = frozenset()
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer must hold: the kind of question, and the sort of number where it wants one."""

    kind: str
    sort: str | None = None
    counted: Counted = ANY


def rank(
    units: Sequence[Unit],
    terms: Terms,
    kind: str,
    named: frozenset[str] = frozenset(),
    question: str = "",
) -> list[Scored]:
    """The units, best first. `named` are the words of the question that name a row: the row's own
    comment speaks of them without repeating them."""
    given = {term.word: 1.0 for term in terms.items if term.word in named}
    held = [terms.match(told_stems(plain(f"{unit.label} {unit.text}"))) for unit in units]
    wanted = _wanted(kind, question, terms)
    places = range(len(units)) if terms.items else ()
    scored = [_score(n, units, held, terms, wanted, given) for n in places]
    return sorted(scored, key=lambda item: -item.score)


def plain(text: str) -> str:
    """A text without the phrases whose words mean something else by themselves ("bygger på")."""
    return _idioms().sub(" ", text)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["idioms"]["phrases"]), re.IGNORECASE)


def _wanted(kind: str, question: str, terms: Terms) -> Wanted:
    if kind != QUANTITY:
        return Wanted(kind)
    return Wanted(kind, sort_asked(question), counted_by(question, terms))


def _score(
    position: int,
    units: Sequence[Unit],
    held: Sequence[dict[str, float]],
    terms: Terms,
    wanted: Wanted,
    given: dict[str, float],
) -> Scored:
    unit = units[position]
    own = held[position]
    around = _neighbours(position, units, held)
    named = given if unit.rank == 0 else {}
    beside = any(term.variants and term.word not in named for term in terms.items)
    # What is counted in a comment of a row is told by its own words: the row is of something wider.
    within = "" if unit.cell and wanted.kind == QUANTITY else unit.topic
    topic = terms.match(told_stems(within)) | named
    together = {
        term.word: max(
            own.get(term.word, 0.0),
            beside * named.get(term.word, 0.0),
            TOPIC * topic.get(term.word, 0.0),
            NEIGHBOUR * around.get(term.word, 0.0),
        )
        for term in terms.items
    }
    total = sum(term.weight for term in terms.items) or 1.0
    score = sum(together[term.word] * term.weight for term in terms.items) / total
    speaks = bool(own or topic or opens_leaning(unit.text) or wanted.kind not in TYPED)
    fits = speaks and _fits(unit, terms, wanted, own)
    fits = fits or _gives_measure(position, units, held, terms, wanted, topic)
    comment = wanted.kind == WHY and (own or around) and is_comment(unit.document, unit.block)
    cue = bool(comment) or holds_cue(unit.text, wanted.kind)
    worth = CAUSE if wanted.kind in CUED else CUE
    bonus = worth * cue + CUE * fits + RANK / (4 + unit.rank)
    headed = _is_headed(unit.heading, terms)
    bonus += HEADED * (headed or (wanted.kind == WHY and _is_of_heading(unit.heading, terms)))
    bonus += LABEL * any(terms.match(stems(unit.label)).values())
    bonus += DEFINED * (wanted.kind == EXPLAIN and defines(unit, terms))
    own_share = sum(own.get(t.word, 0.0) * t.weight for t in terms.items) / total
    needed = [term for term in terms.items if not term.soft]
    untold = {
        t.word for t in needed if not any(e.get(t.word, 0) > SURE for e in (own, topic, around))
    }
    covered = sum(t.weight for t in needed if t.word not in untold)
    rarest = max(terms.items, key=lambda term: term.weight if term.variants else 0.0).word
    near = max(own.get(rarest, 0), around.get(rarest, 0), topic.get(rarest, 0)) > SURE
    coverage = covered / (terms.required or 1.0)
    return Scored(
        unit,
        score + bonus,
        own_share,
        coverage,
        fits,
        cue,
        near,
        headed,
        frozenset(untold),
        len(needed),
    )


def _is_headed(heading: str, terms: Terms) -> bool:
    """Whether the words of a heading are all words of the question, one of them a telling one."""
    told = [terms.match([stem(word)]) for word in words(heading) if len(word) >= TELLING]
    return bool(told) and all(told) and any(terms.telling & set(found) for found in told)


def _is_of_heading(heading: str, terms: Terms) -> bool:
    """Whether the last word of a heading, which the others only tell more of, is asked for."""
    last = [word for word in words(heading) if word.isalpha()][-1:]
    return any(t.factor({stem(word)}) > SURE for t in terms.items if not t.soft for word in last)


def _fits(unit: Unit, terms: Terms, wanted: Wanted, own: Mapping[str, float]) -> bool:
    if wanted.kind == QUANTITY and unit.text.startswith(tuple(f"{MARKS}*=†")):
        return False  # the key to a mark in a table counts nothing
    if wanted.kind == QUANTITY:
        needed = {term.word for term in terms.items if not term.soft} | set(wanted.counted.words)
        whole = all(own.get(word, 0.0) > SURE for word in needed)
        share = (
            wanted.sort == "count"
            and whole
            and gives_quantity(unit.text, terms, "share", wanted.counted)
        )
        return share or gives_quantity(unit.text, terms, wanted.sort, wanted.counted)
    if wanted.kind == WHEN and any(
        _holds(text, "headings", WHEN) for text in (unit.heading, unit.label)
    ):
        return True
    if wanted.kind in (NAME, COMPANY):
        return _names_another(unit.text, terms, wanted.kind)
    return _holds(unit.text, "types", wanted.kind)


def _gives_measure(
    position: int,
    units: Sequence[Unit],
    held: Sequence[dict[str, float]],
    terms: Terms,
    wanted: Wanted,
    topic: Mapping[str, float],
) -> bool:
    """Whether a sentence only gives the number that is asked for ("Kostnaden beräknas till …") of
    what the sentence before it, under its headings, speaks of."""
    measures = tuple(t for t in terms.items if t.soft and held[position].get(t.word, 0.0) > SURE)
    if wanted.sort != MONEY or not measures:
        return False
    if gives_behind(units[position].text, terms, Terms(measures), wanted.sort, wanted.counted):
        return True
    if not position:
        return False
    before = held[position - 1]
    needed = [t.word for t in terms.items if not t.soft]
    told = all(max(before.get(w, 0.0), topic.get(w, 0.0)) > SURE for w in needed)
    told = told and any(before.get(w, 0.0) > SURE for w in needed)
    if not (told and are_together(units[position], units[position - 1])):
        return False
    return gives_quantity(units[position].text, Terms(measures), wanted.sort, wanted.counted)


def _names_another(text: str, terms: Terms, kind: str) -> bool:
    """Whether a sentence has a name that the question does not hold itself."""
    pattern = _pattern("types", kind)
    found = pattern.finditer(text) if pattern else ()
    return any(not terms.match(stems(match[0])) for match in found)


def _neighbours(
    position: int, units: Sequence[Unit], held: Sequence[dict[str, float]]
) -> dict[str, float]:
    """What the sentences right before and after in the same block speak of."""
    found: dict[str, float] = {}
    for other in (position - 2, position - 1, position + 1):
        if 0 <= other < len(units) and are_together(units[position], units[other]):
            for word, factor in held[other].items():
                found[word] = max(found.get(word, 0.0), factor)
    return found


def holds_cue(text: str, kind: str) -> bool:
    """Whether a text has a word that makes it a likelier answer of a kind; what only says how a
    table is to be read tells no cause."""
    if kind not in (EXPLAIN, OF_SIGNS) and tells_how_to_read(text):
        return False
    return _holds(text, "cues", kind, default=False)


def tells_how_to_read(text: str) -> bool:
    """Whether a text only says how a table is to be read, which is no cause of anything."""
    return _holds(text, "cues", OF_SIGNS, default=False)


def cues_in(text: str, kind: str) -> str:
    """The words of a text that make it a likelier answer of a kind; empty where it has none."""
    told = (re.search(each, text, re.IGNORECASE) for each in vocabulary("passages")["cues"][kind])
    return " ".join(found[0] for found in told if found)


def before_cue(text: str, kind: str) -> str:
    """What stands before the first such word of a text; empty where it has none or begins so."""
    pattern = _pattern("cues", kind)
    found = pattern.search(text) if pattern else None
    return text[: found.start()] if found else ""


def before_cues(text: str, kind: str) -> tuple[str, ...]:
    """What stands before each such word of a text: one cause may have another of its own."""
    pattern = _pattern("cues", kind)
    return tuple(text[: found.start()] for found in pattern.finditer(text)) if pattern else ()


def told_of_kind(text: str, kind: str) -> tuple[str, ...]:
    """What stands in a text of the kind that is asked for: its dates for "when"."""
    pattern = _pattern("types", kind)
    return tuple(found[0] for found in pattern.finditer(text)) if pattern else ()


@lru_cache(maxsize=KEPT)
def _holds(text: str, table: str, kind: str, default: bool = True) -> bool:
    pattern = _pattern(table, kind)
    return default if pattern is None else pattern.search(text) is not None


@cache
def _pattern(table: str, kind: str) -> re.Pattern[str] | None:
    parts = vocabulary("passages")[table].get(kind)
    flags = re.IGNORECASE if table == "cues" else re.NOFLAG
    return re.compile("|".join(parts), flags) if parts else None
