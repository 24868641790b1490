"""Amounts of money in running text, with what each is for, its period and its measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Amount, BlockKind, Document, Span
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.units import UnitMatch, unit_at
from plansvar.language.folding import fold
from plansvar.language.numbers import NUMBER, value_of
from plansvar.language.periods import period_pattern, year_of
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_HAS_LETTERS = re.compile(r"[^\W\d_]{3}|(?<!\w)[A-ZÅÄÖ]{2}(?!\w)")
FRAME = 5


@dataclass(frozen=True, slots=True)
class Printed:
    """An amount as printed with its unit."""

    span: Span
    value: float
    unit: UnitMatch


def amounts_in_text(document: Document, taken: Sequence[Span], names: Names) -> tuple[Amount, ...]:
    """All amounts in running text; `taken` are characters that rows already cover."""
    found: list[Amount] = []
    for area in _areas(document):
        before: Span | None = None
        for clause_start, amount in _printed(document.text, area):
            if any(amount.span.overlaps(span) for span in taken):
                continue
            what = _what(document, area, clause_start, amount, before)
            if what is not None:
                found.append(_amount(document, area, clause_start, what, amount, names))
            before = what
    return tuple(found)


def _areas(document: Document) -> Iterator[Span]:
    """Sentences, list items and headings outside tables."""
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE:
            yield from sentences(document.text, block.span)


def _printed(text: str, area: Span) -> Iterator[tuple[int, Printed]]:
    """Amounts in a sentence, each with where the text that leads to it begins."""
    start = area.start
    for match in NUMBER.finditer(text, area.start, area.end):
        unit = unit_at(text, match.end())
        if unit is None or not unit.unit.money or unit.span.end > area.end:
            continue
        begin = _with_sign(text, start, match.start())
        span = Span(begin, unit.span.end)
        yield start, Printed(span, value_of(match) or 0.0, unit)
        start = span.end


def _with_sign(text: str, start: int, position: int) -> int:
    """Where "+/- 0 tkr" begins, of which the number takes only the minus."""
    return position - 2 if text[max(start, position - 2) : position] == "+/" else position


def _what(
    document: Document, area: Span, start: int, amount: Printed, earlier: Span | None
) -> Span | None:
    """What the amount is for: the words before it in its clause, without the verb; where none
    stand there, what the amount before it in the sentence is for, the words after it, or the
    heading above."""
    text = document.text
    before = _cut_verb(text, Span(start, amount.span.start))
    after = _after(text, amount.span.end, area.end)
    if before is not None and earlier and _purpose().match(f" {document.quote(before)}"):
        # "40 mnkr från poster, 15 mnkr från skatter": what stands between belongs to the first
        return after or area
    if before is not None and _frames(document.quote(before)):
        return after or before
    if before is not None:
        # "Utfallet är 45 mnkr jämfört med budget 47 mnkr": budget of the same thing
        return earlier if earlier and _is_measure(document.quote(before)) else before
    if earlier:
        return _unchanged(document, earlier)
    return after or _heading_above(document, area, amount)


def _frames(said: str) -> bool:
    """Whether words only frame a sentence: "Av överskottet kommer", "Under året"."""
    words = fold(said).split()
    return len(words) <= FRAME and words[0] in vocabulary("amounts")["leads"]["framing"]


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


def _is_measure(said: str) -> bool:
    return fold(said) in vocabulary("amounts")["leads"]["comparisons"]


def _cut_verb(text: str, span: Span) -> Span | None:
    """The last clause of `span` up to its verb: "Utfallet för perioden uppgår till" → without."""
    piece = text[span.start : span.end]
    opening = max((m.end() for m in _clauses().finditer(piece)), default=0)
    end = len(piece)
    changed = _changed().search(piece, opening)
    end = changed.start() if changed else end
    while (match := _tail().search(piece, opening, end)) is not None and match.start() < end:
        end = match.start()
    lead = _lead().match(piece, opening, end)
    begin = lead.end() if lead else opening
    if not _HAS_LETTERS.search(piece[begin:end]):
        return None
    return Span(span.start + begin, span.start + end)


def _after(text: str, start: int, end: int) -> Span | None:
    match = _purpose().match(text, start, end)
    return Span(match.start(1), match.end(1)) if match else None


def _amount(
    document: Document, area: Span, before: int, what: Span, amount: Printed, names: Names
) -> Amount:
    said = document.quote(what)
    near = document.text[max(what.start, before) : amount.span.start]
    sentence = document.text[area.start : amount.span.start]
    return Amount(
        id=names.next(),
        place=place_at(document, amount.span.start),
        what=said,
        what_span=what,
        raw=document.quote(amount.span),
        value=amount.value,
        unit=amount.unit.unit.name,
        cell=amount.span,
        period=_period(document, area, amount),
        measure=_deviation(document, area, amount)
        or _measure(near)
        or _measure(sentence)
        or _measure_above(document, area),
        is_sum=bool(_sums().match(fold(said))),
    )


def _deviation(document: Document, area: Span, amount: Printed) -> str | None:
    """The measure of "6,1 mnkr mer än budget"."""
    after = fold(document.text[amount.span.end : min(area.end, amount.span.end + 40)])
    words = vocabulary("amounts")["leads"]
    return str(words["deviation"]) if after.startswith(tuple(words["deviations"])) else None


def _period(document: Document, area: Span, amount: Printed) -> str | None:
    """The period named last before the amount in its sentence, after it, or in its section."""
    text = document.text
    before = _periods(text[area.start : amount.span.start])
    if before:
        return before[-1]
    after = _periods(text[amount.span.end : area.end])
    if after:
        return after[0]
    leading = [
        [p for p in _periods(text[span.start : span.end]) if year_of(p)]
        for span in _leading(document, area)
    ]
    return next((found[-1] for found in leading if len(set(found)) == 1), None)


def _measure_above(document: Document, area: Span) -> str | None:
    """The measure that the paragraph before a list tells."""
    block = next((b for b in document.blocks if b.span.holds(area)), None)
    if block is None or block.kind is not BlockKind.LIST_ITEM:
        return None
    lead = _lead_of_list(document, block.span)
    told = {n for n, at in _measure_places(document.quote(lead)).items() if at >= 0} if lead else ()
    return next(iter(told)) if len(told) == 1 else None


def _lead_of_list(document: Document, item: Span) -> Span | None:
    """The paragraph that leads in the list of an item."""
    section = document.section_at(item.start)
    start = section.span.start if section else 0
    before = [b for b in document.blocks if start <= b.span.start < item.start]
    leads = [b.span for b in before if b.kind is not BlockKind.LIST_ITEM]
    return leads[-1] if leads else None


def _leading(document: Document, area: Span) -> Iterator[Span]:
    """What speaks for an amount from above, nearest first: the sentences before it in its block,
    the paragraph that leads in its list, the heading. Other list items speak for themselves."""
    block = next((b for b in document.blocks if b.span.holds(area)), None)
    if block is None:
        return
    yield Span(block.span.start, max(area.start, block.span.start))
    section = document.section_at(area.start)
    if section is None:
        return
    lead = _lead_of_list(document, area) if block.kind is BlockKind.LIST_ITEM else None
    if lead:
        yield lead
    yield section.heading


def _periods(text: str) -> list[str]:
    leads = "|".join(vocabulary("amounts")["leads"]["period_leads"])
    found = [
        re.sub(rf"^(?:{leads})\s+", "", match[0].strip(), flags=re.IGNORECASE)
        for match in period_pattern().finditer(text)
    ]
    return [period for period in found if re.search(r"(?:19|20)\d\d", period) or _counts(period)]


def _counts(period: str) -> bool:
    """Whether a period without a year counts: months ("januari - augusti"), "helår"."""
    periods = vocabulary("measures")["periods"]
    months = periods["months"]
    words = [w for w in re.findall(r"[^\W\d_]+", fold(period)) if w not in periods["leads"]]
    whole = fold(period) in vocabulary("amounts")["leads"]["periods"]
    return whole or (len(words) > 1 and all(word in months for word in words))


def _measure(said: str) -> str | None:
    """The measure whose word stands nearest before the amount."""
    places = _measure_places(said)
    best = max(places, key=lambda name: places[name])
    return best if places[best] >= 0 else None


def _measure_places(said: str) -> dict[str, int]:
    """Where the last word of each measure stands, -1 where none does."""
    folded = _compared().sub(" ", fold(said))
    return {
        str(name): max((m.start() for m in _word("|".join(forms)).finditer(folded)), default=-1)
        for name, forms in vocabulary("amounts")["measures"].items()
    }


@cache
def _word(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


@cache
def _tail() -> re.Pattern[str]:
    words = vocabulary("amounts")
    ends = sorted((*words["verbs"], *words["tails"]), key=len, reverse=True)
    inner = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ends)
    return re.compile(rf"(?:(?<![\w-])(?:{inner})(?![\w])|[\s,:;(+±–-])+$", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    words = sorted(vocabulary("amounts")["leads"]["words"], key=len, reverse=True)
    inner = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"[\s,;:.()–•-]*(?:(?:{inner})\s+)*", re.IGNORECASE)


@cache
def _compared() -> re.Pattern[str]:
    words = sorted(vocabulary("amounts")["leads"]["compared"], key=len, reverse=True)
    # "… jämfört med budget 47,0 mnkr" is an amount of budget; a word must follow
    return re.compile(rf"(?:{'|'.join(re.escape(w) for w in words)})(?=\s+\w)")


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(r"[;•]\s|,\s+(?=\w+\s+\w+)")


@cache
def _purpose() -> re.Pattern[str]:
    words = "|".join(vocabulary("amounts")["leads"]["purposes"])
    ends = "|".join(vocabulary("commitments")["members"]["separators"])
    done = "|".join(vocabulary("amounts")["leads"]["participles"])
    lead = rf"\s+(?:(?:{done})\s+)?"
    return re.compile(
        rf"{lead}((?:{words})\s+[^.,;()\n\d]{{3,80}}?)(?=[.,;()\n\d]|\s+(?:{ends})\s|$)"
    )


@cache
def _changed() -> re.Pattern[str]:
    words = vocabulary("amounts")["leads"]
    return re.compile(rf"\s+(?:{'|'.join(words['changes'])})\s+{words['change_to']}\s*$", re.I)


@cache
def _sums() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in vocabulary("amounts")["sums"]["words"])
    return re.compile(rf"(?:{words})(?!\w)")
