"""Sentences that sum assessments up: "Röda, sex stycken (förnybara bränslen, …)".

Forms, all with counts in digits or words and any colour or verdict word:

    Gröna, 12 stycken (a, b, c m fl)        Gröna mål (12 st): a, b och c       Gula: a, b
    Av 27 mål är 12 gröna, 9 gula och 6 röda        8 mål bedöms uppfyllda
    Två processmål … utan att ha några mätetal (a, b)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from plansvar.domain import AssessmentSummary, Document, Span, SummaryName
from plansvar.extraction.legend_text import legend_runs, span_of
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import (
    assessment_named,
    assessment_pattern,
    count_of,
    number_pattern,
    word_list,
)
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A group as it stands in the text."""

    assessment: str | None
    span: Span
    count: int | None = None
    count_span: Span | None = None
    names: Span | None = None


def summaries_in(document: Document, names: Names) -> tuple[AssessmentSummary, ...]:
    """All assessment summaries of a document in order; their names are not linked yet."""
    found: list[Found] = []
    for match in (*_groups(document), *_without(document)):
        if not any(match.span.overlaps(other.span) for other in found):
            found.append(match)
    ordered = sorted(found, key=lambda group: group.span)
    return tuple(_summary(document, group, names) for group in ordered)


def _groups(document: Document) -> Iterator[Found]:
    elsewhere = [table.span for table in document.tables]
    elsewhere += [span_of(run) for run in legend_runs(document)]
    for pattern in _patterns():
        for match in pattern.finditer(document.text):
            span = Span(match.start(), match.end())
            if any(span.overlaps(other) for other in elsewhere):
                continue
            group = _found(document, match)
            if group:
                yield group
                yield from _shortened(document, group)


def _shortened(document: Document, first: Found) -> Iterator[Found]:
    """Groups that leave out the verdict: "9 mål uppfylls, 4 delvis och 1 inte"."""
    words = vocabulary("assessments")["short"]
    verdict = (first.assessment or "").removeprefix(str(words["whole"]))
    if first.count is None or verdict not in vocabulary("assessments")["words"]:
        return
    end = first.span.end
    while match := _short().match(document.text, end):
        named = f"{words[fold(match['word'])]} {verdict}"
        end = match.end()
        count_span = Span(match.start("count"), match.end("count"))
        yield Found(named, Span(count_span.start, end), count_of(match["count"]), count_span)


def _found(document: Document, match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    if "\n" in match[0].removesuffix(parts.get("names") or "").strip():
        return None  # "5\nGul" are two lines
    names = Span(match.start("names"), match.end("names")) if parts.get("names") else None
    count_span = Span(match.start("count"), match.end("count")) if parts.get("count") else None
    if names is not None and not _is_list(document.quote(names)):
        names = None
    if names is None and count_span is None:
        return None
    return Found(
        assessment=assessment_named(match["word"]),
        span=Span(match.start(), names.end + 1 if names and parts.get("open") else match.end()),
        count=count_of(match["count"]) if count_span else None,
        count_span=count_span,
        names=names,
    )


def _is_list(text: str) -> bool:
    """Whether a text is a list of short names rather than a sentence."""
    pieces = _split_names(text)
    named = all(any(letter.isalpha() for letter in text[s:e]) for s, e in pieces)
    if len(pieces) == 1 and _is_clause(text):
        return False
    return bool(pieces) and named and all(len(text[s:e].split()) <= 8 for s, e in pieces)


def _is_clause(text: str) -> bool:
    """Whether a text explains a verdict instead of naming rows: "värdet väntas hamna långt från
    målet"."""
    first, *rest = fold(text).split() or [""]
    verbs = vocabulary("assessments")["lists"]["clause_verbs"]
    return first in verbs or any(word in verbs for word in rest[:3])


def _without(document: Document) -> Iterator[Found]:
    """Groups that have no assessment: "Två processmål … utan mätetal (a, b)"."""
    for span in sentences(document.text):
        sentence = document.text[span.start : span.end]
        match = _unassessed().search(sentence)
        if match is None:
            continue
        names = None
        if match["names"]:
            names = Span(span.start + match.start("names"), span.start + match.end("names"))
        count_span = Span(span.start + match.start("count"), span.start + match.end("count"))
        whole = Span(span.start + match.start(), span.start + match.end())
        yield Found(None, whole, count_of(match["count"]), count_span, names)


def _summary(document: Document, group: Found, names: Names) -> AssessmentSummary:
    listed = tuple(_names(document, group.names)) if group.names else ()
    text = fold(document.text[group.span.start : group.span.end])
    return AssessmentSummary(
        id=names.next(),
        place=place_at(document, group.span.start),
        kind=_kind(document, group.span),
        assessment=group.assessment,
        stated_count=group.count,
        span=group.span,
        count_span=group.count_span,
        names=listed,
        open_ended=re.search(rf"(?<!\w)(?:{_open_words()})(?!\w)", text) is not None,
    )


def _names(document: Document, within: Span) -> Iterator[SummaryName]:
    inside = document.text[within.start : within.end]
    for start, end in _split_names(inside):
        span = Span(within.start + start, within.start + end)
        yield SummaryName(document.quote(span), span)


def _split_names(text: str) -> list[tuple[int, int]]:
    """Where the names of a list stand: between commas, and at the last "och"."""
    found = []
    for match in re.finditer(r"[^,;\n]+", text):
        for start, end in _at_and(text, match.start(), match.end()):
            start, end = _bare(text, start, end)
            if end > start:
                found.append((start, end))
    return found


def _at_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ands = alternatives(word_list("lists", "and"))
    matches = [*re.finditer(rf"(?<!-)\s(?:{ands})\s", text[start:end])]
    last = "," not in text[end:] and ";" not in text[end:]
    if not matches or not last:
        return [(start, end)]
    match = matches[-1]
    return [(start, start + match.start()), (start + match.end(), end)]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without "m fl", "bl.a." and signs around a name."""
    opens = _open_words()
    lead = re.match(
        rf"\s*(?:(?:{opens}|{alternatives(word_list('lists', 'and'))})\s+)?", text[start:end], re.I
    )
    start += lead.end() if lead else 0
    tail = re.search(rf"\s*(?:(?<!\w)(?:{opens}))?[\s.)”\"]*$", text[start:end], re.I)
    end = start + tail.start() if tail else end
    while start < end and text[start] in ' \t\n(”"–-•':
        start += 1
    return start, end


def _kind(document: Document, span: Span) -> str:
    """What the summary is of: the kind word in it, else the nearest one before it."""
    here = _kind_in(document.text[span.start : span.end])
    if here:
        return here
    section = document.section_at(span.start)
    start = section.span.start if section else max(0, span.start - 1500)
    return _kind_in(document.text[start : span.start], last=True) or str(
        vocabulary("assessments")["defaults"]["kind"]
    )


def _kind_in(text: str, last: bool = False) -> str | None:
    forms = {
        form: str(kind)
        for kind, all_forms in vocabulary("kinds")["goals"].items()
        for form in all_forms
    }
    pattern = rf"(?<!\w)({alternatives(list(forms))})(?:en|na|erna|n)?(?!\w)"
    found = [forms[" ".join(fold(m[1]).split())] for m in re.finditer(pattern, fold(text))]
    return (found[-1] if last else found[0]) if found else None


def _open_words() -> str:
    return alternatives(word_list("lists", "open_ended"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    word = rf"(?P<word>{assessment_pattern()})(?!\w)"
    word_free = rf"(?:{assessment_pattern()})(?!\w)"
    number = rf"(?P<count>{number_pattern()})(?!\w)(?![.,]\d)(?!\s*%)"
    # "två av fem mål" counts the two
    whole = rf"(?:\s+(?:{alternatives(word_list('lists', 'all'))}))?"
    of = rf"(?:\s+av{whole}(?:\s+{number_pattern()}(?!\w))?)?"
    pieces = rf"(?:\s*(?:{alternatives(word_list('lists', 'pieces'))})(?!\w))?"
    goals = rf"(?:\s+(?:{alternatives(word_list('lists', 'goals'))})(?!\w))"
    nouns = rf"(?:{alternatives(word_list('lists', 'goals'))})(?!\w)"
    verbs = rf"(?:\s+(?:{alternatives(word_list('lists', 'verbs'))})(?!\w))"
    listed = r"(?:\s*(?P<open>\()(?P<names>[^()]+(?:\([^()]*\)[^()]*)*)\))"
    aside = r"(?:,\s[^,.;:()\d]{1,60},)?"
    joint = alternatives(word_list("lists", "and"))
    shorts = alternatives([w for w in word_list("lists", "open_ended") if "." in w])
    colon = rf"(?:\s*:\s*(?P<names>(?:{shorts}|;(?!\s*{word_free})|[^.:;\n])+))"
    are = rf"\s+(?:{alternatives(word_list('lists', 'are'))})\s+"
    enumerated = rf"(?:{shorts}|[^.:;\n])+?(?:,|\s(?:{joint})\s)(?:{shorts}|[^.:;\n])+"
    capital = r"(?<![\w-])(?=(?-i:[A-ZÅÄÖ]))"
    not_noun = rf"(?=\s*(?:$|[.,;:()\n–-]|{alternatives(word_list('lists', 'after'))}))"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            # Gröna, 12 stycken (a, b) · Gröna mål: 12 st (a, b) · Röda 6 (a, b)
            rf"{capital}{word}{goals}?\s*[,:–-]?\s*{number}{pieces}{goals}?{listed}",
            # Gröna mål (12 st): a, b · Gröna, 12 stycken: a, b
            rf"{capital}{word}{goals}?\s*[,:]?\s*\(?{number}{pieces}\)?{colon}",
            # Gröna: 12 · Gröna, 12 stycken
            rf"{capital}{word}{goals}?\s*[,:–-]\s*{number}{pieces}(?![^\S\n]*\w)",
            # Tolv mål är gröna (a, b) · 8 mål bedöms uppfyllda: a, b · 9 av målen är gula
            rf"(?<![\w.,]){number}{of}{goals}{{0,2}}{pieces}{verbs}{{0,3}}\s+{word}{goals}?{listed}",
            rf"(?<![\w.,]){number}{of}{goals}{{0,2}}{pieces}{verbs}{{0,3}}\s+{word}{goals}?{colon}",
            # … · ett mål, det om arbetsmiljön, bedöms inte nås
            rf"(?<![\w.,]){number}{of}{goals}{{0,2}}{pieces}{aside}{verbs}{{0,3}}\s+{word}{goals}?{not_noun}",
            # Gula: a, b · Röda mål: a, b · – Gröna: a, b
            rf"(?:^|(?<=\n)|(?<=[.!?:•*–-] )){word}{goals}?{colon}",
            rf"(?:^|(?<=\n)|(?<=[.!?)•*–-] )){word}{goals}?{listed}",
            # Röda mål är a, b och c
            rf"(?<![\w-])(?<!\d ){word}{goals}{are}(?P<names>{enumerated})",
            # Mål som är röda är a, b och c · De mål som inte nås är a och b
            rf"(?<![\w-]){nouns}{verbs}{{1,3}}\s+{word}{are}(?P<names>{enumerated})",
        )
    )


@cache
def _short() -> re.Pattern[str]:
    words = [word for word in vocabulary("assessments")["short"] if word != "whole"]
    joint = alternatives(word_list("lists", "and"))
    after = r"(?=\s*(?:$|[.,;)\n]|(?:och|samt)\s))".replace("och|samt", joint)
    return re.compile(
        rf"\s*,?\s*(?:(?:{joint})\s+)?(?P<count>{number_pattern()})\s+"
        rf"(?P<word>{alternatives(words)}){after}",
        re.IGNORECASE,
    )


@cache
def _unassessed() -> re.Pattern[str]:
    verdicts = alternatives(word_list("without", "before_verdicts"))
    phrases = rf"(?:{alternatives(word_list('without', 'phrases'))})(?!\s+(?:{verdicts})(?!\w))"
    goals = alternatives(word_list("lists", "goals"))
    return re.compile(
        rf"(?<![\w.,])(?P<count>{number_pattern()})(?!\w)\s+(?:av\s+)?(?:\w+\s+)?(?:{goals})(?!\w)"
        rf"[^.()]*?(?:{phrases})(?:\s*[(:]\s*(?P<names>[^()\n]+?)(?:\)|\.?$))?",
        re.IGNORECASE,
    )
