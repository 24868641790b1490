"""What a web page hides from its readers: by attribute, inline style or simple style rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*\.?0+\s*(?:;|!|$)"
    r"|font-size\s*:\s*0*\.?0+\s*(?:px|pt|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}"
    r"|(?:left|top|right)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0|(?:^|;)\s*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|$)"
)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)")
_WHITE = {"#fff", "#ffffff", "white", "rgb(255,255,255)", "#fefefe", "hsl(0,0%,100%)"}
_CLEAR = {"transparent", "none", "inherit", "initial", "rgba(0,0,0,0)"}


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Declarations by simple selector: "td", ".klass", "#id", "td.klass"."""

    rules: dict[str, str]

    def style_of(self, element: Any) -> str:
        """All declarations that apply to the element, the inline ones last."""
        tag = element.tag if isinstance(element.tag, str) else ""
        classes = (element.get("class") or "").split()
        selectors = [tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes)]
        if element.get("id"):
            selectors.append(f"#{element.get('id')}")
        found = [self.rules[selector] for selector in selectors if selector in self.rules]
        return ";".join([*found, element.get("style") or ""]).lower()


def style_sheet(texts: list[str]) -> StyleSheet:
    """The simple rules of a page's style elements; rules for print and small screens are left."""
    rules: dict[str, str] = {}
    for text in texts:
        plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        plain = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", plain)
        for selectors, declarations in _RULE.findall(plain):
            for selector in selectors.split(","):
                name = selector.strip()
                if re.fullmatch(r"[\w-]*[.#]?[\w-]+", name):
                    rules[name] = f"{rules.get(name, '')};{declarations}"
    return StyleSheet(rules)


def is_hidden(element: Any, style: str, background: str) -> bool:
    """Whether an element cannot be seen on a page whose background here is `background`."""
    if element.get("hidden") is not None or element.get("type") == "hidden":
        return True
    if _HIDES.search(style):
        return True
    colour = _last(_COLOUR, style)
    return colour is not None and _same(colour, background_of(style, background))


def background_of(style: str, inherited: str) -> str:
    own = _last(_BACKGROUND, style)
    return inherited if own is None or own in _CLEAR else own


def _last(pattern: re.Pattern[str], style: str) -> str | None:
    found = pattern.findall(style)
    return re.sub(r"\s", "", found[-1]) if found else None


def _same(colour: str, background: str) -> bool:
    return colour == background or (colour in _WHITE and background in _WHITE)
