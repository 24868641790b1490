"""What the words around an amount say of it: its period and its measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.periods import YEAR, period_pattern, year_of
from plansvar.language.vocabulary import vocabulary

_LONG = 6


def deviation(document: Document, area: Span, amount: Span) -> str | None:
    """The measure of "6,1 mnkr mer än budget"."""
    after = fold(document.text[amount.end : min(area.end, amount.end + 60)])
    words = vocabulary("amounts")["leads"]
    told = document.text[area.start : amount.start]
    beside = _more().match(after) and _from_plan().search(fold(told))
    if after.startswith(tuple(words["deviations"])) or _from_plan().match(after) or beside:
        return str(words["deviation"])
    away = _exceeded().search(told) or (_directed().search(told) and not _changing().search(told))
    return str(words["deviation"]) if away else None


def change(document: Document, area: Span, amount: Span) -> str | None:
    """The measure of "ökar med 2 mnkr" and of "5 mnkr lägre än året innan"."""
    text = document.text
    changed = _changing().search(text, area.start, amount.start)
    after = fold(text[amount.end : min(area.end, amount.end + 60)])
    if changed or _from_earlier().match(after) or _more().match(after):
        return str(vocabulary("amounts")["leads"]["change"])
    return None


def period_of(document: Document, area: Span, amount: Span) -> str | None:
    """The period named last before the amount in its sentence, after it, or in its section."""
    text = document.text
    relative = _relative().match(text, amount.end, area.end)
    if relative:
        return relative[1]
    own = own_time().match(text, amount.end, area.end)
    if own and _periods(own["time"]):
        return _periods(own["time"])[0]  # "12,4 mnkr 2025", "15 mnkr för helåret"
    before = _periods(_since().sub(" ", text[area.start : amount.start]))
    if before:
        return before[-1]
    if own:
        return None  # "för perioden": of no time that is told of another amount
    after = _periods(_of_itself(text[amount.end : area.end]))
    if after:
        return after[0]
    leading = [
        [p for p in _periods(_of_itself(text[span.start : span.end])) if year_of(p)]
        for span in _leading(document, area)
    ]
    return next((found[-1] for found in leading if len(set(found)) == 1), None)


def is_of_time_before(text: str, amount: Span) -> bool:
    """Whether an amount is what another is compared with: "90 mnkr föregående år"."""
    return _relative().match(text, amount.end) is not None


@cache
def own_time() -> re.Pattern[str]:
    """A time right behind an amount, which is that of the amount and of no other."""
    rates = "|".join(vocabulary("amounts")["leads"]["rates"])
    times = "|".join(
        (*vocabulary("amounts")["leads"]["times"], *vocabulary("amounts")["leads"]["periods"])
    )
    return re.compile(
        rf"\s+(?!(?:{rates})(?!\w))(?:(?:{_any('during')})\s+)?(?:(?:{_any('year_words')})\s+)?"
        rf"(?P<time>{period_pattern().pattern}|(?:{times})(?!\w))(?!\s+(?:{_any('of_year')}))",
        re.IGNORECASE,
    )


def _of_itself(text: str) -> str:
    """A text without the years that something is compared with or that explain it."""
    return _causes().sub(" ", _compared_with().sub(" ", _since().sub(" ", text)))


def measure_above(document: Document, area: Span) -> str | None:
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


def measure_in(said: str) -> str | None:
    """The measure whose word stands nearest before the amount."""
    places = _measure_places(said)
    best = max(places, key=lambda name: places[name])
    return best if places[best] >= 0 else None


def _measure_places(said: str) -> dict[str, int]:
    """Where the last word of each measure stands, -1 where none does."""
    folded = _compared().sub(" ", fold(said))
    return {
        str(name): max((m.start() for m in _word(str(name)).finditer(folded)), default=-1)
        for name in vocabulary("amounts")["measures"]
    }


@cache
def _compared() -> re.Pattern[str]:
    words = sorted(vocabulary("amounts")["leads"]["compared"], key=len, reverse=True)
    # "… jämfört med budget 47,0 mnkr" and "budget på 47,0 mnkr" are amounts of budget; another word
    # must follow
    on = _any("amount_leads")
    return re.compile(rf"(?:{'|'.join(re.escape(w) for w in words)})(?=\s+(?!(?:{on})\s*$)\w)")


@cache
def _word(measure: str) -> re.Pattern[str]:
    """The words that tell a measure; compounds too: "investeringsbudget"."""
    words = vocabulary("amounts")["measures"][measure]
    joins = measure in vocabulary("amounts")["leads"]["compounds"]
    inner = "|".join(rf"\w*{word}" if joins and len(word) >= _LONG else word for word in words)
    return re.compile(rf"(?<!\w)(?:{inner})(?!\w)")


@cache
def _from_plan() -> re.Pattern[str]:
    degrees, plans, than = (_any(name) for name in ("degrees", "plans", "than"))
    return re.compile(rf"\s*(?:{degrees})\s+(?:{than})\s+(?:\w+\s+)?(?:{plans})(?!\w)")


@cache
def _from_earlier() -> re.Pattern[str]:
    degrees, earlier, than = (_any(name) for name in ("degrees", "earlier", "than"))
    months = "|".join(vocabulary("measures")["periods"]["months"])
    return re.compile(
        rf"\s*(?:{degrees})\s+(?:{than})\s+(?:(?:{_any('during')})\s+)?"
        rf"(?:{earlier}|{YEAR}|{months})(?!\w)"
    )


@cache
def _more() -> re.Pattern[str]:
    # "blev 4,6 mnkr dyrare": a difference, whatever it is from
    return re.compile(rf"\s*(?:{_any('degrees')})(?!\w|\s+(?:{_any('than')})\s)")


@cache
def _exceeded() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_any('exceeding')})\s+(?:\w+\s+)?(?:{_any('plans')})\s+"
        rf"(?:{_any('by')})\s+(?:\w+\s+)?$",
        re.IGNORECASE,
    )


@cache
def _directed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{_any('directed')})\s+(?:{_any('by')})\s+(?:\w+\s+)?$", re.IGNORECASE
    )


@cache
def _causes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any('causes')})\s[^.]*", re.IGNORECASE)


@cache
def _changing() -> re.Pattern[str]:
    changes = "|".join(vocabulary("amounts")["leads"]["changes"])
    return re.compile(
        rf"(?<!\w)(?:{changes})\s+(?:\w+\s+)?(?:{_any('by')})\s+(?:\w+\s+)?$", re.IGNORECASE
    )


@cache
def _since() -> re.Pattern[str]:
    """A year from which something is counted: "for the first time since 2019"."""
    return re.compile(rf"(?<!\w)(?:{_any('since')})\s+{YEAR}(?!\d)", re.IGNORECASE)


@cache
def _compared_with() -> re.Pattern[str]:
    """A year that what was said before is compared with: "against the budget of 2026", "compared
    with 112,7 mnkr 2026"."""
    amount = r"(?:[-−–]?\d[\d\s\u00a0.,]*(?:[^\W\d]+\s+){1,3})?"
    return re.compile(
        rf"(?<!\w)(?:{_any('against')})\s+(?:[^\W\d]+\s+){{0,3}}?{amount}{YEAR}(?!\d)",
        re.IGNORECASE,
    )


def _any(name: str) -> str:
    words = sorted(vocabulary("amounts")["subjects"][name], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _relative() -> re.Pattern[str]:
    leads = vocabulary("amounts")["leads"]
    words, before = leads["relative_periods"], "|".join(leads["relative_leads"])
    return re.compile(rf"\s+(?:(?:{before})\s+)?({'|'.join(words)})(?!\w)", re.IGNORECASE)
