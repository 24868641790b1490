"""Verdicts that are made up of words: "målet bedöms delvis uppnås", "nås inte"."""

from __future__ import annotations

import re
from functools import cache

from plansvar.language.vocabulary import alternatives, vocabulary

_MET = "good"


def side_told(folded: str) -> str | None:
    """Whether a folded verdict says that a goal is met (good), partly met (middle) or not met
    (bad); null where the words make no whole verdict."""
    found = _pattern().fullmatch(folded)
    if found is None:
        return None
    degrees = [each for each in (found["before"], found["behind"]) if each]
    if len(degrees) > 1:
        return None
    return _degrees()[degrees[0]] if degrees else _MET


def bare_verdict(folded: str) -> str:
    """A verdict without the goal and the verb before it: "målet är delvis uppfyllt" says "delvis
    uppfyllt"; other texts as they are."""
    forms = vocabulary("tables")["verdict_forms"]
    goals, linking = alternatives(forms["goals"]), alternatives(forms["linking"])
    lead = re.match(rf"(?:{goals}) (?:(?:{linking}) )?", folded)
    rest = folded[lead.end() :] if lead else ""
    return rest if side_told(rest) is not None else folded


def is_bare_verdict(folded: str) -> bool:
    """Whether a text says nothing but how a goal is judged ("målet är delvis uppfyllt")."""
    unjudged = vocabulary("answering")["no_verdict"]["values"]
    known = folded in vocabulary("assessments")["words"] or folded in unjudged
    return known or side_told(folded) is not None


def is_verdict_clause(folded: str) -> bool:
    """Whether a verdict has a verb of its own ("bedöms inte nås") and so cannot stand as an
    adjective."""
    openings = vocabulary("tables")["verdict_forms"]["openings"]
    return side_told(folded) is not None and folded.split()[0] in openings


@cache
def _degrees() -> dict[str, str]:
    sides = vocabulary("tables")["verdict_forms"]["degrees"].items()
    return {phrase: str(side) for side, phrases in sides for phrase in phrases}


@cache
def _pattern() -> re.Pattern[str]:
    """An opening, a degree before or behind the verb, and the name of what is judged ("målet")
    anywhere before it."""
    forms = vocabulary("tables")["verdict_forms"]
    goal = f"(?:(?:{alternatives(forms['goals'])}) )?"
    opening = f"(?:(?:{alternatives(forms['openings'])}) )?"
    verb = f"(?:(?:{alternatives(forms['between'])}) )*(?:{alternatives(forms['verbs'])})"
    degree = alternatives(_degrees())
    return re.compile(
        f"{goal}{opening}{goal}(?:(?P<before>{degree}) )?{verb}(?: (?P<behind>{degree}))?"
    )
