"""The style sheet of a web page, as far as it can be followed without a browser."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMPOUND = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+)*)")
_MOST = 5_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Compound:
    """One step of a selector: "td.klass#id"."""

    tag: str
    classes: frozenset[str]
    identity: str

    def fits(self, element: Any) -> bool:
        tag = element.tag if isinstance(element.tag, str) else ""
        if (self.tag and self.tag != tag) or (self.identity and element.get("id") != self.identity):
            return False
        return self.classes <= set((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for what fits the last step within what fits those before it."""

    steps: tuple[Compound, ...]
    declarations: str
    weight: tuple[int, int, int]
    order: int

    def fits(self, element: Any) -> bool:
        if not self.steps[-1].fits(element):
            return False
        above = element
        for step in reversed(self.steps[:-1]):
            above = _ancestor(above, step)
            if above is None:
                return False
        return True


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Rules by the class, the identity or the element that their last step names."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)

    def style_of(self, element: Any) -> str:
        """All declarations that apply to the element, those that count more last."""
        tag = element.tag if isinstance(element.tag, str) else ""
        names = [f".{name}" for name in (element.get("class") or "").split()[:20]]
        keys = [tag, "", *names, f"#{element.get('id') or ''}"]
        found = [rule for key in keys for rule in self.rules.get(key, ()) if rule.fits(element)]
        found.sort(key=lambda rule: (rule.weight, rule.order))
        return ";".join(
            [*(rule.declarations for rule in found), element.get("style") or ""]
        ).lower()


def style_sheet(texts: list[str]) -> StyleSheet:
    """The rules of a page's style elements; those for print, for small screens and for states
    are left."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    count = 0
    for text in texts:
        plain = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        plain = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", plain)
        for selectors, declarations in _RULE.findall(plain):
            for selector in selectors.split(","):
                rule = _rule(selector.strip(), declarations, count)
                if rule is not None and count < _MOST:
                    rules[_key(rule.steps[-1])].append(rule)
                    count += 1
    return StyleSheet(dict(rules))


def _rule(selector: str, declarations: str, order: int) -> Rule | None:
    steps = []
    for part in re.sub(r"\s*>\s*", " ", selector).split():
        found = _COMPOUND.fullmatch(part)
        if found is None:
            return None
        names = re.findall(r"[.#][\w-]+", found[2])
        classes = frozenset(name[1:] for name in names if name[0] == ".")
        identity = next((name[1:] for name in names if name[0] == "#"), "")
        tag = "" if found[1] in (None, "*") else found[1].lower()
        steps.append(Compound(tag, classes, identity))
    if not 0 < len(steps) <= 8:
        return None
    weight = (
        sum(bool(step.identity) for step in steps),
        sum(len(step.classes) for step in steps),
        sum(bool(step.tag) for step in steps),
    )
    return Rule(tuple(steps), declarations, weight, order)


def _key(step: Compound) -> str:
    if step.identity:
        return f"#{step.identity}"
    return f".{min(step.classes)}" if step.classes else step.tag


def _ancestor(element: Any, step: Compound) -> Any:
    above = element.getparent()
    for _ in range(_DEEPEST):
        if above is None or step.fits(above):
            return above
        above = above.getparent()
    return None
