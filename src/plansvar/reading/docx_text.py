"""The text of Word paragraphs: tracked deletions and hidden runs out, fields as shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.notes import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}pPr", f"{W}rPr", ALTERNATE}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """What a paragraph shows, what it hides, whether all that it shows is bold, and what is
    struck through. `weight` is what its runs say of themselves (null where none does), `size` the
    one size in points that all of them name."""

    shown: str
    hidden: str
    bold: bool
    notes: tuple[str, ...]
    struck: str = ""
    weight: bool | None = None
    size: float | None = None


def paragraph_text(paragraph: Any) -> ParagraphText:
    shown: list[str] = []
    hidden: list[str] = []
    struck: list[str] = []
    bold: list[bool] = []
    notes: list[str] = []
    weights: set[bool] = set()
    sizes: set[float | None] = set()
    for run in _runs(paragraph):
        text = "".join(_pieces(run, notes))
        if run.find(f"{W}rPr/{W}vertAlign[@{W}val='superscript']") is not None:
            text = raised(text)
        if _is_on(run, "strike") or _is_on(run, "dstrike"):
            struck.append(text)
        elif _is_on(run, "vanish"):
            hidden.append(text)
        elif text:
            shown.append(text)
            bold.append(_is_on(run, "b") or not text.strip())
            weights |= {_is_on(run, "b")} if run.find(f"{W}rPr/{W}b") is not None else set()
            sizes |= {size_in(run)} if text.strip() else set()
    return ParagraphText(
        "".join(shown),
        " ".join("".join(hidden).split()),
        bool(bold) and all(bold),
        tuple(notes),
        " ".join("".join(struck).split()),
        any(weights) if weights else None,
        sizes.pop() if len(sizes) == 1 else None,
    )


def text_boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that are anchored here; the older copy of each is left out, and those
    within others."""
    for content in paragraph.iter(f"{W}txbxContent"):
        above = list(takewhile(lambda each: each is not paragraph, content.iterancestors()))
        if not any(each.tag in (ALTERNATE, f"{W}txbxContent") for each in above):
            yield content


def paragraphs_in(element: Any) -> Iterator[Any]:
    """All paragraphs within an element; the older copies of text boxes are left out."""
    for paragraph in element.iter(f"{W}p"):
        if not any(above.tag == ALTERNATE for above in paragraph.iterancestors()):
            yield paragraph


def _runs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _runs(child)


def _pieces(run: Any, notes: list[str]) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield signs_of(child.text or "", font_of(run))
        elif child.tag == f"{W}sym":
            yield symbol_text(child)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            notes.append(f"{child.tag.removeprefix(W)}:{child.get(f'{W}id')}")


def _is_on(run: Any, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and found.get(f"{W}val") not in ("0", "false", "off")


def size_in(holder: Any) -> float | None:
    """The size in points that a run or a style names."""
    found = holder.find(f"{W}rPr/{W}sz")
    value = found.get(f"{W}val") or "" if found is not None else ""
    return int(value) / 2 if value.isdigit() else None


def font_of(run: Any) -> str:
    """The font that a run names, where that matters to what its letters show."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""


def symbol_text(symbol: Any) -> str:
    """The sign that a `w:sym` shows; nothing where its font is not known."""
    code = symbol.get(f"{W}char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
        return ""
    number = int(code, 16)
    sign = chr(number if number > 0xFF else 0xF000 + number)
    shown = signs_of(sign, symbol.get(f"{W}font") or "")
    return "" if "\ue000" <= shown <= "\uf8ff" else shown
