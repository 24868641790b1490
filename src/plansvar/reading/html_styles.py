"""The style sheet of a web page, as far as it can be followed without a browser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plansvar.reading.html_css import rules_in, variables_in, with_variables

_COMPOUND = re.compile(r"([\w-]+|\*)?((?:[.#][\w-]+|\[[^\[\]]*\])*)")
_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)\s*(?:([~^$*|]?)=\s*[\"']?([^\"'\]]*)[\"']?\s*i?\s*)?\]")
_PSEUDO = re.compile(r"::?(before|after)$")
_ROOTS = frozenset({":root", "html", "body", "*"})
_MOST = 5_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Compound:
    """One step of a selector: "td.klass#id[data-status=ok]"."""

    tag: str
    classes: frozenset[str]
    identity: str
    attributes: tuple[tuple[str, str, str], ...] = ()

    def fits(self, element: Any) -> bool:
        tag = element.tag if isinstance(element.tag, str) else ""
        if (self.tag and self.tag != tag) or (self.identity and element.get("id") != self.identity):
            return False
        if not all(_has(element, *each) for each in self.attributes):
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
    """Rules by the class, the identity or the element that their last step names; `signs` are
    those for what a sheet puts before or after an element, `variables` its custom properties."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    signs: dict[tuple[str, str], list[Rule]] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def style_of(self, element: Any) -> str:
        """All declarations that apply to the element, those that count more last."""
        found = self._fitting(element, self.rules)
        return self._joined([*found, element.get("style") or ""])

    def mentions(self, word: str) -> bool:
        """Whether any rule has a word in its declarations."""
        return any(word in rule.declarations for rules in self.rules.values() for rule in rules)

    def sign_of(self, element: Any, side: str) -> str:
        """The declarations for what the sheet puts "before" or "after" the element."""
        if not self.signs:
            return ""
        rules = {key: rules for (where, key), rules in self.signs.items() if where == side}
        return self._joined(self._fitting(element, rules))

    def _fitting(self, element: Any, rules: Mapping[str, list[Rule]]) -> list[str]:
        tag = element.tag if isinstance(element.tag, str) else ""
        names = [f".{name}" for name in (element.get("class") or "").split()[:20]]
        keys = [tag, "", *names, f"#{element.get('id') or ''}"]
        found = [rule for key in keys for rule in rules.get(key, ()) if rule.fits(element)]
        found.sort(key=lambda rule: (rule.weight, rule.order))
        return [rule.declarations for rule in found]

    def _joined(self, declarations: list[str]) -> str:
        return with_variables(";".join(declarations), self.variables).lower()


def style_sheet(texts: list[str]) -> StyleSheet:
    """The rules of a page's style elements that hold on a wide screen; those for states are
    left."""
    sheet = StyleSheet(defaultdict(list), defaultdict(list))
    count = 0
    for selectors, declarations in (rule for text in texts for rule in rules_in(text)):
        for selector in (each.strip() for each in selectors.split(",")):
            if selector in _ROOTS:
                sheet.variables.update(variables_in(declarations))
            pseudo = _PSEUDO.search(selector)
            rule = _rule(_PSEUDO.sub("", selector) or "*", declarations, count)
            if rule is None or count >= _MOST:
                continue
            count += 1
            key = _key(rule.steps[-1])
            if pseudo:
                sheet.signs.setdefault((pseudo[1], key), []).append(rule)
            else:
                sheet.rules.setdefault(key, []).append(rule)
    return sheet


def _rule(selector: str, declarations: str, order: int) -> Rule | None:
    steps = []
    for part in re.sub(r"\s*>\s*", " ", selector).split():
        found = _COMPOUND.fullmatch(part)
        if found is None:
            return None
        attributes = tuple(_ATTRIBUTE.findall(found[2]))
        names = re.findall(r"[.#][\w-]+", _ATTRIBUTE.sub("", found[2]))
        classes = frozenset(name[1:] for name in names if name[0] == ".")
        identity = next((name[1:] for name in names if name[0] == "#"), "")
        tag = "" if found[1] in (None, "*") else found[1].lower()
        steps.append(Compound(tag, classes, identity, attributes))
    if not 0 < len(steps) <= 8:
        return None
    weight = (
        sum(bool(step.identity) for step in steps),
        sum(len(step.classes) + len(step.attributes) for step in steps),
        sum(bool(step.tag) for step in steps),
    )
    return Rule(tuple(steps), declarations, weight, order)


def _key(step: Compound) -> str:
    if step.identity:
        return f"#{step.identity}"
    return f".{min(step.classes)}" if step.classes else step.tag


def _has(element: Any, name: str, kind: str, value: str) -> bool:
    """Whether an element has an attribute, with a value where one is asked for."""
    own = element.get(name.lower())
    if own is None or not (kind or value):
        return own is not None
    fits = {
        "": own == value,
        "~": value in own.split(),
        "^": own.startswith(value),
        "$": own.endswith(value),
        "*": value in own,
        "|": own == value or own.startswith(f"{value}-"),
    }
    return bool(value) and fits[kind]


def _ancestor(element: Any, step: Compound) -> Any:
    above = element.getparent()
    for _ in range(_DEEPEST):
        if above is None or step.fits(above):
            return above
        above = above.getparent()
    return None
