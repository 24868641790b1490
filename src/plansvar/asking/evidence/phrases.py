"""The one way in which a value is put into words, shared by those who say it and the check.

A phrase names measure, period, group and value, so that a true figure in the wrong role is no
longer the phrase that the check expects.
"""

from __future__ import annotations

from enum import StrEnum

from plansvar.asking.evidence import words
from plansvar.asking.evidence.quotes import plain
from plansvar.domain import Amount, Document, Observation
from plansvar.language.folding import fold
from plansvar.language.numbers import is_missing
from plansvar.texts import text


class Form(StrEnum):
    """How firmly a value is said: final, so far in the year, or for a part of the year."""

    PLAIN = "plain"
    SO_FAR = "so_far"


def value_phrase(
    document: Document, observation: Observation, form: Form = Form.PLAIN, language: str = "sv"
) -> str:
    """The words for one value: "utfallet 2018 är 30%"."""
    key = "missing" if is_missing(observation.raw) else form.value
    return text(
        f"answers.phrase.{key}",
        language,
        what=what(document, observation, language),
        value=value_text(observation),
    )


def phrases(document: Document, observation: Observation, language: str) -> tuple[str, ...]:
    """All phrases that may carry this value."""
    return tuple(value_phrase(document, observation, form, language) for form in Form)


def amount_phrase(document: Document, amount: Amount, language: str = "sv") -> str:
    """The words for one amount of a table: "prognosen helår 2026 är -836 257 tkr"."""
    period, value = amount_period(document, amount), value_text(amount)
    if amount.measure:
        said = f"{_measure_word(fold(amount.measure), language)} {period}".strip()
        return text("answers.phrase.plain", language, what=said, value=value)
    return f"{value} ({period})" if period else value


def amount_period(document: Document, amount: Amount) -> str:
    """The period of an amount in a table, where the headings that are quoted prove it."""
    period = plain(amount.period or "")
    printed = " ".join(plain(document.text[s.start : s.end]) for s in amount.headings)
    proved = {n.value for n in words.numbers_in(printed)}
    known = bool(printed) and all(n.value in proved for n in words.numbers_in(period))
    return period if known else ""


def what(document: Document, observation: Observation, language: str = "sv") -> str:
    """Measure, period and group: "utfallet 2018 för kvinnor"."""
    said = _measure(observation, language)
    period = shown_period(document, observation)
    if period:
        said = f"{said} {period}"
    if not words.is_total(observation):
        said = text(
            "answers.phrase.group", language, what=said, group=_group(observation, language)
        )
    return said


def value_text(observation: Observation | Amount) -> str:
    """The value as printed, with its unit where the print has it elsewhere."""
    raw, unit = plain(observation.raw), observation.unit
    if not words.numbers_in(raw, spelled=False) and not is_missing(raw):
        return f"”{raw}”"
    if is_missing(raw):
        return f"”{raw}”"
    if unit is None or any(c.isalpha() or c == "%" for c in raw):
        return raw
    if fold(unit) in words.vocabulary_list("units", "unsaid"):
        return raw
    return f"{raw} {unit}"


def shown_period(document: Document, observation: Observation) -> str:
    """The period, where the headings that are quoted prove its figures."""
    period = plain(observation.period or "")
    if not period:
        return ""
    spans = (*observation.headings, *((observation.label,) if observation.label else ()))
    printed = " ".join(plain(document.text[s.start : s.end]) for s in spans)
    proved = {n.value for n in words.numbers_in(printed)}
    return period if all(n.value in proved for n in words.numbers_in(period)) else ""


def _measure(observation: Observation, language: str) -> str:
    return _measure_word(fold(observation.measure), language)


def _measure_word(name: str, language: str) -> str:
    for kind in ("outcome", "target", "forecast"):
        if name in words.vocabulary_list("measures", kind) and language != "sv":
            return text(f"answers.measure.{kind}", language)
    try:
        return text(f"answers.measure.{name}", language)
    except KeyError:
        told = words.measure_kind(name)
        return text(f"answers.measure_of.{told}", language) if told else name


def _group(observation: Observation, language: str) -> str:
    try:
        return text(f"answers.group.{fold(observation.breakdown)}", language)
    except KeyError:
        return observation.breakdown
