"""Conditional formats of OpenDocument sheets, in the shape in which rules are evaluated."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import column_index_from_string

from plansvar.reading.marks.looks import Rgb
from plansvar.reading.marks.odt_looks import STYLE
from plansvar.reading.marks.rgb import from_css
from plansvar.reading.marks.xlsx_rules import IconRule
from plansvar.reading.ods_cells import OdsGrid, Place

_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_OPERATORS = {
    ">=": "greaterThanOrEqual", "<=": "lessThanOrEqual", "!=": "notEqual", "<>": "notEqual",
    "=": "equal", ">": "greaterThan", "<": "lessThan",
}  # fmt: skip
_COMPARED = re.compile(r"(>=|<=|!=|<>|=|>|<)\s*(.+)", re.DOTALL)
_CALLED = re.compile(r"([a-z-]+)\s*\((.*)\)", re.DOTALL)
_TEXTS = {
    "contains-text": "containsText", "not-contains-text": "notContainsText",
    "begins-with": "beginsWith", "ends-with": "endsWith",
}  # fmt: skip
_STEPS = {
    "minimum": "min", "maximum": "max", "auto-minimum": "min", "auto-maximum": "max",
    "number": "num",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    min_row: int
    min_col: int
    max_row: int
    max_col: int


@dataclass(frozen=True, slots=True)
class Areas:
    """The cells that a format is for; `name` is as the file writes it."""

    ranges: list[Area]
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class StyleName:
    """The looks that a rule gives, by the name of a style."""

    fill: str

    @property
    def font(self) -> StyleName:
        return self

    @property
    def color(self) -> str:
        return self.fill


@dataclass(frozen=True, slots=True)
class Step:
    """Where an icon, a colour or a bar begins."""

    type: str
    val: str | None


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale of colours, or a bar (without colours)."""

    cfvo: list[Step]
    color: list[Rgb] = field(default_factory=list)
    showValue: bool = True  # noqa: N815


@dataclass(frozen=True, slots=True)
class Condition:
    """One rule; the first of a format that is true counts."""

    type: str
    formula: list[str] = field(default_factory=list)
    operator: str = ""
    text: str = ""
    dxf: StyleName | None = None
    colorScale: Scale | None = None  # noqa: N815
    dataBar: Scale | None = None  # noqa: N815
    stopIfTrue: bool = True  # noqa: N815
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Format:
    """The rules for some cells."""

    sqref: Areas
    rules: list[Condition]
    icons: list[IconRule] = field(default_factory=list)


def formats_of(table: Any) -> list[Format]:
    """The conditional formats that a sheet lists."""
    found = []
    for entry in table.iter(f"{_CALC}conditional-format"):
        address = entry.get(f"{_CALC}target-range-address") or ""
        areas = Areas(list(_areas(address)), address)
        rules = [_scaled(rule) for rule in entry if rule.tag in _SCALED]
        rules += [
            condition(
                rule.get(f"{_CALC}value") or "",
                rule.get(f"{_CALC}apply-style-name") or "",
                number,
            )
            for number, rule in enumerate(entry.findall(f"{_CALC}condition"))
        ]
        icons = [_icon_rule(rule) for rule in entry.findall(f"{_CALC}icon-set")]
        if areas.ranges:
            found.append(Format(areas, rules, icons))
    return found


def mapped_formats(grid: OdsGrid, styles: Mapping[tuple[str, str], Any]) -> list[Format]:
    """The conditional formats that the styles of cells carry, where the sheet lists none."""
    places: dict[str, list[Place]] = defaultdict(list)
    for cell in grid.cells:
        places[cell.style].append(cell.place)
    found = []
    for name, where in places.items():
        style = styles.get(("table-cell", name))
        maps = style.findall(f"{STYLE}map") if style is not None else []
        ranges = [Area(row, column, row, column) for row, column in where]
        rules = [
            condition(
                _bare(each.get(f"{STYLE}condition") or ""),
                each.get(f"{STYLE}apply-style-name") or "",
                number,
                _begins(each, ranges),
            )
            for number, each in enumerate(maps)
        ]
        if rules:
            found.append(Format(Areas(ranges, name), rules))
    return found


def condition(written: str, style: str, priority: int, relative: bool = True) -> Condition:
    """A rule as written; one that is not known has a kind that nothing evaluates. `relative` is
    false where it is unsure from which cell its references count."""
    looks = StyleName(style)
    compared = _COMPARED.fullmatch(written.strip())
    if not relative and "[." in written:
        return Condition("unclear", dxf=looks, priority=priority)
    if compared:
        name = _OPERATORS[compared[1]]
        return Condition("cellIs", [_plain(compared[2])], name, dxf=looks, priority=priority)
    called = _CALLED.fullmatch(written.strip())
    name, inside = (called[1], called[2]) if called else ("unclear", "")
    if name in ("between", "not-between"):
        bounds = [_plain(part) for part in inside.split(",")]
        operator = "between" if name == "between" else "notBetween"
        return Condition("cellIs", bounds, operator, dxf=looks, priority=priority)
    if name == "formula-is":
        return Condition("expression", [_plain(inside)], dxf=looks, priority=priority)
    if name in _TEXTS:
        sought = inside.strip().removeprefix('"').removesuffix('"')
        return Condition(_TEXTS[name], text=sought, dxf=looks, priority=priority)
    return Condition(name, dxf=looks, priority=priority)


_SCALED = (f"{_CALC}color-scale", f"{_CALC}data-bar")


def _scaled(rule: Any) -> Condition:
    steps = [_step(entry) for entry in rule]
    if rule.tag == _SCALED[0]:
        colours = [from_css(entry.get(f"{_CALC}color") or "") for entry in rule]
        known = [colour for colour in colours if colour is not None]
        scale = Scale(steps, known)
        return Condition("colorScale" if len(known) == len(steps) else "unclear", colorScale=scale)
    shown = rule.get(f"{_CALC}show-value") != "false"
    return Condition("dataBar", dataBar=Scale(steps[:2], showValue=shown))


def _icon_rule(rule: Any) -> IconRule:
    name = rule.get(f"{_CALC}icon-set-type") or ""
    steps = tuple(
        (step.type, step.val, entry.get(f"{_CALC}gte") != "false")
        for entry in rule
        for step in (_step(entry),)
    )
    bare = any(e.get(f"{_CALC}show-value") == "false" for e in (rule, *rule))
    return IconRule(name, steps, rule.get(f"{_CALC}reverse") == "true", bare)


def _step(entry: Any) -> Step:
    kind = entry.get(f"{_CALC}type") or ""
    return Step(_STEPS.get(kind, kind), entry.get(f"{_CALC}value"))


def _plain(formula: str) -> str:
    """A formula with its references as "C2"; one to another sheet stays as it is."""
    return re.sub(r"\[\.(\$?[A-Z]{1,3}\$?\d{1,7})\]", r"\1", formula.strip())


def _bare(condition: str) -> str:
    """The condition of a style in the words of the newer ones."""
    plain = condition.replace("cell-content()", "").replace("is-true-formula", "formula-is")
    return plain.replace("cell-content-is-", "").strip()


def _begins(each: Any, ranges: list[Area]) -> bool:
    """Whether references count from the first cell of the ranges."""
    base = _place((each.get(f"{STYLE}base-cell-address") or "").rpartition(".")[2])
    return base == (min(a.min_row for a in ranges), min(a.min_col for a in ranges))


def _areas(address: str) -> Iterator[Area]:
    """The ranges of "Blad1.A1:Blad1.B5 Blad1.C1"; sheet names may be quoted."""
    for part in re.sub(r"'(?:[^']|'')*'", "", address).split():
        corners = [_place(corner.rpartition(".")[2]) for corner in part.split(":")]
        known = [corner for corner in corners if corner is not None]
        if len(known) == len(corners) and 0 < len(known) <= 2:
            (top, left), (bottom, right) = known[0], known[-1]
            yield Area(top, left, bottom, right)


def _place(address: str) -> Place | None:
    found = _ADDRESS.fullmatch(address)
    return (int(found[2]), column_index_from_string(found[1])) if found else None
