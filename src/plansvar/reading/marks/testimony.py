"""What is seen in one cell, and the one mark that it amounts to when the witnesses agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Colour, Mark, MarkSource, Trend
from plansvar.reading.building import CellDraft
from plansvar.reading.marks.backgrounds import Backgrounds
from plansvar.reading.marks.looks import Form, Look, Picture, Rgb, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.words import colour_said, symbol_said, trend_said
from plansvar.reading.pdf.bars import Strip
from plansvar.reading.pdf.colours import SATURATED, agree, classify, strength
from plansvar.reading.pdf.inks import is_figure, without_lit_ring, without_rim
from plansvar.reading.pdf.symbols import arrow_of, emoji_colour, is_sign, symbol_of
from plansvar.texts import text

_LETTER_STRENGTH = 0.3
_NEAR = 0.8
_SHORT = 24
_MOST_WORDS = 8
_ARROW_INKS = (Colour.BLUE, Colour.PURPLE, Colour.GREY, Colour.WHITE)
_ORDER = (
    MarkSource.PICTURE,
    MarkSource.SYMBOL,
    MarkSource.CELL,
    MarkSource.GLYPH_COLOUR,
    MarkSource.TEXT,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing in a cell. `told` is true where only words say it (a description, a class)."""

    source: MarkSource
    colour: Colour | None = None
    strength: float = 1.0
    trend: Trend | None = None
    raw: str | None = None
    share: float | None = None
    strip: Strip | None = None
    told: bool = False
    doubt: str | None = None
    shade: Rgb | None = None


def seen_in(
    draft: CellDraft, look: Look, grounds: Backgrounds, reader: PictureReader
) -> list[Seen]:
    """All that a cell shows beyond its plain text."""
    seen = list(_fills(draft, look, grounds))
    seen += [found for run in look.runs for found in _run(draft, run, grounds)]
    seen += [s for form in look.forms for s in _drawn(form)]
    seen += [Seen(MarkSource.SYMBOL, i.colour, 1.0, i.trend, i.raw, i.share) for i in look.icons]
    seen += [found for picture in look.pictures for found in _picture(picture, reader)]
    said = [*(form.alt for form in look.forms), *look.words]
    seen += [found for words in said if (found := _told(words))]
    return seen + [Seen(MarkSource.CELL, doubt=doubt) for doubt in look.doubts]


def mark_of(seen: Sequence[Seen], special: bool, of_trend: bool = False) -> Mark | None:
    """The mark that all that is seen amounts to; where witnesses differ it says so and is open.
    `of_trend` is true in a column for trends, where the ink of a sign says nothing."""
    if not seen:
        return None
    colour, doubt = _colour(seen)
    trend, trend_doubt = _trend(seen)
    share = next((s.share for s in seen if s.share is not None), None)
    if share is not None and not special:
        # The colour of a bar tells how far something has come, not whether a goal is met.
        colour, doubt = None, None
    if colour in _ARROW_INKS and (trend is not None or of_trend):
        colour = None
    doubt = doubt or trend_doubt or next((s.doubt for s in seen if s.doubt), None)
    raw = without_lit_ring(next((s.raw for s in seen if s.raw), None), colour)
    colour = without_rim(raw, colour)
    if share is not None:
        raw = text("marks.marks.bar", percent=round(100 * share))
    if colour is None and trend is None and share is None and doubt is None and raw is None:
        return None
    shades = (s.shade for s in seen if s.colour is colour and s.shade)
    shade = next(shades, None) if colour is not None else None
    return Mark(_source(seen, colour), colour, trend, raw, None, share, doubt, shade)


def _colour(seen: Sequence[Seen]) -> tuple[Colour | None, str | None]:
    """The colour that counts: bright before grey and white, a lit lamp before one that is out."""
    shown = [s for s in seen if s.colour is not None and not s.told]
    bright = [s for s in shown if s.colour in SATURATED]
    if bright:
        vivid = max(s.strength for s in bright)
        counted = [s for s in bright if s.strength >= _NEAR * vivid or s.source is MarkSource.CELL]
    else:
        counted = [s for s in shown if s.colour is Colour.GREY] or shown
    told = [s for s in seen if s.colour is not None and s.told]
    # Where the words agree with what is shown, theirs is the name: "Gul" beside an amber dot.
    return _agreed([s.colour for s in [*told, *counted] if s.colour])


def _agreed(colours: Sequence[Colour]) -> tuple[Colour | None, str | None]:
    for other in colours[1:]:
        if not agree(colours[0], other):
            names = {"first": colours[0].value, "second": other.value}
            return None, text("marks.marks.disagreement", **names)
    return (colours[0] if colours else None), None


def _trend(seen: Sequence[Seen]) -> tuple[Trend | None, str | None]:
    trends = list(dict.fromkeys(s.trend for s in seen if s.trend is not None))
    if len(trends) > 1:
        names = {"first": trends[0].value, "second": trends[1].value}
        return None, text("marks.marks.disagreement", **names)
    return (trends[0] if trends else None), None


def _source(seen: Sequence[Seen], colour: Colour | None) -> MarkSource:
    sources = [s.source for s in seen if s.colour == colour and (s.colour or s.trend or s.raw)]
    return min(sources or [s.source for s in seen], key=_ORDER.index)


def _fills(draft: CellDraft, look: Look, grounds: Backgrounds) -> Iterator[Seen]:
    fill = grounds.fill_beyond(draft, look)
    if fill is not None:
        yield Seen(MarkSource.CELL, classify(fill), strength(fill), shade=fill)
    for run in look.runs:
        if run.highlight and run.text.strip() and run.highlight != grounds.row_fill(draft):
            colour = classify(run.highlight)
            if len(draft.text) <= _SHORT and (colour in SATURATED or grounds.special(draft)):
                yield Seen(MarkSource.GLYPH_COLOUR, colour, strength(run.highlight))


def _run(draft: CellDraft, run: Run, grounds: Backgrounds) -> Iterator[Seen]:
    shown = run.text.strip().replace("\ufe0f", "").replace("\ufe0e", "")
    signs = "".join(c for c in shown if not c.isspace())
    if not signs:
        return
    own = [colour for sign in signs if (colour := emoji_colour(sign))]
    trend = arrow_of(signs) if is_sign(signs) or _leads(signs, draft) else None
    if own:
        for colour in own:
            yield Seen(MarkSource.SYMBOL, colour, 1.0, trend, signs[:1])
    elif is_sign(signs):
        alone = is_sign("".join(draft.text.replace("\ufe0f", "").split()))
        yield from (s for s in _sign(run, signs, trend) if s.colour or s.trend or alone)
    elif trend is not None:
        yield Seen(MarkSource.SYMBOL, None, 1.0, trend, _arrow_in(signs))
    if not own and not is_sign(signs) and run.colour is not None and grounds.speaks(draft, run):
        colour, vivid = classify(run.colour), strength(run.colour)
        if colour in SATURATED and vivid >= _LETTER_STRENGTH and _is_all(signs, draft.text):
            yield Seen(MarkSource.GLYPH_COLOUR, colour, vivid, None, None)


def _is_all(signs: str, whole: str) -> bool:
    """Whether coloured words or digits are most of a short text, and no mere footnote mark."""
    letters, among = (sum(c.isalnum() for c in part) for part in (signs, whole))
    return len(whole) <= 2 * _SHORT and letters > 0 and 2 * letters >= among


def _sign(run: Run, signs: str, trend: Trend | None) -> Iterator[Seen]:
    """Signs alone: their colour counts, even grey, unless they are arrows or have none."""
    colour = classify(run.colour) if run.colour is not None else None
    if trend is not None and colour not in SATURATED:
        colour = None
    vivid = strength(run.colour) if run.colour else 0.0
    yield Seen(MarkSource.SYMBOL, colour, vivid, trend, signs[:1], shade=run.colour)


def _leads(signs: str, draft: CellDraft) -> bool:
    """Whether an arrow stands first or last in a short text ("↗ 82,5"), not between words."""
    short = len(draft.text) <= _SHORT
    return short and (arrow_of(signs[:1]) is not None or arrow_of(signs[-1:]) is not None)


def _arrow_in(signs: str) -> str | None:
    return next((sign for sign in signs if arrow_of(sign)), symbol_of(signs))


def _drawn(form: Form) -> Iterator[Seen]:
    colour = classify(form.fill) if form.fill is not None else None
    sign = is_figure(form.raw) or form.strip is not None
    if colour is not None or form.trend is not None or sign:
        vivid = strength(form.fill) if form.fill else 0.0
        drawn = Seen(MarkSource.SYMBOL, colour, vivid, form.trend, form.raw, strip=form.strip)
        yield replace(drawn, shade=form.fill)


def _picture(picture: Picture, reader: PictureReader) -> Iterator[Seen]:
    shown = reader.look(picture)
    if shown is not None:
        raw = shown.figure or symbol_said(picture.alt)
        source = MarkSource.PICTURE
        seen = Seen(source, shown.colour, 1.0, shown.trend, raw, None, shown.strip)
        yield replace(seen, shade=shown.shade)
    if not reader.is_photo(picture) and (told := _told(picture.alt)):
        yield told


def _told(words: str) -> Seen | None:
    if len(words.split()) > _MOST_WORDS:
        return None
    colour, trend = colour_said(words), trend_said(words)
    if colour is None and trend is None:
        return None
    return Seen(MarkSource.PICTURE, colour, 1.0, trend, symbol_said(words), told=True)
