"""How the goals that a question asks for are judged, in the words of the documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plansvar.asking.goal_levels import of_one_family
from plansvar.asking.query import TargetState
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def verdicts_said(
    reading: Reading, catalogue: Catalogue
) -> tuple[tuple[str, ...], TargetState | None]:
    """The assessments that the question asks for; where no document has them in its rows, whether
    the goals are to be met or missed."""
    colours = _as_documents_say(reading, catalogue)
    words = reading.values("verdict")
    if not words:
        return colours, None
    if any(word in catalogue.assessments for word in words):
        return tuple(dict.fromkeys((*colours, *_alike(words, catalogue)))), None
    met, *_ = vocabulary("questions")["sv"]["verdict"]
    partly = [w for w in words if w not in (met, *grammar()["missed_verdicts"])]
    if partly:
        held = catalogue.assessments
        alike = (*grammar()["partly_colours"], *of_one_family(partly, held))
        own = tuple(dict.fromkeys(each for each in alike if each in held))
        return (*colours, *(own or partly)), None
    missed = words[0] != met or reading.has("negation")
    return colours, TargetState.MISSED if missed else TargetState.MET


def _alike(verdicts: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    """Verdicts in words and those of the documents that say the same in others."""
    worded = (each for each in catalogue.assessments if each not in _colour_roots())
    return of_one_family(verdicts, worded)


def _as_documents_say(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The colours that are asked for; where none is said but what it stands for ("bedöms inte
    nås"), all assessments of the documents that say the same."""
    colours = reading.values("assessment")
    said = {t.key for m in reading.places("assessment") for t in reading.tokens[m.start : m.end]}
    plain = any(word.startswith(each) for word in said for each in _colour_roots())
    return colours if plain else of_one_family(colours, catalogue.assessments)


@cache
def _colour_roots() -> frozenset[str]:
    forms = vocabulary("assessments")["colours"].values()
    return frozenset(fold(form) for each in forms for form in each)
