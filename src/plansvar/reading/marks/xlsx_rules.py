"""Conditional formats of a sheet, evaluated: fills, text colours, icons and bars by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from plansvar.domain import Colour, Trend
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.marks.looks import Icon, Rgb
from plansvar.reading.marks.rgb import mixed
from plansvar.reading.marks.xlsx_colours import Palette
from plansvar.reading.marks.xlsx_values import (
    Place,
    UnclearError,
    Value,
    Values,
    compared,
    holds,
    is_banding,
    operand,
    plain,
    threshold,
)

_TEXT_RULES = ("containsText", "notContainsText", "beginsWith", "endsWith")
_MOST_RULES = 2_000


@dataclass(frozen=True, slots=True)
class Effect:
    """What rules make of a cell. `scaled` is true where the fill is a place on a scale of colours,
    `bare` where the value itself is hidden."""

    fill: Rgb | None = None
    colour: Rgb | None = None
    icon: Icon | None = None
    scaled: bool = False
    bare: bool = False


@dataclass(slots=True)
class Rules:
    """The rules of one sheet evaluated for all its cells; `unclear` holds the ranges of those
    that could not be."""

    palette: Palette
    values: Values
    effects: dict[Place, Effect] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)
    _stopped: set[Place] = field(default_factory=set)

    def apply(self, formats: Any) -> None:
        """Apply the conditional formats of a sheet, the most important first."""
        rules = [(cf.sqref, rule) for cf in formats for rule in cf.rules]
        rules.sort(key=lambda pair: pair[1].priority or 0)
        for area, rule in rules[:_MOST_RULES]:
            try:
                self._rule(list(area.ranges), rule)
            except (UnclearError, ValueError, TypeError, KeyError, AttributeError, IndexError):
                self.unclear.append(str(area))

    def icons(self, ranges: Sequence[Any], shape: IconRule) -> None:
        """Apply an icon set to ranges. Raises UnclearError when its thresholds cannot be told."""
        numbers = self._numbers(ranges)
        if not numbers:
            return
        icons = _icons(shape.name)
        limits = [threshold(kind, value, list(numbers.values())) for kind, value, _ in shape.steps]
        if len(limits) != len(icons):
            raise UnclearError(shape.name)
        for place, number in numbers.items():
            step = 0
            for i, (limit, (_, _, inclusive)) in enumerate(zip(limits, shape.steps, strict=True)):
                if i and (number >= limit if inclusive else number > limit):
                    step = i
            icon = icons[len(icons) - 1 - step] if shape.reverse else icons[step]
            self._add(place, Effect(icon=icon, bare=shape.bare))

    def _rule(self, ranges: Sequence[Any], rule: Any) -> None:
        if rule.type == "iconSet":
            self.icons(ranges, _icon_rule(rule.iconSet))
        elif rule.type == "colorScale":
            self._scale(ranges, rule.colorScale)
        elif rule.type == "dataBar":
            self._bars(ranges, rule.dataBar)
        else:
            self._test(ranges, rule)

    def _test(self, ranges: Sequence[Any], rule: Any) -> None:
        """A rule that formats the cells for which something is true."""
        if rule.dxf is None or (rule.type == "expression" and is_banding(str(rule.formula[0]))):
            return
        fill = self.palette.rule_fill(rule.dxf.fill)
        font = rule.dxf.font
        effect = Effect(fill, self.palette.rgb(font.color) if font is not None else None)
        if effect == Effect():
            return
        origin = (min(a.min_row for a in ranges), min(a.min_col for a in ranges))
        true = partial(_is_true, rule, self.values, origin)
        for place in [place for place in self._places(ranges) if true(place)]:
            self._add(place, effect)
            if rule.stopIfTrue:
                self._stopped.add(place)

    def _scale(self, ranges: Sequence[Any], scale: Any) -> None:
        numbers = self._numbers(ranges)
        colours = [self.palette.rgb(colour) for colour in scale.color]
        if not numbers or None in colours:
            return
        known = list(numbers.values())
        limits = [threshold(step.type, step.val, known) for step in scale.cfvo]
        for place, number in numbers.items():
            fill = _between(number, limits, [c for c in colours if c is not None])
            self._add(place, Effect(fill, scaled=True))

    def _bars(self, ranges: Sequence[Any], bar: Any) -> None:
        """Bars whose ends are given as numbers; others show a rank among the cells."""
        numbers = self._numbers(ranges)
        bare = bar.showValue is False
        fixed = all(step.type == "num" for step in bar.cfvo)
        limits = [threshold(s.type, s.val, list(numbers.values())) for s in bar.cfvo if fixed]
        for place, number in numbers.items():
            share = None
            if len(limits) == 2 and limits[1] > limits[0]:
                share = round(min(1.0, max(0.0, (number - limits[0]) / (limits[1] - limits[0]))), 3)
            icon = Icon(share=share) if share is not None else None
            if icon or bare:
                self._add(place, Effect(icon=icon, bare=bare))

    def _add(self, place: Place, effect: Effect) -> None:
        if place in self._stopped:
            return
        old = self.effects.get(place, Effect())
        self.effects[place] = Effect(
            old.fill or effect.fill,
            old.colour or effect.colour,
            old.icon or effect.icon,
            old.scaled if old.fill else effect.scaled,
            old.bare or effect.bare,
        )

    def _numbers(self, ranges: Sequence[Any]) -> dict[Place, float]:
        found = ((place, plain(self.values[place])) for place in self._places(ranges))
        return {place: value for place, value in found if isinstance(value, float)}

    def _places(self, ranges: Sequence[Any]) -> Iterator[Place]:
        """The filled cells of some ranges; a range may be whole columns."""
        for place in self.values:
            row, column = place
            if any(
                a.min_row <= row <= a.max_row and a.min_col <= column <= a.max_col for a in ranges
            ):
                yield place


@dataclass(frozen=True, slots=True)
class IconRule:
    """An icon set: its name, its steps (kind, value, whether the value itself belongs above)."""

    name: str
    steps: tuple[tuple[str, Any, bool], ...]
    reverse: bool = False
    bare: bool = False


def _icon_rule(icons: Any) -> IconRule:
    steps = tuple((step.type, step.val, step.gte is not False) for step in icons.cfvo)
    name = icons.iconSet or "3TrafficLights1"
    return IconRule(name, steps, bool(icons.reverse), icons.showValue is False)


def _icons(name: str) -> list[Icon]:
    known = vocabulary("marks")["icon_sets"].get(name)
    if known is None:
        raise UnclearError(name)
    return [
        Icon(Colour(colour) if colour else None, Trend(trend) if trend else None, raw or None)
        for colour, trend, raw in known
    ]


def _is_true(rule: Any, values: Values, origin: Place, place: Place) -> bool:
    value = plain(values.get(place))
    if rule.type == "cellIs":
        bounds = [operand(formula, values, origin, place) for formula in rule.formula]
        return _cell_is(value, rule.operator, bounds)
    if rule.type == "expression":
        return holds(str(rule.formula[0]), values, origin, place)
    if rule.type in _TEXT_RULES and rule.text:
        return _text_is(value, rule.type, rule.text)
    if rule.type in ("containsBlanks", "notContainsBlanks"):
        return (value in (None, "")) is bool(rule.type == "containsBlanks")
    raise UnclearError(str(rule.type))


def _cell_is(value: Value, name: str, bounds: list[Value]) -> bool:
    if name in ("between", "notBetween"):
        low, high = bounds
        inside = compared(value, ">=", low) and compared(value, "<=", high)
        return inside if name == "between" else isinstance(value, float) and not inside
    return compared(value, name, bounds[0])


def _text_is(value: Value, kind: str, sought: str) -> bool:
    shown = ("" if value is None else str(value)).casefold()
    part = sought.casefold()
    if kind == "beginsWith":
        return shown.startswith(part)
    if kind == "endsWith":
        return shown.endswith(part)
    return (part in shown) == (kind == "containsText")


def _between(number: float, limits: list[float], colours: list[Rgb]) -> Rgb:
    for i in range(len(limits) - 1):
        if number <= limits[i + 1] or i == len(limits) - 2:
            width = limits[i + 1] - limits[i]
            share = (number - limits[i]) / width if width else 1.0
            return mixed(colours[i + 1], colours[i], min(1.0, max(0.0, share)))
    return colours[-1]
