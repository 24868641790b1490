"""What a document says about itself: title, municipality, kind, year, period, status, unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from plansvar.domain import DocumentKind, Status
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.document_status import status_of
from plansvar.reading.file_names import municipality_in_name
from plansvar.reading.senders import (
    HEAD,
    municipality_of,
    reporting_unit,
)
from plansvar.reading.years import (
    last_of_stretch,
    leading_years,
    newest_outcome,
    year_of_period,
    years_in,
)

_LINES = 14
_TOP = 2
_LONGEST_LEAD = 60
# A sheet for "2033–2035" is of 2035, a plan for those years of 2033.
_LOOKING_BACK = (DocumentKind.INDICATOR_SHEET, DocumentKind.FOLLOW_UP, DocumentKind.ANNUAL)
_LONGEST_TITLE = 140
_DATED_FIRST = 2.5  # the likeliest line with a year, beside a heading that is called as a kind
_DIARY = re.compile(r"\b[A-ZÅÄÖ][\wåäö]{1,8}[ /-]?\d{4}[:/]\d+\b")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Fields as in `domain.Document`; `organisation` is the unit that reports."""

    title: str
    municipality: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    year: int | None = None
    period: str | None = None
    status: Status | None = None
    organisation: str | None = None


def describe(
    body: str,
    file_name: str,
    heading_hints: Sequence[str] = (),
    running: Sequence[str] = (),
) -> Metadata:
    """What the text says of itself.

    `running` are the headers and footers of its pages. `heading_hints` are the lines most likely
    to be the title (the outline's title, the largest type on the first page, first headings), the
    likeliest first.
    """
    hints = [plain for hint in heading_hints if (plain := _without_labels(hint))]
    text = "\n".join((body, *running))
    head = body[:HEAD]
    first = [line for line in head.splitlines()[:_LINES] if _is_prose(line)]
    minutes = _minutes().search(fold(" ".join(running))) is not None
    title = _spoken(file_name) if minutes else _title(hints, head, file_name, running)
    kind = DocumentKind.OTHER if minutes else _kind(title, hints, file_name, head)
    hints = [hint for hint in hints if not minutes or is_title(hint)]
    period = _period(title, hints, text, kind, file_name)
    return Metadata(
        title=title,
        municipality=municipality_of(text, [title, *hints, *dict.fromkeys(running)])
        or municipality_in_name(file_name),
        kind=kind,
        year=_year(title, period, hints, text, file_name, kind),
        period=period,
        status=status_of(title, head),
        organisation=reporting_unit(title, hints, first, running),
    )


def is_title(line: str) -> bool:
    """Whether a line may be a document's title."""
    folded = fold(line).rstrip(".")
    if not 3 <= len(folded) <= _LONGEST_TITLE or not re.search(r"[^\W\d_]{3}", folded):
        return False
    return not _never().fullmatch(folded)


def _without_labels(line: str) -> str:
    """A line without a diary number, and without the appendix's number where more follows."""
    plain = _plain(_DIARY.sub(" ", line))
    appendix = vocabulary("documents")["layout"]["appendix"]
    rest = re.sub(rf"^{appendix} (?:\d+|[A-Z])[.:]?\s+", "", plain)
    return rest if _kind_in(rest) else plain


def _plain(line: str) -> str:
    return " ".join(line.split())


def _title(hints: Sequence[str], head: str, file_name: str, running: Sequence[str] = ()) -> str:
    lines = [_without_labels(line) for line in head.splitlines() if _is_prose(line)]
    own = [line for place, line in enumerate(lines[:_LINES]) if place < _TOP or _kind_in(line)]
    candidates = [line for line in (*hints, *own) if is_title(line)]
    if not any(map(_kind_in, candidates)) and (over_all := _running_title(running)):
        return over_all
    if not candidates:
        return _spoken(file_name)
    scores = {line: _title_score(line, place) for place, line in reversed([*enumerate(candidates)])}
    best = max(candidates, key=lambda line: scores[line])
    return _with_year(best, [*hints, *lines]).rstrip(" .:")


def _running_title(running: Sequence[str]) -> str | None:
    """What runs over the pages and says which report it is, and of when."""
    counted = Counter(_plain(line) for line in running)
    said = [line for line in counted if is_title(line) and _kind_in(line) and years_in(line)]
    return max(said, key=lambda line: counted[line], default=None)


def _is_prose(line: str) -> bool:
    """A line that is not blank and no table row."""
    return bool(line.strip()) and "\t" not in line


def _title_score(line: str, place: int) -> float:
    score = -0.35 * place - (1.0 if len(line) > 90 else 0.0)
    score += 3.0 if _kind_in(line) else 0.0
    score += (1.0 if place else _DATED_FIRST) if years_in(line) else 0.0
    score -= 2.5 if re.search(r"\d{4}[:/]\d", line) else 0.0
    score -= 2.0 if re.search(r"[.!?] \w", line) or line.endswith((",", ";")) else 0.0
    return score


def _with_year(title: str, lines: Sequence[str]) -> str:
    """A title whose year or period stands on the line below: "Årsredovisning" "2024"."""
    following = [below for line, below in pairwise(lines) if line == title]
    below = following[0] if following else ""
    rest = _period_pattern().sub("", fold(below))
    rest = re.sub(r"\d{4}|[\s–-]", "", rest)
    if years_in(title) or rest or not years_in(below):
        return title
    return f"{title} {below}"


def _spoken(file_name: str) -> str:
    stem = re.sub(r"\.\w{1,5}$", "", file_name.rsplit("/", 1)[-1])
    return _plain(re.sub(r"_+|(?<=[^\W\d])-(?=\w)|(?<=\d)-(?=[^\W\d])", " ", stem)) or file_name


def _kind(title: str, hints: Sequence[str], file_name: str, head: str) -> DocumentKind:
    lines = [line for line in head.splitlines() if _is_prose(line) and len(line) <= _LONGEST_TITLE]
    for line in (title, *hints, _spoken(file_name), *lines[:_LINES]):
        if found := _kind_in(line):
            return found
    return DocumentKind.OTHER


def _kind_in(line: str) -> DocumentKind | None:
    """The kind whose word comes first; of words that begin alike, the longest."""
    folded = fold(line)
    found = [
        (match.start(), -match.end(), kind)
        for kind, pattern in _kinds().items()
        if (match := pattern.search(folded))
    ]
    return min(found)[2] if found else None


def _year(
    title: str,
    period: str | None,
    hints: Sequence[str],
    text: str,
    file_name: str,
    kind: DocumentKind,
) -> int | None:
    for line in (title, period or "", *hints[:3]):
        if kind in _LOOKING_BACK and (last := last_of_stretch(line)):
            return last
        if found := next(iter(years_in(line)), None) or year_of_period(line):
            return found
    about = Counter(int(year) for year in _about_year().findall(fold(text[: 4 * HEAD])))
    if about:
        return max(about, key=lambda year: (about[year], year))
    named = [int(year) for year in re.findall(r"(?<!\d)(20[0-6]\d)(?!\d)", _spoken(file_name))]
    if named and not re.fullmatch(r"[0-9a-f_-]{8,}", file_name.split(".")[0]):
        return named[0]
    if kind in _LOOKING_BACK and (newest := newest_outcome(text)):
        return newest
    counted = Counter(years_in(text))
    return counted.most_common(1)[0][0] if counted else None


def _period(
    title: str, hints: Sequence[str], text: str, kind: DocumentKind, file_name: str
) -> str | None:
    for where in (title, *hints[:3]):
        if found := _period_pattern().search(where) or leading_years(where):
            return _plain(found[0])
    if kind not in (DocumentKind.INTERIM, DocumentKind.MONTHLY, DocumentKind.FOLLOW_UP):
        return None
    if found := _period_pattern().search(_spoken(file_name)):
        return _plain(found[0])
    start = text[: 8 * HEAD]
    ranges = Counter(
        _plain(found[0])
        for found in _period_pattern().finditer(start)
        if not _passing(start, found)
    )
    full = {period: count for period, count in ranges.items() if year_of_period(period)}
    reached = {period: count for period, count in full.items() if not _is_month(period)}
    told = reached or full
    return max(told, key=lambda period: told[period]) if told else None


def _passing(text: str, found: re.Match[str]) -> bool:
    """Whether a month is only mentioned in a sentence, "från och med juli 2026", or in a cell."""
    if not _is_month(found[0]):
        return False
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
    return len(line) > _LONGEST_LEAD or "\t" in line


def _is_month(printed: str) -> bool:
    return _month_alone().fullmatch(printed) is not None


def _data(name: str) -> dict[str, Any]:
    data: dict[str, Any] = vocabulary("documents")[name]
    return data


@cache
def _never() -> re.Pattern[str]:
    return re.compile("|".join(_data("titles")["never"]))


@cache
def _minutes() -> re.Pattern[str]:
    return re.compile("|".join(_data("titles")["minutes"]))


@cache
def _kinds() -> dict[DocumentKind, re.Pattern[str]]:
    return {
        DocumentKind(kind): re.compile("|".join(sorted(words, key=len, reverse=True)))
        for kind, words in _data("kinds").items()
    }


@cache
def _period_pattern() -> re.Pattern[str]:
    """ "januari-augusti 2018" · "per 31 augusti 2025" · "oktober 2025" · "tertial 2 2024"."""
    data = _data("periods")
    month = "(?:" + "|".join(sorted(data["months"], key=len, reverse=True)) + r")\.?"
    until = "(?:" + "|".join(data["until"]) + ")"
    year = r"(?:19|20)\d\d"
    reach = rf"\b{month}(?:\s{year})?\s?(?:[-–—]|{until})\s?{month}(?:\s{year})?\b"
    as_of = rf"\b(?:{'|'.join(data['as_of'])})\s(?:\d{{1,2}}\s)?{month}(?:\s{year})?\b"
    third = rf"\b(?:{'|'.join(data['thirds'])})\s\d(?:,?\s{year})"
    dates = r"\b\d{4}-\d{2}-\d{2}\s?(?:[-–—]|till)\s?\d{4}-\d{2}-\d{2}\b"
    alone = _month_alone().pattern
    return re.compile("|".join((reach, dates, as_of, third, alone)), re.IGNORECASE)


@cache
def _month_alone() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted(_data("periods")["months"], key=len, reverse=True)) + r")\.?"
    return re.compile(rf"(?<!\d )\b{month}\s(?:19|20)\d\d\b", re.IGNORECASE)  # no day before it


@cache
def _about_year() -> re.Pattern[str]:
    words = "|".join(_data("periods")["about"])
    return re.compile(rf"\b(?:{words})\s(20[0-6]\d)\b(?![-:/])")
