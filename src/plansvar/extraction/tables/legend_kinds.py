"""What the colours of a legend judge: whether targets are met, or change, rank or progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plansvar.domain import Assessment
from plansvar.extraction.tables.legends import Legend
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2
_CUT = 3  # letters


def judged_by(legend: Legend) -> str | None:
    """What a legend judges when that is not whether targets are met: "förändring"; else null."""
    words = vocabulary("tables")["legend_kinds"]
    texts = [fold(text) for text in legend.texts]
    told = [text for text in texts if not _says_nothing(text, words["open"])]
    if len(told) < _FEWEST or any(_holds(text, words["targets"]) for text in told):
        return None
    kinds = words["kinds"].items()
    return next((str(k) for k, own in kinds if all(_holds(text, own) for text in told)), None)


def judges_targets(legend: Legend) -> bool:
    """Whether a legend says of its colours whether goals are met."""
    words = vocabulary("tables")["legend_kinds"]
    told = [t for t in map(fold, legend.texts) if not _says_nothing(t, words["open"])]
    return len(told) >= _FEWEST and all(_holds(text, words["targets"]) for text in told)


def kept_apart(assessment: Assessment, kind: str | None, total: str) -> Assessment:
    """A colour that judges something else than targets, as an assessment of just that."""
    if kind is None or assessment.mark is None or assessment.mark.colour is None:
        return assessment
    own = kind if assessment.breakdown == total else f"{assessment.breakdown}, {kind}"
    return replace(assessment, breakdown=own)


def progress_meant(assessments: Iterable[Assessment]) -> str | None:
    """How far something has come, as the key says of its colour."""
    progress = vocabulary("tables")["legend_kinds"]["progress"]
    told = (a.meaning for a in assessments if a.breakdown.endswith(progress))
    return next(told, None)


def share_word() -> str:
    """What the filled share of a bar is called where no heading says."""
    return str(vocabulary("tables")["legend_kinds"]["share"])


def _says_nothing(text: str, unsaid: list[str]) -> bool:
    """Whether an entry says that there is nothing to judge, or was cut short ("ej")."""
    return len(text) <= _CUT or _holds(text, unsaid)


def _holds(text: str, words: list[str]) -> bool:
    return any(word in text for word in words)
