"""What is seen in the cells of a workbook: fills, fonts, rules, shapes and pictures."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.cell_range import MultiCellRange

from plansvar.domain import Gap, GapKind
from plansvar.reading.marks.fonts import signs_of
from plansvar.reading.marks.looks import BLANK, Look, Rgb, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.safety import careful
from plansvar.reading.marks.xlsx_colours import Palette
from plansvar.reading.marks.xlsx_package import Package
from plansvar.reading.marks.xlsx_rules import Rules
from plansvar.reading.marks.xlsx_values import Place, UnclearError
from plansvar.reading.number_formats import section_colour, shown
from plansvar.reading.pdf.colours import SATURATED, classify

_MOST_EMPTY = 20_000


@dataclass(slots=True)
class SheetLooks:
    """What is seen on one sheet, by row and column; `bare` are cells whose value is hidden."""

    looks: dict[Place, Look] = field(default_factory=dict)
    bare: set[Place] = field(default_factory=set)

    def marked(self) -> list[Place]:
        """The cells that show a colour, a shape or an icon."""
        return [place for place, look in self.looks.items() if _stands_out(look)]


@dataclass(slots=True)
class XlsxLooks:
    """Looks at the sheets of one workbook."""

    archive: zipfile.ZipFile
    workbook: Any
    reader: PictureReader = field(default_factory=PictureReader)
    _palette: Palette | None = None
    _package: Package | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self.reader.gaps.values())

    @property
    def palette(self) -> Palette:
        if self._palette is None:
            self._palette = Palette(self.workbook)
        return self._palette

    @careful(SheetLooks)
    def sheet(self, sheet: Any, rich: Any) -> SheetLooks:
        """What is seen on a sheet; `rich` is the same sheet with the runs of its text."""
        if self._package is None:
            self._package = Package(self.archive, self.reader, self.palette.theme)
        rules = self._rules(sheet, self._package)
        laid = self._package.laid_over(sheet)
        found = SheetLooks()
        for place, cell in sheet._cells.items():
            look = self._cell(cell, rich._cells.get(place))
            if look is not BLANK:
                found.looks[place] = look
        for place, effect in rules.effects.items():
            look = found.looks.get(place, BLANK)
            runs = tuple(replace(r, colour=effect.colour or r.colour) for r in look.runs)
            icons = (effect.icon,) if effect.icon else ()
            fill = effect.fill or look.fill
            ruled = effect.scaled and effect.fill is not None
            found.looks[place] = replace(look, fill=fill, runs=runs, icons=icons, ruled=ruled)
            found.bare |= {place} if effect.bare else set()
        for place, things in laid.items():
            look = found.looks.get(place, BLANK)
            found.looks[place] = replace(
                look, forms=tuple(things.forms), pictures=tuple(things.pictures)
            )
        return found

    def _rules(self, sheet: Any, package: Package) -> Rules:
        values = {place: cell.value for place, cell in sheet._cells.items()}
        values |= dict.fromkeys(_empty_under_rules(sheet))
        rules = Rules(self.palette, values)
        rules.apply(sheet.conditional_formatting)
        for area, icons in package.newer_formats(sheet):
            try:
                if icons is None:
                    raise UnclearError(area)
                rules.icons(list(MultiCellRange(area).ranges), icons)
            except (UnclearError, ValueError, TypeError):
                rules.unclear.append(area)
        for area in rules.unclear:
            self.reader.report("condition", GapKind.LIMIT, sheet=sheet.title, area=area[:60])
        return rules

    def _cell(self, cell: Any, rich: Any) -> Look:
        if not cell.has_style and not isinstance(getattr(rich, "value", None), CellRichText):
            return Look(runs=(Run(str(cell.value)),)) if cell.value is not None else BLANK
        runs = self._runs(cell, getattr(rich, "value", None))
        fill = self.palette.fill(cell.fill)
        return Look(fill, runs) if fill is not None or runs else BLANK

    def _runs(self, cell: Any, rich: Any) -> tuple[Run, ...]:
        if cell.value is None:
            return ()
        link = cell.hyperlink is not None
        usual = self.palette.rgb(cell.font.color) if cell.font is not None else None
        face = (cell.font.name or "") if cell.font is not None else ""
        if not isinstance(rich, CellRichText):
            text, colour = self._formatted(cell)
            return (Run(signs_of(text, face), colour or usual, None, link),)
        return tuple(self._rich_run(part, usual, face, link) for part in rich)

    def _formatted(self, cell: Any) -> tuple[str, Rgb | None]:
        """The text of a cell, and the colour that its format gives to a sign; digits in colour
        only tell what is below zero."""
        number_format = cell.number_format or ""
        text = shown(cell.value, number_format)
        signs = text and not any(letter.isalnum() for letter in text)
        colour = section_colour(cell.value, number_format) if signs else None
        return (text, self.palette.named(colour)) if signs else (str(cell.value), None)

    def _rich_run(self, part: Any, usual: Rgb | None, face: str, link: bool) -> Run:
        if not isinstance(part, TextBlock):
            return Run(signs_of(str(part), face), usual, None, link)
        colour = self.palette.rgb(part.font.color) if part.font.color else usual
        return Run(signs_of(part.text or "", part.font.rFont or face), colour, None, link)


def _empty_under_rules(sheet: Any) -> Iterator[Place]:
    """Cells that the file leaves out, beside filled ones, whose looks a rule may give."""
    last_row = max((row for row, _ in sheet._cells), default=0)
    last_column = max((column for _, column in sheet._cells), default=0) + 1
    areas = [area for each in sheet.conditional_formatting for area in each.sqref.ranges]
    found = (
        (row, column)
        for area in areas
        for row in range(area.min_row, min(area.max_row, last_row) + 1)
        for column in range(area.min_col, min(area.max_col, last_column) + 1)
        if (row, column) not in sheet._cells
    )
    return islice(found, _MOST_EMPTY)


def _stands_out(look: Look) -> bool:
    bright = look.fill is not None and classify(look.fill) in SATURATED and not look.ruled
    return bright or bool(look.icons or look.pictures or any(f.fill or f.trend for f in look.forms))
