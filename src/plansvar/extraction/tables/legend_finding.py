"""Where the legend of a table is found: its own, else the nearest that explains colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from plansvar.domain import BlockKind, Colour, Document, MarkSource, Span, Swatch, Table
from plansvar.extraction.legend_text import bracketed_colours, colour_words, legend_runs, span_of
from plansvar.extraction.tables.key_tables import is_key, key_of
from plansvar.extraction.tables.legends import Legend, Meaning
from plansvar.extraction.tables.progress import tells_progress
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_BELOW = 120  # characters between a table and the key below it
_LINES_OVER = 2  # blocks right over a table that may explain its colours
_NEAR = 32  # characters between two keys that stand together, as words that head one


def read_legend(document: Document, table: Table, kind: str = "") -> Legend:
    """The legend of a table: its own, else the nearest text or key that explains colours. `kind`
    is what its rows are, where a key explains its marks for several kinds."""
    own = [span for span in (table.legend, table.caption) if span is not None]
    found = next((m for span in own if (m := _meanings(document.text, span))), None)
    if found:
        return Legend(found)
    edged = legend_of_edges(document, table) if _shows_edges(table) else Legend()
    if edged.texts:
        return edged
    drawn = [_of_swatches(document, key) for key in document.keys]
    told = _told_above(document, table, drawn)
    if told is not None:
        return told
    if drawn:
        return _likeliest(document, drawn, table, kind)
    spans = tuple(b.span for b in document.blocks if b.kind is not BlockKind.TABLE)
    explained = _explained(document.text, spans) or _listed(document)
    if explained:
        return Legend(min(explained, key=lambda pair: _distance(pair[0], table.span))[1])
    keys = [key_of(other, kind) for other in _nearest(document, table) if is_key(other)]
    return next((key for key in keys if key.swatches), Legend())


def _told_above(document: Document, table: Table, drawn: Sequence[Legend]) -> Legend | None:
    """What the text right over a table says of all its colours, where no key is drawn in their
    section: one in another section explains other marks."""
    section = document.section_at(table.span.start)
    colours = {m.colour.value for cell in table.cells for m in cell.marks if m.colour}
    if section is None or not colours or any(_is_in(section.span, legend) for legend in drawn):
        return None
    over = [b.span for b in document.blocks if section.span.holds(b.span)]
    over = [span for span in over if span.end <= table.span.start][-_LINES_OVER:]
    found = (_meanings(document.text, span) for span in reversed(over))
    return next((Legend(told) for told in found if told and colours <= set(told)), None)


def _is_in(section: Span, legend: Legend) -> bool:
    return legend.place is not None and section.holds(legend.place)


def _shows_edges(table: Table) -> bool:
    """Whether all that a table shows is colour in cells that say nothing, as at a box's edge."""
    marked = [cell for cell in table.cells if cell.marks]
    plain = all(
        not cell.text and m.source is MarkSource.CELL for cell in marked for m in cell.marks
    )
    return bool(marked) and plain


def _of_swatches(document: Document, key: Sequence[Swatch]) -> Legend:
    found = tuple((s.mark, Meaning(document.quote(s.said), s.said)) for s in key)
    white = [meaning for mark, meaning in found if mark.colour is Colour.WHITE]
    return Legend(swatches=found, blank=white[0] if len(white) == 1 else None)


def _likeliest(document: Document, drawn: Sequence[Legend], table: Table, kind: str) -> Legend:
    """The nearest key; of several that stand together the one that explains most of a table's
    marks and tells of what its rows are."""
    nearest = min(drawn, key=lambda legend: _remoteness(legend.place, table.span))
    beside = [each for each in drawn if _stand_together(document, each.place, nearest.place)]
    beside += [each for each in drawn if each not in beside and _closes(document, each, table)]
    marks = [mark for cell in table.cells for mark in cell.marks if mark.colour or mark.raw]

    def misfit(legend: Legend) -> tuple[int, bool, int, tuple[bool, int]]:
        unexplained = sum(legend.of(mark) is None for mark in marks)
        other = tells_progress(legend) is not _are_tasks(kind)
        forms = {swatch.raw for swatch, _ in legend.swatches}
        unlike = sum(mark.raw not in forms for mark in marks)
        return (unexplained, other, unlike, _remoteness(legend.place, table.span))

    return min(beside, key=misfit)


def _stand_together(document: Document, one: Span | None, other: Span | None) -> bool:
    """Whether two keys stand close to each other with no table between them."""
    if one is None or other is None or one == other:
        return one == other
    first, last = sorted((one, other))
    between = any(first.end <= table.span.start < last.start for table in document.tables)
    return last.start - first.end < _NEAR and not between


def _closes(document: Document, legend: Legend, table: Table) -> bool:
    """Whether a key stands right below a table, as the last thing of its section that it may
    explain."""
    place, section = legend.place, document.section_at(table.span.start)
    if place is None or section is None or not section.span.holds(place):
        return False
    below = 0 <= place.start - table.span.end < _BELOW
    return below and not any(
        table.span.end <= other.span.start < section.span.end for other in document.tables
    )


def _are_tasks(kind: str) -> bool:
    kinds = vocabulary("tables")["kind"]
    return kind in (*kinds["commitments"], *kinds["planned"])


def _remoteness(key: Span | None, table: Span) -> tuple[bool, int]:
    """Keys before a table come first: the one after it may be that of the next."""
    key = key or table
    return key.start >= table.end, _distance(key, table)


@lru_cache(maxsize=2)
def _explained(text: str, spans: tuple[Span, ...]) -> tuple[tuple[Span, dict[str, Meaning]], ...]:
    """The blocks of a document that explain colours; found once for all its tables."""
    return tuple((span, found) for span in spans if (found := _meanings(text, span)))


def _listed(document: Document) -> tuple[tuple[Span, dict[str, Meaning]], ...]:
    """Legends with one colour a line."""
    return tuple(
        (span_of(run), {entry.colour: Meaning(entry.said, entry.span) for entry in run})
        for run in legend_runs(document)
    )


def _distance(legend: Span, table: Span) -> int:
    # a legend stands above its tables more often than below
    before = table.start - legend.end
    return before if before >= 0 else 2 * (legend.start - table.end)


def _nearest(document: Document, table: Table) -> list[Table]:
    others = [other for other in document.tables if other is not table]
    return sorted(others, key=lambda other: abs(other.span.start - table.span.start))


def _meanings(text: str, span: Span) -> dict[str, Meaning]:
    """At least two colours with what they stand for: "Grön = målet nås. Gul = delvis"."""
    text = text[span.start : span.end]
    words = list(_entry().finditer(text))
    found: dict[str, Meaning] = {}
    for position, match in enumerate(words):
        end = words[position + 1].start() if position + 1 < len(words) else len(text)
        said = re.split(r"[\n;]|\.\s", text[match.end() : end])[0].strip(" ,.;•●■\t")
        said = _without_joining(said)
        if said:
            meaning = Meaning(" ".join(said.split()), span)
            found.setdefault(colour_words()[fold(match["colour"])], meaning)
    told = {colour: Meaning(said, span) for colour, said in bracketed_colours(text).items()}
    return max(found, told, key=len) if max(len(found), len(told)) >= 2 else {}


def _without_joining(said: str) -> str:
    """What is said of one colour, without the word that leads on to the next."""
    words = said.split()
    joining = vocabulary("tables")["legend"]["ends"]
    return " ".join(words[:-1]) if words and fold(words[-1]) in joining else said


def legend_of_edges(document: Document, table: Table) -> Legend:
    """What a sentence says of the colours at the edges of boxes, where it explains all that these
    have; a key of other marks explains them less well."""
    edges = vocabulary("tables")["legend"]["edges"]
    spans = tuple(b.span for b in document.blocks if b.kind is not BlockKind.TABLE)
    colours = {mark.colour.value for cell in table.cells for mark in cell.marks if mark.colour}
    for span, found in _explained(document.text, spans):
        said = re.findall(r"\w+", fold(document.quote(span)))
        named = any(word == edge or word.endswith(edge) for word in said for edge in edges)
        if named and colours <= set(found):
            return Legend(found)
    return Legend()


@cache
def _entry() -> re.Pattern[str]:
    # Worked example: "Grön = ", "Röd färg betyder att ", "Gul – "
    words = "|".join(sorted(colour_words(), key=len, reverse=True))
    joints = vocabulary("tables")["legend"]["joints"]
    return re.compile(rf"(?<!\w)(?P<colour>{words})(?!\w){joints}", re.IGNORECASE)
