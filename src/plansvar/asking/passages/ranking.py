"""Scores units by how much of the question they and their surroundings speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.passages.counted import Counted, counted_by
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.quantities import ANY, gives_quantity, sort_asked
from plansvar.asking.passages.terms import Term, Terms
from plansvar.asking.passages.units import Unit, is_comment
from plansvar.language.folding import fold, stem, stems, told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

NEIGHBOUR = 0.5
TOPIC = 0.75
CUE = 0.12
CAUSE = 0.3  # what a word for a cause is worth where the cause is asked for
RANK = 0.25
HEADED = 0.2  # what it is worth that a heading above says nothing but what is asked for
LABEL = 0.1  # what it is worth that the whole paragraph is about a word of the question
SURE, TELLING = 0.6, 4  # a shorter word of a heading tells little
QUANTITY, WHEN, WHY, EXPLAIN, NAME = "quantity", "when", "why", "explain", "name"
COMPANY, OF_SIGNS = "company", "of_signs"
DEFINED = 0.4  # what it is worth that a sentence says what the word asked about is
FORM = 0.9  # how surely a word is the one that is asked about, in any form
LONG = 8  # letters of a word that may stand for a compound that begins with it
BRACKETS = re.compile(r"\([^)]*\)")
CLAUSE = 3  # words in which a sentence has its verb
FRONT, BEHIND = 25, 40  # letters before a word that is defined, and between it and what says so
WORD = re.compile(r"\w+")
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
    topic = terms.match(told_stems(unit.topic)) | named
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


def is_under_its_heading(unit: Unit, terms: Terms) -> bool:
    """Whether a heading says all of what is asked about."""
    held = frozenset(stems(unit.heading))
    needed = [term for term in terms.items if not term.soft]
    return bool(needed) and all(term.factor(held) > SURE for term in needed)


def _is_headed(heading: str, terms: Terms) -> bool:
    """Whether the words of a heading are all words of the question, one of them a telling one."""
    told = [terms.match([stem(word)]) for word in words(heading) if len(word) >= TELLING]
    needed = {term.word for term in terms.items if not term.soft}
    return bool(told) and all(told) and any(needed & set(found) for found in told)


def _is_of_heading(heading: str, terms: Terms) -> bool:
    """Whether the last word of a heading, which the others only tell more of, is asked for."""
    last = [word for word in words(heading) if word.isalpha()][-1:]
    return any(t.factor({stem(word)}) > SURE for t in terms.items if not t.soft for word in last)


def defines(unit: Unit, terms: Terms) -> bool:
    """Whether a sentence says what the word asked about is, behind that word; one that begins with
    it, or stands behind it as a label, needs no verb under a heading for such sentences."""
    text, needed = unit.text, [term for term in terms.items if not term.soft]
    named = [m for m in WORD.finditer(text) if _is_any(m[0], needed)]
    headings = tuple(vocabulary("passages")["definitions"]["headings"])
    headed = any(word.startswith(headings) for word in words(unit.heading))
    labelled = any(_is_any(word, needed) for word in words(unit.label))
    if headed and (labelled or (named and _opens(text, named[0]))):
        return True
    plain = [each for each in named if not _is_of_another(text, each)]
    return any(_says(said, each, text) for each in plain for said in _after(each, text)) or any(
        _is_short_form(text, each) for each in named
    )


def _is_of_another(text: str, named: re.Match[str]) -> bool:
    """Whether a word only says what another one is of ("Målet för självfinansieringsgrad är …")."""
    before = words(text[: named.start()])[-1:]
    return before != [] and before[0] in vocabulary("passages")["definitions"]["of_another"]


def _is_short_form(text: str, named: re.Match[str]) -> bool:
    """Whether a short form stands in brackets behind what it is short for."""
    around = text[max(0, named.start() - 1) : named.start()] + text[named.end() : named.end() + 1]
    return around == "()" and named[0].isupper() and named.start() > FRONT / 2


def _opens(text: str, named: re.Match[str]) -> bool:
    """Whether a word stands in front, before what explains it."""
    return named.start() <= FRONT and not set(text[: named.start()]) & set(":=")


def _after(named: re.Match[str], text: str) -> Iterator[re.Match[str]]:
    """Where a text says near behind a word that it defines it."""
    for said in _saying().finditer(text, named.end()):
        if said.start() - named.end() <= BEHIND:
            yield said


def _says(said: re.Match[str], named: re.Match[str], text: str) -> bool:
    """Whether a verb defines a word; behind a mere sign nothing else stands between them, and no
    sentence of its own follows ("Heltid: Nattpersonalen har …")."""
    if any(map(str.isalpha, said[0][:-1])):
        return True
    between = BRACKETS.sub("", text[named.end() : said.start()])
    own = any(map(is_verb, words(text[said.end() - 1 :])[:CLAUSE]))
    return not own and not any(map(str.isalpha, between))


def _is_any(word: str, terms: Sequence[Term]) -> bool:
    """Whether a word is one of those asked about, in any form, or most of one ("självfinansiering"
    of "självfinansieringsgrad")."""
    held, begins = frozenset(stems(word)), fold(word)
    return any(
        term.factor(held) >= FORM or (len(begins) >= LONG and term.word.startswith(begins))
        for term in terms
    )


@cache
def _saying() -> re.Pattern[str]:
    """What says that a sentence defines the word before it."""
    return re.compile("|".join(vocabulary("passages")["definitions"]["says"]))


def _fits(unit: Unit, terms: Terms, wanted: Wanted, own: Mapping[str, float]) -> bool:
    if wanted.kind == QUANTITY:
        whole = all(own.get(term.word, 0.0) > SURE for term in terms.items if not term.soft)
        share = (
            wanted.sort == "count"
            and whole
            and gives_quantity(unit.text, terms, "share", wanted.counted)
        )
        return share or gives_quantity(unit.text, terms, wanted.sort, wanted.counted)
    if wanted.kind == WHEN and _holds(unit.heading, "headings", WHEN):
        return True
    if wanted.kind in (NAME, COMPANY):
        return _names_another(unit.text, terms, wanted.kind)
    return _holds(unit.text, "types", wanted.kind)


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
        if 0 <= other < len(units) and _together(units[position], units[other]):
            for word, factor in held[other].items():
                found[word] = max(found.get(word, 0.0), factor)
    return found


def _together(one: Unit, other: Unit) -> bool:
    return one.document is other.document and one.block == other.block


def holds_cue(text: str, kind: str) -> bool:
    """Whether a text has a word that makes it a likelier answer of a kind; what only says how a
    table is to be read tells no cause."""
    if kind not in (EXPLAIN, OF_SIGNS) and _holds(text, "cues", OF_SIGNS, default=False):
        return False
    return _holds(text, "cues", kind, default=False)


def cues_in(text: str, kind: str) -> str:
    """The words of a text that make it a likelier answer of a kind; empty where it has none."""
    told = (re.search(each, text, re.IGNORECASE) for each in vocabulary("passages")["cues"][kind])
    return " ".join(found[0] for found in told if found)


def before_cue(text: str, kind: str) -> str:
    """What stands before the first such word of a text; empty where it has none or begins so."""
    pattern = _pattern("cues", kind)
    found = pattern.search(text) if pattern else None
    return text[: found.start()] if found else ""


def told_of_kind(text: str, kind: str) -> tuple[str, ...]:
    """What stands in a text of the kind that is asked for: its dates for "when"."""
    pattern = _pattern("types", kind)
    return tuple(found[0] for found in pattern.finditer(text)) if pattern else ()


def _holds(text: str, table: str, kind: str, default: bool = True) -> bool:
    pattern = _pattern(table, kind)
    return default if pattern is None else pattern.search(text) is not None


@cache
def _pattern(table: str, kind: str) -> re.Pattern[str] | None:
    parts = vocabulary("passages")[table].get(kind)
    flags = re.IGNORECASE if table == "cues" else re.NOFLAG
    return re.compile("|".join(parts), flags) if parts else None
