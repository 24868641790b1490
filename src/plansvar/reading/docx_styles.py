"""What a Word paragraph is, told from its style, its outline level and its numbering."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.docx_text import W, size_in

_DEEPEST = 9
_LONGEST_CHAIN = 12
_USUAL_SIZE = 11.0


class Styles:
    """The styles of a document, with what they inherit."""

    def __init__(self, document: Any) -> None:
        self._by_id: dict[str, Any] = {
            style.get(f"{W}styleId"): style for style in document.styles.element.iter(f"{W}style")
        }
        defaults = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault")
        normal = self._by_id.get("Normal")
        named = [size_in(holder) for holder in (normal, defaults) if holder is not None]
        self._usual = next((size for size in named if size is not None), _USUAL_SIZE)

    def heading_level(self, paragraph: Any) -> int | None:
        """The outline level from 1; null for running text."""
        own = _value(paragraph, "outlineLvl")
        if own is not None and own.isdigit():
            return int(own) + 1 if int(own) < _DEEPEST else None
        for style in self._chain(paragraph):
            named = _pattern("heading_styles").fullmatch(_name(style))
            if named:
                return int(next(group for group in named.groups() if group))
            outline = _value(style, "outlineLvl")
            if outline is not None and outline.isdigit():
                return int(outline) + 1 if int(outline) < _DEEPEST else None
        return None

    def numbering(self, paragraph: Any) -> Any | None:
        """What numbers a paragraph: what it says itself, else what its style does."""
        holders = [paragraph, *self._chain(paragraph)]
        found = (holder.find(f"{W}pPr/{W}numPr") for holder in holders)
        return next((numbers for numbers in found if numbers is not None), None)

    def is_list(self, paragraph: Any) -> bool:
        numbers = self.numbering(paragraph)
        if numbers is None:
            return False
        identity = numbers.find(f"{W}numId")
        return identity is None or identity.get(f"{W}val") != "0"

    def is_contents(self, paragraph: Any) -> bool:
        if self._named(paragraph, "contents_styles"):
            return True
        return any(_is_contents_control(above) for above in paragraph.iterancestors(f"{W}sdt"))

    def is_title(self, paragraph: Any) -> bool:
        return self._named(paragraph, "title_styles")

    def is_caption(self, paragraph: Any) -> bool:
        return self._named(paragraph, "caption_styles")

    def is_bold(self, paragraph: Any) -> bool:
        """Whether the style of a paragraph sets its text in bold."""
        for style in self._chain(paragraph):
            found = style.find(f"{W}rPr/{W}b")
            if found is not None:
                return found.get(f"{W}val") not in ("0", "false", "off")
        return False

    def size(self, paragraph: Any) -> float:
        """The size in points of a paragraph whose runs name none."""
        sizes = (size_in(style) for style in self._chain(paragraph))
        return next((size for size in sizes if size is not None), self._usual)

    def _named(self, paragraph: Any, key: str) -> bool:
        return any(_pattern(key).fullmatch(_name(style)) for style in self._chain(paragraph))

    def _chain(self, paragraph: Any) -> list[Any]:
        """The paragraph's style and those that it is based on."""
        chain: list[Any] = []
        identity = _value(paragraph, "pStyle")
        while identity in self._by_id and len(chain) < _LONGEST_CHAIN:
            style = self._by_id[identity]
            chain.append(style)
            based_on = style.find(f"{W}basedOn")
            identity = based_on.get(f"{W}val") if based_on is not None else None
        return chain


def _value(holder: Any, name: str) -> str | None:
    found = holder.find(f"{W}pPr/{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def _name(style: Any) -> str:
    found = style.find(f"{W}name")
    return fold(found.get(f"{W}val") or "") if found is not None else ""


def _is_contents_control(control: Any) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in (gallery.get(f"{W}val") or "")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("documents")["office"][key]))
