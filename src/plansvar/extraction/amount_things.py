"""What an amount of money in running text is for: the words of its clause that say it."""

from __future__ import annotations

import re
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.amount_context import deviation
from plansvar.extraction.amount_nouns import noun_of
from plansvar.extraction.amount_prints import Printed
from plansvar.extraction.amount_subjects import (
    bare_subject,
    before_brackets,
    before_old_amount,
    is_time,
    part_of_which,
    related,
    told_after_earlier,
)
from plansvar.extraction.amount_words import begins_with_cause, frames, hangs, is_measure, only_rate
from plansvar.language.folding import fold
from plansvar.language.periods import YEAR
from plansvar.language.vocabulary import alternatives, vocabulary

_HAS_LETTERS = re.compile(r"[^\W\d_]{3}|(?<!\w)[A-ZÅÄÖ]{2}(?!\w)")


def thing_of(
    document: Document, area: Span, start: int, amount: Printed, earlier: Span | None
) -> Span | None:
    """What an amount is for, as a noun; `start` is where the words that lead to it begin, `earlier`
    what the amount before it in the sentence is for. Null where nothing says it."""
    what = _what(document, area, start, amount, earlier)
    if what is None:
        return None
    after = _after(document.text, amount.span.end, area.end)
    return noun_of(document, area, what, amount.span, after)


def _what(
    document: Document, area: Span, start: int, amount: Printed, earlier: Span | None
) -> Span | None:
    """What the amount is for: the words before it in its clause, without the verb; where none
    stand there, what the amount before it in the sentence is for, the words after it, or the
    heading above."""
    text = document.text
    if _only_sentence_says(document, area, start, amount, earlier):
        return area
    before = _cut_verb(text, Span(start, amount.span.start))
    after = _after(text, amount.span.end, area.end)
    part = part_of_which(text, start, amount.span, area.end) or _bracketed(
        text, area, start, amount
    )
    if part is not None:
        return part
    if before is not None and not hangs(document.quote(before)):
        before = bare_subject(text, before)
        if before is None and not earlier:
            return after or _heading_above(document, area, amount) or area
    if before is None and earlier:
        return _unchanged(document, earlier)
    if before is not None:
        gives = after is not None and _giving().search(text, start, amount.span.end) is not None
        return _told_before(document, area, before, after, earlier, gives)
    if re.search(r"[^\W\d_]", text[area.start : amount.span.start]):
        return after or area  # "Av de 45 mnkr som …": the heading is not what it is for
    return after or _heading_above(document, area, amount)


def _bracketed(text: str, area: Span, start: int, amount: Printed) -> Span | None:
    several = text.count("(", area.start, area.end) > 1
    return before_brackets(text, start, amount.span, several)


def _only_sentence_says(
    document: Document, area: Span, start: int, amount: Printed, earlier: Span | None
) -> bool:
    """Whether no words beside an amount are its own: the second of "6 mnkr lön, 9 mnkr hyra"."""
    if deviation(document, area, amount.span) and _judges(document.text, amount.span.end):
        return True
    listed = told_after_earlier().fullmatch(document.text, start, amount.span.start)
    return bool(earlier and listed) and not _after(document.text, amount.span.end, area.end)


def _judges(text: str, position: int) -> bool:
    """Whether what follows an amount says that it is good or bad: "sämre än budget"."""
    words = tuple(vocabulary("amounts")["leads"]["judging"])
    return fold(text[position : position + 40]).startswith(words)


def _told_before(
    document: Document,
    area: Span,
    before: Span,
    after: Span | None,
    earlier: Span | None,
    gives: bool,
) -> Span:
    """What an amount is for where words stand before it; the whole sentence where they do not
    say."""
    said = document.quote(before)
    if earlier and begins_with_cause(said):
        return area  # "5 mnkr på grund av vikarier och boendet 2 mnkr"
    if earlier and _purpose().match(f" {said}"):
        # "40 mnkr från poster, 15 mnkr från skatter": what stands between belongs to the first
        return after or area
    if earlier and only_rate(said):
        return _unchanged(document, earlier)
    if earlier and is_measure(said):
        # "Utfallet är 45 mnkr jämfört med budget 47 mnkr": budget of the same thing
        return earlier
    if hangs(said):
        return related(document.text, area.start, before.start) or area
    return (after or before) if gives or frames(said) else before


def _unchanged(document: Document, what: Span) -> Span:
    """Without the verb of change: "Kostnaden ökade med 38 mnkr till 211 mnkr" is the cost."""
    changes = "|".join(vocabulary("amounts")["leads"]["changes"])
    match = re.search(rf"\s+(?:{changes})$", document.quote(what), re.IGNORECASE)
    return Span(what.start, what.start + match.start()) if match else what


def _heading_above(document: Document, area: Span, amount: Printed) -> Span | None:
    section = document.section_at(amount.span.start)
    if section is None or section.heading == area:
        return None
    words = re.findall(r"\w+", fold(document.quote(section.heading)))
    general = vocabulary("amounts")["leads"]["not_things"]
    return None if any(word in general for word in words) else section.heading


def _cut_verb(text: str, span: Span) -> Span | None:
    """The last clause of `span` up to its verb: "Utfallet för perioden uppgår till" → without."""
    piece = text[span.start : span.end]
    opening = max((m.end() for m in _clauses().finditer(piece)), default=0)
    end = len(piece)
    changed = _changed().search(piece, opening)
    end = before_old_amount(piece, opening, changed.start() if changed else end)
    while (match := _tail().search(piece, opening, end)) is not None and match.start() < end:
        end = match.start()
    turned = _turned().match(piece, opening, end)
    if turned and _HAS_LETTERS.search(piece[turned.end() : end]):
        return Span(span.start + turned.end(), span.start + end)
    lead = _lead().match(piece, opening, end)
    begin = lead.end() if lead else opening
    if not _HAS_LETTERS.search(piece[begin:end]):
        return None
    return Span(span.start + begin, span.start + end)


def _after(text: str, start: int, end: int) -> Span | None:
    match = _purpose().match(text, start, end)
    return Span(match.start(1), match.end(1)) if match and not is_time(match[1]) else None


@cache
def _tail() -> re.Pattern[str]:
    words = vocabulary("amounts")
    inner = alternatives((*words["verbs"], *words["tails"]))
    return re.compile(rf"(?:(?<![\w-])(?:{inner})(?![\w])|[\s,:;(+±–-])+$", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    inner = alternatives(vocabulary("amounts")["leads"]["words"])
    return re.compile(rf"[\s,;:.()–•-]*(?:(?:{inner})\s+)*", re.IGNORECASE)


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(r"[;•]\s|,\s+(?=[\w-]+\s+\w+)")


@cache
def _purpose() -> re.Pattern[str]:
    words = "|".join(vocabulary("amounts")["leads"]["purposes"])
    ends = "|".join(vocabulary("commitments")["members"]["separators"])
    done = "|".join(vocabulary("amounts")["leads"]["participles"])
    rates = "|".join(vocabulary("amounts")["leads"]["rates"])
    pairs = "|".join(vocabulary("amounts")["leads"]["pairs"])
    causes = "|".join(vocabulary("amounts")["subjects"]["causes"])
    during = "|".join(vocabulary("amounts")["subjects"]["during"])
    lead = rf"\s+(?:(?:{done})\s+)?(?!(?:{rates}|{causes})(?!\w))"
    return re.compile(
        rf"{lead}((?:{words})\s+[^.,;()\n\d]{{3,80}}?)(?=[.,;()\n\d]|\s+(?:{during})\s+\d"
        rf"|(?<!-)\s+(?:{ends})\s(?!(?:{pairs})(?!\w))|$)"
    )


@cache
def _turned() -> re.Pattern[str]:
    """A time and a verb before their subject: "För 2023 blev resultatet"."""
    words = vocabulary("amounts")
    frames = "|".join(words["leads"]["framing"])
    verbs = alternatives(words["verbs"])
    when = rf"(?:{YEAR}|{'|'.join(words['leads']['times'])})"
    return re.compile(rf"\s*(?:{frames})\s+{when}\s+(?:{verbs})\s+", re.IGNORECASE)


@cache
def _giving() -> re.Pattern[str]:
    words = "|".join(vocabulary("amounts")["leads"]["giving"])
    return re.compile(rf"(?<!\w)(?:{words})\s+(?:\w+\s+)?(?=\d)", re.IGNORECASE)


@cache
def _changed() -> re.Pattern[str]:
    words = vocabulary("amounts")["leads"]
    return re.compile(
        rf"\s+(?:{'|'.join(words['changes'])})\s+(?:{'|'.join(words['change_to'])})\s*$", re.I
    )
