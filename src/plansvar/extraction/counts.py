"""How many of something a document says that there are: "29 stycken processmål", "41 åtaganden"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.domain import (
    AssessmentSummary,
    Commitment,
    Document,
    Gap,
    GapKind,
    Indicator,
    Span,
    StatedCount,
)
from plansvar.extraction.places import place_at
from plansvar.extraction.stating import count_of, number_pattern, word_list
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary
from plansvar.texts import text


def counts_in(
    document: Document, summaries: tuple[AssessmentSummary, ...] = ()
) -> tuple[StatedCount, ...]:
    """All stated counts in order: of the whole, and of statuses in the same or next sentences.

    Counts that an assessment summary holds ("8 mål bedöms uppfyllda") are left to it."""
    tables = [table.span for table in document.tables]
    taken = (*(s.span for s in summaries), *tables)
    found: list[StatedCount] = []
    what: str | None = None
    for span in sentences(document.text):
        whole = tuple(_wholes(document, span))
        named = whole[0].what if whole else _what_has_status(document, span)
        what = named or (what if _counts_statuses(document, span) else None)
        statuses = tuple(_statuses(document, span, what)) if what else ()
        counted = {s.span.start for s in statuses}
        found += [
            w
            for w in whole
            if w.span.start not in counted and not any(w.span.overlaps(s) for s in taken)
        ]
        found += [s for s in statuses if not any(s.span.overlaps(t) for t in taken)]
    return tuple(sorted(found, key=lambda count: count.span))


def missing(
    document: Document,
    counts: tuple[StatedCount, ...],
    indicators: tuple[Indicator, ...],
    commitments: tuple[Commitment, ...],
) -> tuple[Gap, ...]:
    """A gap where a part states more of a kind than was found in it."""
    found: list[Gap] = []
    for count in counts:
        if count.status or count.forecast:
            continue
        part = document.part_at(count.span.start)
        rows: tuple[Indicator | Commitment, ...] = (*indicators, *commitments)
        inside = [r for r in rows if count.what in _kinds_of(r) and _in_part(document, r, part)]
        told = any(g.reason == _fewer(count, len(inside)) for g in found)
        if inside and len(inside) < count.count and not told:
            page = count.place.page_index
            reason = _fewer(count, len(inside))
            found.append(Gap(GapKind.FEWER_THAN_STATED, reason, page, count.span))
    return tuple(found)


def _kinds_of(row: Indicator | Commitment) -> tuple[str, ...]:
    return row.kinds if isinstance(row, Indicator) else (row.kind,)


def _fewer(count: StatedCount, found: int) -> str:
    return text("extraction.gaps.fewer", stated=count.count, what=count.what, found=found)


def _in_part(document: Document, row: Indicator | Commitment, part: object) -> bool:
    span = row.name_span if isinstance(row, Indicator) else row.text_span
    return span is not None and document.part_at(span.start) == part


def _wholes(document: Document, span: Span) -> Iterator[StatedCount]:
    sentence = document.text[span.start : span.end]
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            number = count_of(match["count"])
            what = _kinds().get(" ".join(fold(match["what"]).split()))
            if number is None or what is None or not _is_count(match["count"], number):
                continue
            if not _is_open_ended(sentence[: match.start("count")]):
                where = Span(span.start + match.start(), span.start + match.end())
                yield StatedCount(place_at(document, where.start), what, number, where)


def _is_open_ended(before: str) -> bool:
    """Whether the words before a number leave open how many there are, or say how many each has:
    "två eller tre indikatorer", "varje mål har tre indikatorer"."""
    ranges = alternatives(word_list("counts", "ranges"))
    each = alternatives(word_list("counts", "each"))
    ranged = re.search(rf"(?:{number_pattern()})\s*(?:{ranges})\s*$", fold(before))
    times = alternatives(word_list("counts", "times"))
    return bool(ranged or re.search(rf"(?<!\w)(?:{each})(?!\s+(?:{times}))(?!\w)", fold(before)))


def _is_count(raw: str, number: int) -> bool:
    """Not a year ("2017 Mål"), not the article ("ett uppdrag")."""
    return number > 1 and not (raw.isdigit() and 1900 <= number < 2100)


def _statuses(document: Document, span: Span, what: str) -> Iterator[StatedCount]:
    sentence = document.text[span.start : span.end]
    for match in _status_pattern().finditer(sentence):
        part = _part_of().search(sentence, 0, match.start("count"))
        number = count_of((part or match)["count"])
        status = _status_names()[" ".join(fold(match["status"]).split())]
        if number is not None:
            where = Span(span.start + (part or match).start(), span.start + match.end())
            place = place_at(document, where.start)
            forecast = _is_forecast(sentence)
            yield StatedCount(place, what, number, where, status, forecast)


@cache
def _part_of() -> re.Pattern[str]:
    """ "Två uppdrag av nio" right before what they are: the part is so, and not the whole."""
    of = alternatives(word_list("counts", "of"))
    return re.compile(rf"(?P<count>{number_pattern()})\s+[^\W\d_]+\s+(?:{of})\s+$", re.IGNORECASE)


def _what_has_status(document: Document, span: Span) -> str | None:
    """What a sentence counts by how far it is, where it names that: "fem av uppdragen är klara"."""
    found = _status_pattern().search(document.text, span.start, span.end)
    return _kinds().get(" ".join(fold(found["what"]).split())) if found and found["what"] else None


def _counts_statuses(document: Document, span: Span) -> bool:
    return _status_pattern().search(document.text, span.start, span.end) is not None


def _is_forecast(sentence: str) -> bool:
    words = alternatives(word_list("counts", "forecast"))
    return re.search(rf"(?<!\w)(?:{words})", fold(sentence)) is not None


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for role in ("goals", "commitments"):
        for kind, forms in vocabulary("kinds")[role].items():
            for form in forms:
                ends = ("", "en", "n", "er", "na", "erna", "et")
                found |= {f"{form}{end}": str(kind) for end in ends}
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    kinds = alternatives(list(_kinds()))
    number = rf"(?P<count>{number_pattern()})(?!\w)(?![.,]\d)(?!\s*%)"
    pieces = rf"(?:\s+(?:{alternatives(word_list('lists', 'pieces'))}))?"
    between = rf"(?:\s+(?:{alternatives(word_list('counts', 'between'))}))?"
    verbs = alternatives(word_list("counts", "verbs"))
    antal = alternatives(word_list("counts", "number_of"))
    return (
        # 29 stycken processmål · 14 åtaganden
        re.compile(
            rf"(?<![\w.,/-]){number}{pieces}{between}\s+(?=(?-i:[a-zåäö]))(?P<what>{kinds})(?!\w)",
            re.I,
        ),
        # Antalet åtaganden på kontoret 2018 uppgår till 41
        re.compile(
            rf"(?<!\w)(?:{antal})\s+(?P<what>{kinds})(?!\w)[^.;]{{0,80}}?\s(?:{verbs})\s+{number}",
            re.I,
        ),
    )


@cache
def _status_names() -> dict[str, str]:
    entries = vocabulary("assessments")["counts"]["statuses"].items()
    return {word: str(name) for name, words in entries for word in words}


@cache
def _status_pattern() -> re.Pattern[str]:
    statuses = alternatives(list(_status_names()))
    verbs = alternatives(word_list("counts", "status_verbs"))
    number = rf"(?P<count>{number_pattern()})(?!\w)(?![.,]\d)(?!\s*%)"
    # "elva av tolv aktiviteter är klara" counts eleven, "fem av uppdragen är klara" five
    total = rf"(?:\s+av(?:\s+(?:de\s+|totalt\s+)?{number_pattern()}(?!\w))?)?"
    pieces = alternatives(word_list("lists", "pieces"))
    nouns = rf"(?:\s+(?:(?P<what>{alternatives(list(_kinds()))})|(?:{pieces}))(?!\w))?"
    return re.compile(
        rf"(?<![\w.,/-]){number}{total}{nouns}(?:\s+(?:{verbs})(?!\w)){{0,4}}\s+(?P<status>{statuses})(?!\w)",
        re.I,
    )
