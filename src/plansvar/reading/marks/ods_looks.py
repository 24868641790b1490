"""What is seen in the cells of an OpenDocument sheet: styles, shapes, conditional formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from plansvar.domain import GapKind
from plansvar.reading.marks.looks import BLANK, Look, Rgb
from plansvar.reading.marks.ods_rules import Format, formats_of, mapped_formats
from plansvar.reading.marks.odt_looks import STYLE, TABLE, TEXT, OdtLooks
from plansvar.reading.marks.safety import careful
from plansvar.reading.marks.xlsx_looks import SheetLooks
from plansvar.reading.marks.xlsx_rules import Rules
from plansvar.reading.marks.xlsx_values import UnclearError, Value
from plansvar.reading.ods_cells import OdsCell, OdsGrid

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(slots=True)
class OdsLooks(OdtLooks):
    """Looks at the sheets of one OpenDocument spreadsheet."""

    def learn(self, root: Any) -> None:
        """Take in the styles of a part, also by the names that rules call them by."""
        OdtLooks.learn(self, root)
        for style in root.iter(f"{STYLE}style"):
            shown = style.get(f"{STYLE}display-name")
            if shown:
                self.styles.setdefault((style.get(f"{STYLE}family") or "", shown), style)

    def is_hidden(self, table: Any) -> bool:
        """Whether a sheet is not shown."""
        style = table.get(f"{TABLE}style-name") or ""
        shown = self.of_style("table", style, "table-properties", f"{TABLE}display")
        return shown == "false"

    @careful(SheetLooks)
    def sheet(self, table: Any, grid: OdsGrid) -> SheetLooks:
        """What is seen on a sheet, its conditional formats evaluated."""
        found = SheetLooks()
        for cell in grid.cells:
            look = self.look(cell.element, cell.style)
            if look != BLANK:
                found.looks[cell.place] = look
        rules = self._rules(table, grid)
        for place, effect in rules.effects.items():
            look = found.looks.get(place, BLANK)
            found.looks[place] = replace(
                look,
                fill=effect.fill or look.fill,
                runs=tuple(replace(run, colour=effect.colour or run.colour) for run in look.runs),
                icons=(effect.icon,) if effect.icon else (),
                ruled=effect.scaled and effect.fill is not None,
            )
            found.bare |= {place} if effect.bare else set()
        return found

    def _rules(self, table: Any, grid: OdsGrid) -> Rules:
        palette: Any = _Colours(self)
        rules = Rules(palette, {cell.place: _value(cell) for cell in grid.cells})
        formats = formats_of(table) or mapped_formats(grid, self.styles)
        rules.apply([each for each in formats if each.rules])
        for each in formats:
            self._icons(rules, each)
        name = table.get(f"{TABLE}name") or ""
        for area in rules.unclear:
            self.reader.report("condition", GapKind.LIMIT, sheet=name, area=area[:60])
        return rules

    def _icons(self, rules: Rules, each: Format) -> None:
        try:
            for icons in each.icons:
                rules.icons(each.sqref.ranges, icons)
        except (UnclearError, ValueError, TypeError):
            rules.unclear.append(str(each.sqref))


@dataclass(frozen=True, slots=True)
class _Colours:
    """The colours that rules give: of a style by its name, or as they are."""

    looks: OdsLooks

    def rule_fill(self, style: str) -> Rgb | None:
        return self._seen(style).fill

    def rgb(self, colour: Rgb | str | None) -> Rgb | None:
        if not isinstance(colour, str):
            return colour
        runs = self._seen(colour).runs
        return runs[0].colour if runs else None

    def _seen(self, style: str) -> Look:
        cell = etree.Element(f"{TABLE}table-cell")
        cell.set(f"{TABLE}style-name", style)
        etree.SubElement(cell, f"{TEXT}p").text = "x"
        seen: Look = self.looks.look(cell)
        return seen


def _value(cell: OdsCell) -> Value:
    """The value that rules compare."""
    kind = cell.element.get(f"{_OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return float(cell.element.get(f"{_OFFICE}value") or "nan")
    if kind == "date":
        return str(cell.element.get(f"{_OFFICE}date-value") or "")
    return " ".join("".join(p.itertext()) for p in cell.element.iter(f"{TEXT}p")) or None
