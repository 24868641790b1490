"""Keys in running text: swatches and signs that are drawn before the words that explain them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from plansvar.domain import Colour, Mark, MarkSource
from plansvar.reading.pdf.characters import Word
from plansvar.reading.pdf.colours import SATURATED, agree, classify, strength
from plansvar.reading.pdf.drawings import is_drawing
from plansvar.reading.pdf.forms import form_in
from plansvar.reading.pdf.geometry import Frame, Rect, around, clusters
from plansvar.reading.pdf.inks import drawn_alike, is_ring, ring_word, says_nothing, settled_balls
from plansvar.reading.pdf.key_columns import headed_columns
from plansvar.reading.pdf.key_entries import (
    are_comments,
    explains_titles,
    without_lone_arrows,
    without_what_follows,
)
from plansvar.reading.pdf.lines import lines_of
from plansvar.reading.pdf.pictures_read import PictureReader
from plansvar.reading.pdf.pixels import Raster, background_of, colour_seen, shade_seen
from plansvar.reading.pdf.shapes import Shape, ShapeKind
from plansvar.reading.pdf.swatches import (
    is_blank,
    is_outline,
    is_small,
    whole_entry,
    without_frame,
)
from plansvar.reading.pdf.symbols import emoji_colour, is_sign
from plansvar.reading.pdf.vocabulary import is_value

_BESIDE = 14.0
_ACROSS = 70.0
_WORD_GAP = 1.6
_ALIGNED = 4.0
_UPRIGHT = 2.5  # times as high as wide
_LEVEL = 3.0  # points between the middles of swatches on one line
_APART = 48.0
_LONGEST = 90
_FRAME = 2.0
_MOST = 8
_JOINTS = " ,;:=–-"


@dataclass(frozen=True, slots=True)
class SwatchSeen:
    """A mark and the words beside it; `rect` is where those stand."""

    mark: Mark
    text: str
    rect: Rect
    place: Rect
    words: tuple[Word, ...] = ()

    @property
    def wrapped(self) -> bool:
        """Whether the words stand on several lines beside their mark."""
        starts = [line.rect.x0 for line in lines_of(self.words, gap=1e6)]
        return len(starts) > 1 and max(starts) - min(starts) < _ALIGNED


@dataclass(slots=True)
class Ground:
    """What a page offers to the finding of keys, its tables left out; `drawn` are the places of
    its small shapes, `lit` those of rows of lamps, each with the place of the one that tells,
    `signs` those of drawings of several parts, each with what it is called."""

    words: Sequence[Word]
    shapes: Sequence[Shape]
    raster: Raster
    pictures: PictureReader
    frame: Frame
    page_index: int
    drawn: Sequence[Rect]
    lit: dict[Rect, Rect] = field(default_factory=dict)
    signs: dict[Rect, str] = field(default_factory=dict)


def find_keys(ground: Ground) -> list[list[SwatchSeen]]:
    """The keys of a page: groups of swatches that differ, each before words of its own."""
    drawn = [p for p in ground.drawn if p in ground.lit or not is_upright(p)]
    places = [*drawn, *_sign_places(ground.words)]
    placed = [(place, words) for place in places if (words := _words_after(place, places, ground))]
    columns = headed_columns(placed, ground.words)
    own = {id(item) for column in columns for item in column}
    rest = _grouped([item for item in placed if id(item) not in own])
    whole = (without_lone_arrows(group, ground.words) for group in (*columns, *rest))
    groups = [without_what_follows(group) for group in whole if 2 <= len(group) <= _MOST]
    found = []
    for group in groups:
        swatches = settled([s for place, words in group if (s := swatch_at(place, words, ground))])
        parts = [swatches] if _differ(swatches) else _parted(swatches)
        runs = [run for part in parts for run in ([part] if _is_one(part) else _runs(part))]
        found += [run for run in runs if _differ(run) and not are_comments(run, ground.words)]
    return [run for run in found if not any(explains_titles(run, key) for key in found)]


def is_upright(place: Rect) -> bool:
    """Whether a small shape is the edge of a box before its title, and no swatch."""
    return place.height > _UPRIGHT * place.width


def _is_one(swatches: Sequence[SwatchSeen]) -> bool:
    """Whether swatches are one key: they differ, and no drawing comes in the colour of a square."""
    colours = [swatch.mark.colour for swatch in swatches if swatch.mark.colour is not None]
    mixed = len({is_drawing(swatch.mark.raw) for swatch in swatches}) > 1
    return _differ(swatches) and not (mixed and len(set(colours)) < len(colours))


def _runs(swatches: Sequence[SwatchSeen]) -> list[list[SwatchSeen]]:
    """Swatches in a line, parted where they begin to look again as they did before: two keys that
    stand beside each other, one of flags and one of squares."""
    found: list[list[SwatchSeen]] = []
    for swatch in swatches:
        again = not found or any(s.mark.colour is swatch.mark.colour for s in found[-1])
        found += [[]] if again else []
        found[-1].append(swatch)
    return found


def settled(swatches: Sequence[SwatchSeen]) -> list[SwatchSeen]:
    """Swatches without what says nothing in them: the colour of balls that judge by their filled
    share, the form of those that judge by their colour."""
    marks = settled_balls(drawn_alike([[swatch.mark] for swatch in swatches]))
    pairs = [(swatch, mark) for swatch, (mark,) in zip(swatches, marks, strict=True)]
    return [replace(s, mark=mark) for s, mark in pairs if not says_nothing(mark)]


def _differ(swatches: Sequence[SwatchSeen]) -> bool:
    """Whether swatches all look different and say different things."""
    looks = {(s.mark.colour, s.mark.raw, s.mark.shade) for s in swatches}
    return 2 <= len(swatches) == len(looks) == len({s.text for s in swatches})


def _parted(swatches: Sequence[SwatchSeen]) -> list[list[SwatchSeen]]:
    """The keys among swatches of which some look alike: those of each line, or of each column where
    that makes fewer keys."""
    lines = _line_after_line(swatches)
    columns: list[list[SwatchSeen]] = []
    for at in clusters((swatch.place.cx for swatch in swatches), _ALIGNED):
        columns.append([swatch for swatch in swatches if swatch.place.cx in at])
    fewer = 1 < len(columns) < len(lines) and all(_differ(column) for column in columns)
    return columns if fewer else lines


def _line_after_line(swatches: Sequence[SwatchSeen]) -> list[list[SwatchSeen]]:
    """The swatches of each line: two keys under each other may use one sign for two things."""
    lines: dict[int, list[SwatchSeen]] = {}
    for swatch in swatches:
        home = next((at for at in lines if abs(at - swatch.place.cy) < _ALIGNED), None)
        lines.setdefault(round(swatch.place.cy) if home is None else home, []).append(swatch)
    return list(lines.values())


def _sign_places(words: Sequence[Word]) -> list[Rect]:
    return [word.rect for word in words if is_sign(word.text)]


def _words_after(place: Rect, places: Sequence[Rect], ground: Ground) -> list[Word]:
    """The words of one line right after a place, up to the next place or a wide gap."""
    line = [
        word
        for word in ground.words
        if word.rect.x0 > place.x1 - 1
        and word.rect.overlap_y(place) > 0.4 * min(word.rect.height, place.height)
        and abs(word.rect.cy - place.cy) < max(word.size, 0.6 * place.height)
        and not is_sign(word.text)
    ]
    stop = min(
        (p.x0 for p in places if p.x0 > place.x1 and p.overlap_y(place) > 0.4 * place.height),
        default=1e9,
    )
    found: list[Word] = []
    for word in sorted(line, key=lambda word: word.rect.x0):
        gap = word.rect.x0 - (found[-1].rect.x1 if found else place.x1)
        limit = _WORD_GAP * word.size if found else _ACROSS
        if gap > limit or word.rect.x0 >= stop - 1:
            break
        found.append(word)
    beside = stop < 1e8 or any(p.x1 < place.x0 and p.overlap_y(place) > 0 for p in places)
    found = _line_by_line(whole_entry(found, place, stop, places, ground.words, beside))
    found += _wrapped(found, places, ground.words) if stop > 1e8 else []
    text = " ".join(word.text for word in found)
    if text.endswith(":"):
        found = _without_last_sentence(found)
    told = any(letter.isalpha() for letter in text) and not is_value(text)
    return found if told and len(text) <= _LONGEST else []


def _without_last_sentence(words: Sequence[Word]) -> list[Word]:
    """Words without a sentence that leads on to another key: "… Pilen visar utvecklingen:"."""
    stops = [i for i, word in enumerate(words) if word.text.endswith(".")]
    return list(words[: stops[-1] + 1] if stops else words)


def _line_by_line(words: Sequence[Word]) -> list[Word]:
    """Words beside a tall swatch as they are read, where they stand on several lines."""
    return [word for line in lines_of(words, gap=1e6) for word in line.words]


def _wrapped(found: Sequence[Word], places: Sequence[Rect], words: Sequence[Word]) -> list[Word]:
    """The words with which a text goes on at the start of the next line, for want of room."""
    if not found:
        return []
    last = found[-1]
    below = [w for w in words if 0.6 * last.size < w.rect.cy - last.rect.cy < 1.9 * last.size]
    line = sorted(below, key=lambda w: w.rect.x0)
    if not line or is_sign(line[0].text):
        return []
    room = max(w.rect.x1 for w in words) - last.rect.x1
    if room > line[0].rect.width + 0.4 * last.size or line[0].rect.x0 > found[0].rect.x0 + 2:
        return []
    stop = min((p.x0 for p in places if p.overlap_y(line[0].rect) > 3), default=1e9)
    return [word for word in line if word.rect.x1 < stop + 1]


def _grouped(
    placed: Sequence[tuple[Rect, list[Word]]],
) -> Iterable[list[tuple[Rect, list[Word]]]]:
    """Places that stand on one line or right below each other, from the top."""
    groups: list[list[tuple[Rect, list[Word]]]] = []
    rows = clusters((place.cy for place, _ in placed), _LEVEL)
    row = {cy: number for number, own in enumerate(rows) for cy in own}
    for item in sorted(placed, key=lambda item: (row[item[0].cy], item[0].x0)):
        near = [group for group in groups if _belongs(group[-1], item)]
        level = (group for group in near if abs(group[-1][0].cy - item[0].cy) < _LEVEL)
        home = next(level, near[0] if near else None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return groups


def _belongs(last: tuple[Rect, list[Word]], item: tuple[Rect, list[Word]]) -> bool:
    (above, words), (place, own) = last, item
    near = words[0].rect.x0 - above.x1 < _BESIDE and own[0].rect.x0 - place.x1 < _BESIDE
    if abs(above.cy - place.cy) < 3:
        return near and place.x0 > words[-1].rect.x0
    if near and place.x0 < above.x0 and 0 < place.cy - above.cy < 2.4 * words[0].size:
        return True  # the key goes on in the next line
    under = abs(above.cx - place.cx) < _ALIGNED and 0 < place.cy - above.cy < _APART
    return under and abs(words[0].rect.x0 - own[0].rect.x0) < _ALIGNED


def swatch_at(place: Rect, words: Sequence[Word], ground: Ground) -> SwatchSeen | None:
    """What stands at a place, where the drawn objects and the pixels agree on it."""
    of_lamps = place in ground.lit
    place = ground.lit.get(place, place)
    pixels = ground.raster.at(place.grown(1))
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    back = background_of(edge.reshape(1, -1, 3).repeat(2, axis=0))
    drawn = [s for s in ground.shapes if place.grown(0.6).holds(s.rect) and is_small(s)]
    inside, framed = without_frame(drawn)
    form = form_in(place.grown(6), inside, back, ground.raster, ground.pictures)
    sign = ground.signs.get(place)
    signs = [word for word in ground.words if word.rect == place]
    told = _told(inside, signs, ground.pictures)
    seen = colour_seen(ground.raster.at(place.grown(-_FRAME)) if framed else pixels, back)
    raw = (form.figure if form else None) or sign or (signs[0].text if signs else None)
    raw = raw or (ring_word() if is_outline(inside) else None)
    colour = told if told is not None and seen is not None and agree(told, seen) else None
    bare = raw is None or is_ring(raw)
    blank = colour is None and bare and seen is None and is_blank(inside, framed)
    colour = Colour.WHITE if blank else colour
    if of_lamps and colour is raw is told is seen is None:
        colour = Colour.GREY  # a row of lamps that are all out
    if colour is None and raw is None:
        return None
    source = MarkSource.PICTURE if inside and not signs else MarkSource.SYMBOL
    box = ground.frame.box(place, ground.page_index)
    shade = shade_seen(pixels, back, colour) if colour and not blank else None
    text = " ".join(word.text for word in words).strip(_JOINTS)
    whole = around(word.rect for word in words)
    mark = Mark(source, colour, None, raw, box, shade=shade)
    return SwatchSeen(mark, text, whole, place, tuple(words))


def _told(shapes: Sequence[Shape], signs: Sequence[Word], pictures: PictureReader) -> Colour | None:
    """The colour that the drawn objects tell, the strongest first."""
    if signs:
        return emoji_colour(signs[0].text) or classify(signs[0].style.colour)
    for shape in shapes:
        if shape.kind is ShapeKind.PICTURE:
            return pictures.look(shape).colour
    fills = [rgb for s in shapes for rgb in (s.fill, s.stroke) if rgb is not None]
    known = [(classify(rgb) in SATURATED, strength(rgb), classify(rgb)) for rgb in fills]
    ranked = sorted((k for k in known if k[2] is not None), key=lambda k: k[:2])
    return ranked[-1][2] if ranked else None
