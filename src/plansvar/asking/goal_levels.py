"""Goals that a document assesses as such, apart from the indicators that measure them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from plansvar.asking.evidence.words import is_target
from plansvar.domain import AssessmentSummary, Document, Indicator, StatedCount
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.verdict_forms import side_told
from plansvar.language.vocabulary import vocabulary

_GOAL = re.compile(r"(\w+)(?:\s+[\d.]+|\s*:)[\s.:–-]*(?=[^\W\d])")
FAMILIES = ("met", "partly", "missed")
_LONGEST = 5  # words of a verdict
_FAMILY_OF_SIDE = {"good": "met", "middle": "partly", "bad": "missed"}
CHANGED, FINANCIAL = "changed", "financial"
STATED = "stated"  # what goals are, and not how they are judged
ANY = "any"  # whatever a goal was judged before


@cache
def _by_word() -> dict[str, str]:
    told = vocabulary("assessments")
    own = {name: list(told["families"][name]) for name in FAMILIES}
    for name, words in own.items():
        forms = (form for word in words for form in told["words"].get(word, ()))
        own[name] = [*words, *forms, *vocabulary("goallevels")["colours"][name]]
    return {fold(word): name for name, words in own.items() for word in words}


def family_of(value: str | None) -> str | None:
    """Whether an assessment says that a goal is met, partly met or missed; null for others."""
    folded = fold(value or "")
    return _by_word().get(folded) or _FAMILY_OF_SIDE.get(side_told(folded) or "")


def family_at_end(text: str) -> str | None:
    """What the verdict that ends a text says of a goal, the longest of its last words that is one
    ("… bedöms delvis nås"); null where none does."""
    told = fold(text).rstrip(" .").split()
    ends = (" ".join(told[-count:]) for count in range(_LONGEST, 0, -1) if count <= len(told))
    return next((family for end in ends if (family := family_of(end))), None)


def of_one_family(values: Sequence[str], held: Iterable[str]) -> tuple[str, ...]:
    """Assessments and all those that documents hold and that say the same of a goal."""
    families = {family_of(value) for value in values} - {None}
    alike = sorted(each for each in held if family_of(each) in families)
    return tuple(dict.fromkeys((*values, *alike)))


def is_goal(kind: str) -> bool:
    """Whether rows of a kind are goals, and not what measures them."""
    return fold(kind).endswith(vocabulary("goallevels")["nouns"][0])


def goal_said(heading: str) -> str:
    """The goal that a heading or label says behind its number ("Nämndmål 2: Biblioteken ska …");
    empty where it begins with no word for a goal."""
    begun = _GOAL.match(heading)
    noun, said = (begun[1], heading[begun.end() :].strip()) if begun else ("", "")
    return said if is_goal(noun) else ""


def is_compound(kind: str) -> bool:
    """Whether a kind of goals is called by a longer word than goals ("verksamhetsmål")."""
    return is_goal(kind) and fold(kind) not in vocabulary("goallevels")["nouns"]


def judged_goals(document: Document, library: Library) -> list[Indicator]:
    """The goals that a document assesses in rows that hold nothing but the assessment, with those
    of the same tables that it leaves open; empty where goals and indicators are the same rows."""
    rows = [r for r in library.indicators() if r.place.document_id == document.path]
    goals = [r for r in rows if is_goal(r.kind) and not _is_valued(r)]
    if all(is_goal(row.kind) for row in rows):
        return []
    return _of_judged_tables(goals)


def valued_goals(document: Document, library: Library) -> list[Indicator]:
    """Goals that are assessed in rows with values of their own (financial ones as a rule)."""
    rows = [r for r in library.indicators() if r.place.document_id == document.path]
    return [r for r in rows if is_goal(r.kind) and _is_valued(r) and judged(r)]


def financial_goals(library: Library) -> list[Indicator]:
    """The financial goals that are judged: by their kind or the heading above them, or by their
    names where that heads goals of all sorts."""
    return [
        row
        for row in library.indicators()
        if is_goal(row.kind) and judged(row) and _is_financial(row)
    ]


def stated_financial(library: Library) -> list[Indicator]:
    """The financial goals that documents state: called so, or goals with a target under a heading
    for goals of money; those that are judged, of the documents that state none apart."""
    stated = [row for row in library.indicators() if is_goal(row.kind) and _is_stated(row)]
    apart = {row.place.document_id for row in stated}
    judged_ones = financial_goals(library)
    return [*stated, *(row for row in judged_ones if row.place.document_id not in apart)]


def _is_stated(row: Indicator) -> bool:
    told = vocabulary("goallevels")["financial"]
    if judged(row) or not row.observations:
        return False
    if fold(row.kind) in told["headings"]:
        return True
    said = fold(" ".join(row.place.section[-1:])).split()
    of_money = any(word.startswith((*told["names"], *told["asked"])) for word in said)
    return of_money and any(map(is_goal_word, said))


def is_of_sort(row: Indicator, root: str) -> bool:
    """Whether a goal or the heading above it speaks of one sort of money."""
    return root in fold(" ".join([row.name, *row.place.section[-1:]]))


def names_financial(said: Sequence[str]) -> bool:
    """Whether words name the financial goals as a set ("de finansiella målen", "ekonomimålen")."""
    told = vocabulary("goallevels")["financial"]["asked"]
    alone = any(word in told and is_goal_word(word) for word in said)
    return alone or any(one in told and is_goal_word(other) for one, other in pairwise(said))


def _is_financial(row: Indicator) -> bool:
    told = vocabulary("goallevels")["financial"]
    around = [fold(name) for name in (row.kind, *row.place.section[-1:])]
    if any(each in name for name in around for each in told["headings"]):
        return True
    mixed = any(each in name for name in around for each in told["mixed"])
    whole = any(each in fold(row.name) for each in told["mixed"])
    return mixed and not whole and any(each in fold(row.name) for each in told["names"])


def says_goals(said: Iterable[str]) -> bool:
    """Whether words name goals, and nothing that measures them."""
    keys = set(said)
    return any(map(is_goal_word, keys)) and not keys & _measures()


def is_goal_word(key: str) -> bool:
    """Whether a word is one for goals, alone or in a compound."""
    told = vocabulary("goallevels")
    return key.endswith(tuple(told["nouns"])) or key in told["goals"]


def has_goal(row: Indicator) -> bool:
    """Whether a row is a goal or has one: it is called so, or has a target."""
    kinds = (kind for kind in row.kinds if kind)
    return any(map(is_target, row.observations)) or any(map(is_goal, kinds))


def is_aimed(row: Indicator) -> bool:
    """Whether a row is a goal or is held against something: it may only be judged, as beside other
    municipalities."""
    return has_goal(row) or judged(row) is not None


def judged(row: Indicator) -> str | None:
    return row.assessment.value if row.assessment else None


def goal_summaries(document: Document, library: Library) -> list[AssessmentSummary]:
    """How many goals have each assessment, as the document itself counts them."""
    return [
        s
        for s in library.summaries()
        if s.place.document_id == document.path
        and s.stated_count is not None
        and is_goal(s.kind)
        and family_of(s.assessment)
    ]


def goal_counts(document: Document, library: Library) -> list[StatedCount]:
    """How many goals there are in all, as the document states it."""
    return [
        s
        for s in library.stated_counts()
        if s.place.document_id == document.path
        and s.status is None
        and not s.forecast
        and is_goal(s.what)
    ]


def counts_goals_only(document: Document, library: Library) -> bool:
    """Whether a document tells how its goals are judged by numbers alone: its rows are judged as
    indicators, or not at all."""
    if not goal_summaries(document, library):
        return False
    rows = [r for r in library.indicators() if r.place.document_id == document.path]
    kinds = [s.kind for s in library.summaries() if s.place.document_id == document.path]
    kinds += [s.what for s in library.stated_counts() if s.place.document_id == document.path]
    apart = any(fold(kind) in _measures() for kind in kinds)
    found = [row for row in rows if judged(row)]
    return not found or (apart and not any(is_goal(row.kind) for row in found))


def tells_goals(document: Document, library: Library) -> bool:
    return bool(judged_goals(document, library)) or counts_goals_only(document, library)


def _measures() -> frozenset[str]:
    return frozenset(vocabulary("goallevels")["measures"])


def _is_valued(row: Indicator) -> bool:
    return bool(row.observations)


def _of_judged_tables(goals: list[Indicator]) -> list[Indicator]:
    """Without tables that assess no goal as a whole, and without repeats of a name."""
    tables = {row.table for row in goals if judged(row)}
    kept: dict[tuple[str, str | None], Indicator] = {}
    for row in goals:
        if row.table in tables or judged(row):
            kept.setdefault((fold(row.name), row.place.organisation), row)
    return list(kept.values())
