"""Goals stated in sentences, where a heading or a word says that they are goals.

"Självfinansieringsgraden ska vara 70 procent." under "Mål för investeringar" becomes a goal with
its target; an outcome right after it ("Utfallet blev 65 procent.") becomes its outcome.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from plansvar.domain import (
    Assessment,
    BlockKind,
    Document,
    Indicator,
    MarkSource,
    Observation,
    Span,
)
from plansvar.extraction.goal_demands import demanded
from plansvar.extraction.goal_years import (
    dated_targets,
    number_forms,
    outcome_before,
    outcomes_told,
    part_targets,
)
from plansvar.extraction.legend_text import explains_colours
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import assessment_named, assessment_pattern
from plansvar.extraction.targets import judged
from plansvar.extraction.units import unit_at
from plansvar.extraction.zones import Role, Zone
from plansvar.language.folding import fold
from plansvar.language.numbers import NUMBER, value_of
from plansvar.language.periods import find_period, period_pattern, year_of
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_REACH = 3  # sentences after a goal that may tell more of it
_BULLET = re.compile(r"(?:[^\w\s\"”’'(+<>≥≤]|[\uf0a0-\uf0ff]|\d{1,2}[.)])\s+")


def stated_goals(
    document: Document, zones: Sequence[Zone], taken: Sequence[Span], names: Names
) -> tuple[Indicator, ...]:
    """Goals with a target in sentences that no other row has taken."""
    found = []
    for zone in zones:
        if zone.role is Role.COMMITMENTS:
            continue
        spans = tuple(_sentences(document, zone.span, taken))
        for position, whole in enumerate(spans):
            if explains_colours(document.quote(whole)):
                continue
            span, mark = _marked(document, whole)
            stated = _stated_target(document, span)
            target = stated or demanded(document, span)
            goal = stated or _says_goal(document, span) or _under_goals(document, zone)
            if not goal or not (target or mark):
                continue
            following = spans[position + 1] if position + 1 < len(spans) else None
            same = Span(target.end, span.end) if target else None
            inside = stated or (same and _outcome(document, same, target))
            around = same if inside else following
            row = _indicator(document, zone, span, target, around, mark, names)
            after = spans[position + 1 : position + 1 + _REACH] if target else ()
            found.append(_with_told(document, row, after))
    return tuple(found)


def _with_told(document: Document, row: Indicator, after: Sequence[Span]) -> Indicator:
    """A goal with the targets on the way and the outcomes that the sentences after it tell."""
    observations = list(row.observations)
    for sentence in itertools.takewhile(lambda s: demanded(document, s) is None, after):
        for dated, what in (
            *((d, "target") for d in part_targets(document, sentence)),
            *((d, "outcome") for d in outcomes_told(document, sentence)),
        ):
            known = [(o.measure, o.period) for o in observations]
            if (_called(what), dated.period) not in known:
                seen = _observation(document, dated.cell, _called(what), dated.period, sentence)
                observations.append(seen)
    return judged(replace(row, observations=tuple(observations)))


def _sentences(document: Document, area: Span, taken: Sequence[Span]) -> Iterator[Span]:
    for block in document.blocks:
        plain = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if plain and area.holds(block.span):
            for span in sentences(document.text, _without_bullet(document.text, block.span)):
                if not any(span.overlaps(other) for other in taken):
                    yield span


def _without_bullet(text: str, span: Span) -> Span:
    """A block without the bullet or the number that it begins with."""
    match = _BULLET.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def _stated_target(document: Document, span: Span) -> Span | None:
    """The number of "målet är minst 0,1 procent", where its outcome stands in the same sentence."""
    match = _statement().search(document.text, span.start, span.end)
    if match is None or _outcome(document, Span(match.end(), span.end)) is None:
        return None
    unit = unit_at(document.text, match.end())
    end = unit.span.end if unit and unit.span.end <= span.end else match.end()
    return Span(match.start("raw"), end)


def _says_goal(document: Document, span: Span) -> bool:
    folded = fold(document.text[span.start : span.end])
    return re.match(rf"(?:{_any('headings')})\s*\d*\s*[:–]", folded) is not None


def _under_goals(document: Document, zone: Zone) -> bool:
    """Whether the nearest heading speaks of goals."""
    if zone.role is Role.GOALS:
        return True
    if zone.marker is None or not zone.is_heading:
        return False
    folded = fold(document.quote(zone.marker))
    return re.search(rf"(?<!\w)(?:{_any('headings')})(?!\w)", folded) is not None


def _indicator(
    document: Document,
    zone: Zone,
    span: Span,
    target: Span | None,
    following: Span | None,
    mark: Assessment | None,
    names: Names,
) -> Indicator:
    lead = re.compile(rf"(?:{_any('headings')})\s*\d*\s*[:–]\s*", re.I).match(
        document.text, span.start, span.end
    )
    outcome = _outcome(document, following, target) if following and target else None
    end = span.end
    if outcome and target and outcome.start < span.end:
        cut = document.text.find(",", target.end, outcome.start)
        end = cut if cut >= 0 else end
    name = Span(lead.end() if lead else span.start, end)
    period = find_period(_undecided().sub(" ", document.text[name.start : name.end]))
    observations = _targets(document, target, span, period) if target else []
    if outcome and following:
        own = find_period(document.text[following.start : following.end])
        own = own if year_of(own) else period
        observations.append(_observation(document, outcome, _called("outcome"), own, following))
    after = outcome is not None and following is not None and following.start >= span.end
    row = Indicator(
        id=names.next(),
        place=place_at(document, target.start if target else name.start),
        name=document.quote(name),
        name_span=name,
        kind=zone.kind or _called("kind"),
        observations=tuple(observations),
        assessments=(mark,) if mark else (),
        comment=document.quote(following) if after and following else None,
        comment_span=following if after else None,
    )
    return judged(row)


def _targets(document: Document, target: Span, span: Span, period: str | None) -> list[Observation]:
    """What is demanded, year by year where the sentence says so, and what it is to rise from."""
    called = _called("target")
    dated = dated_targets(document, Span(target.start, span.end), span)
    found = [_observation(document, d.cell, called, d.period) for d in dated]
    found = found or [_observation(document, target, called, period)]
    before = outcome_before(document, Span(span.start, target.start + 1))
    return [*found, *(_observation(document, d.cell, _called("outcome"), d.period) for d in before)]


def target_of(document: Document, cell: Span) -> Observation:
    """What a goal demands, of no year of its own."""
    return _observation(document, cell, _called("target"), None)


def _outcome(document: Document, span: Span, target: Span | None = None) -> Span | None:
    match = _result().search(document.text, span.start, span.end)
    again = match is None and _again().match(document.text, span.start, span.end)
    found = match or again
    if not found:
        return None
    unit = unit_at(document.text, found.end())
    inside = unit is not None and unit.span.end <= span.end
    if again and not (target and unit and inside and unit.unit.name == _unit_of(document, target)):
        return None
    return Span(found.start("raw"), unit.span.end if unit and inside else found.end())


def _unit_of(document: Document, cell: Span) -> str | None:
    number = NUMBER.search(document.text, cell.start, cell.end)
    unit = unit_at(document.text, number.end()) if number else None
    return unit.unit.name if unit else None


def _marked(document: Document, span: Span) -> tuple[Span, Assessment | None]:
    """A goal without the verdict at its end, and that: "Skolnärvaron ska öka – rött"."""
    match = _ending_mark().search(document.text, span.start, span.end)
    named = assessment_named(match["word"]) if match else None
    if match is None or named is None:
        return span, None
    proof = Span(match.start("word"), match.end("word"))
    return Span(span.start, match.start()), Assessment(
        named, MarkSource.TEXT, match["word"], proof=proof
    )


def _observation(
    document: Document, cell: Span, measure: str, period: str | None, proof: Span | None = None
) -> Observation:
    number = NUMBER.search(document.text, cell.start, cell.end)
    unit = unit_at(document.text, number.end()) if number else None
    unit = unit if unit and unit.span.start < cell.end else None
    return Observation(
        measure=measure,
        period=period,
        breakdown=_called("breakdown"),
        raw=document.quote(cell),
        value=value_of(number) if number else None,
        unit=unit.unit.name if unit else None,
        cell=cell,
        headings=(proof,) if proof else (),
    )


@cache
def _undecided() -> re.Pattern[str]:
    """When a goal is decided or followed up, which is not when it is to be reached: "beslutas i
    mars 2027"."""
    when = rf"(?:\w+\s+){{0,2}}?(?:{period_pattern().pattern})"
    return re.compile(rf"(?<!\w)(?:{_any('decides')})\s+{when}", re.IGNORECASE)


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_any('states')})\s+(?P<raw>(?:(?:{_any('limits')})\s+)?{number_forms()})",
        re.IGNORECASE,
    )


@cache
def _result() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_any('outcomes')})(?!\w)[^.;:]{{0,60}}?"
        rf"(?<!\w)(?:{_any('outcome_verbs')})\s+(?P<raw>{number_forms()})",
        re.IGNORECASE,
    )


@cache
def _again() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_any('pronouns')})\s+(?:{_any('outcome_verbs')})\s+(?P<raw>{number_forms()})", re.I
    )


@cache
def _ending_mark() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[–—:(-]\s*(?P<word>{assessment_pattern()})(?!\w)\)?\.?\s*$", re.IGNORECASE
    )


def _called(what: str) -> str:
    return str(vocabulary("goalsentences")[what])


@cache
def _any(key: str) -> str:
    words: Any = vocabulary("goalsentences")[key]
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
