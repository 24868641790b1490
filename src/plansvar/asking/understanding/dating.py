"""Years that a question names, as such or by "förra året"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import Match, grammar, lexicon
from plansvar.asking.understanding.tokens import Token
from plansvar.language.numbers import spelled_value

FIRST_YEAR, LAST_YEAR = 1990, 2100
FARTHEST = 30  # years from one that was spoken of
STEPS = {"this": 0, "that": 0, "last": -1, "previous": -1, "before_last": -2, "next": 1}
_COMPARED = {
    *(("change", way) for way in ("same", "better", "worse", "up", "down")),
    ("operation", "trend"),
}
STEPPING = ("that", "last", "previous", "next")  # from the year that was spoken of


def is_year(token: Token) -> bool:
    """Whether a token is a year as printed."""
    return (
        token.text.isdigit() and len(token.text) == 4 and FIRST_YEAR <= int(token.text) <= LAST_YEAR
    )


def years_of(
    found: Found, tokens: Sequence[Token], matches: Sequence[Match], catalogue: Catalogue
) -> Found:
    years, against, used = list(found.scope.years), list(found.against), set(found.used)
    for index, token in enumerate(tokens):
        if index in used or not is_year(token):
            continue
        used.add(index)
        if tokens[index + 1 : index + 2] and tokens[index + 1].key in grammar()["of_year"]:
            used.add(index + 1)
        before = tokens[index - 1] if index else None
        if (
            before
            and _is_name(before, token, catalogue)
            and not _is_within(tokens, index - 1, found)
        ):
            used.discard(index)
        elif _is_against(tokens, matches, index) or _is_beside(tokens, matches, index, years):
            against.append(int(token.text))
        else:
            years.append(int(token.text))
    scope = replace(found.scope, years=tuple(dict.fromkeys(years)))
    return replace(found, scope=scope, against=tuple(against), used=frozenset(used))


def _is_within(tokens: Sequence[Token], index: int, found: Found) -> bool:
    """ "i Hedvalla 2034": a place in which something was so, and when."""
    behind = index > 0 and tokens[index - 1].key in grammar()["prepositions"]
    return behind and index in found.used


def _is_name(before: Token, year: Token, catalogue: Catalogue) -> bool:
    """Whether a word makes a name of the documents with the year behind it ("agenda 2030")."""
    known = lexicon("sv").knows(before) or lexicon("en").knows(before)
    return not known and f"{before.bare} {year.text}" in catalogue.dated_words


def relative_years_of(
    found: Found,
    tokens: Sequence[Token],
    matches: Sequence[Match],
    catalogue: Catalogue,
    before: Scope,
) -> Found:
    years, against, used = list(found.scope.years), list(found.against), set(found.used)
    named = found.scope.years
    for place, step, value in _steps(tokens, matches):
        used.update(place)
        now = _year_now(replace(found.scope, years=named), before, catalogue, step)
        if value is None or now is None:
            continue
        beside = _is_beside(tokens, matches, place.start, years)
        target = against if beside or _is_against(tokens, matches, place.start) else years
        target.append(now + value)
    scope = replace(found.scope, years=tuple(dict.fromkeys(years)))
    return replace(found, scope=scope, against=tuple(against), used=frozenset(used))


def _steps(
    tokens: Sequence[Token], matches: Sequence[Match]
) -> Iterator[tuple[range, str, int | None]]:
    """Where a year is told by another one, from which it is counted, and how far from it."""
    for match in matches:
        if match.category == "relative_year":
            yield range(match.start, match.end), match.value, STEPS.get(match.value)
    steps = grammar()["year_steps"]
    for at in range(len(tokens) - 1):
        whole, way = tokens[at].key in steps["whole"], tokens[at + 1].key
        number = _how_many(tokens[at - 1]) if at else None
        if whole and way in (*steps["back"], *steps["on"]):
            step, sign = ("previous", -1) if way in steps["back"] else ("next", 1)
            yield range(at, at + 2), step, sign
        if tokens[at].key not in steps["year"] or number is None or _is_told(tokens, at):
            continue
        for name, step, sign in (("ago", "this", -1), ("back", "previous", -1), ("on", "next", 1)):
            if way in steps[name]:
                yield range(at - 1, at + 2), step, sign * number


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """ "tre år senare, 2038": the year itself is said too."""
    return any(is_year(token) for token in tokens[at + 2 : at + 3])


def _how_many(token: Token) -> int | None:
    if token.number is not None:
        return int(token.number) if token.number < FARTHEST else None
    return 1 if token.key in grammar()["year_steps"]["one"] else spelled_value(token.key)


def _year_now(scope: Scope, before: Scope, catalogue: Catalogue, step: str) -> int | None:
    told = scope.years or before.years
    if told and step in STEPPING:
        return max(told) if step == "next" else min(told)
    paths = scope.documents or before.documents
    kinds = scope.document_kinds or before.document_kinds
    towns = scope.municipalities or before.municipalities
    documents = [
        d
        for d in catalogue.documents
        if d.year
        and (not paths or d.path in paths)
        and (not kinds or d.kind.value in kinds)
        and (not towns or d.municipality in towns)
    ]
    reports = [d.year for d in documents if d.year and d.kind.value in grammar()["of_reports"]]
    others = [d.year for d in documents if d.year and d.kind.value not in grammar()["of_plans"]]
    planned = [d.year for d in documents if d.year]
    return max(reports or others or planned, default=catalogue.latest_year)


def _is_beside(
    tokens: Sequence[Token], matches: Sequence[Match], index: int, years: Sequence[int]
) -> bool:
    """ "jämför X med 2024": the one year that is named is what the newest is set beside."""
    compares = any(m.category == "operation" and m.value == "compare" for m in matches)
    start = _with_measure(matches, index)
    return compares and not years and start > 0 and tokens[start - 1].key in grammar()["beside"]


def _with_measure(matches: Sequence[Match], index: int) -> int:
    """Where the measure begins that a year stands behind ("bokslutet 2025"), else the year."""
    return next((m.start for m in matches if m.category == "measure" and m.end == index), index)


def _is_of_plan(tokens: Sequence[Token], matches: Sequence[Match], index: int) -> bool:
    """ "dyrare än budget 2023": the plan of the year that is asked about, where no other year and
    no other plan is named, and nothing of that year to hold another against."""
    plans = [m for m in matches if m.category == "measure" and m.value in grammar()["plan_nouns"]]
    alone = sum(map(is_year, tokens)) == 1 and len(plans) == 1
    return alone and plans[0].end == index


def _is_against(tokens: Sequence[Token], matches: Sequence[Match], index: int) -> bool:
    if _is_of_plan(tokens, matches, index):
        return False
    start = _with_measure(matches, index)
    return any(m.category == "against" and m.end == start for m in matches) or any(
        (m.category, m.value) in _COMPARED
        and m.end == index
        and tokens[index - 1].key in grammar()["than"]
        for m in matches
    )
