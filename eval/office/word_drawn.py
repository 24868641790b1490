"""Word files marked by pictures and by drawn shapes."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from eval.office.pictures import arrow, bar, disc, lights, sprite
from eval.office.truth import ARROWS, DARK, HEADS, Row
from eval.office.word_building import add_picture, add_shape, add_vml, word


def word_pictures(path: Path) -> list[Row]:
    """Pictures with descriptions, one of which says something else."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            form = ("PNG", "JPEG", "GIF")[number % 3]
            said = "Röd cirkel" if number == 0 else f"{colour} cirkel"
            add_picture(row.cells[4], disc(DARK[colour], form), said)
        if trend:
            add_picture(
                row.cells[5],
                arrow(trend, "444444"),
                f"Pil {trend}åt" if trend != "oförändrad" else "",
            )

    rows = word(path, mark)
    return [(rows[0][0], "?", rows[0][2]), *rows[1:]]


def word_lights(path: Path) -> list[Row]:
    """Traffic lights of three lamps and progress bars."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            add_picture(row.cells[4], lights(colour), "")
        add_picture(row.cells[5], bar(0.2 + number / 10), "")

    rows = word(path, mark, heads=(*HEADS[:5], "Färdiggrad"))
    return [(label, colour, None) for label, colour, _ in rows]


def word_sprites(path: Path) -> list[Row]:
    """One picture of all three discs, cropped to one."""

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            add_picture(row.cells[4], sprite(), "")
            place = ("grön", "gul", "röd").index(colour)
            xml = row.cells[4]._tc.xpath(".//pic:blipFill")[0]
            left, right = place * 33_333, (2 - place) * 33_333
            xml.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} l="{left}" r="{right}"/>'))
        row.cells[5].text = ARROWS[trend]

    return word(path, mark)


def word_shapes(path: Path) -> list[Row]:
    """Drawn ellipses with theme colours and block arrows turned to where they point."""
    schemes = {"grön": "accent3", "gul": "FFC000", "röd": "accent2"}
    turns = {"upp": -45, "ned": 45, "oförändrad": 0}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            name = schemes[colour]
            fill = (
                f'<a:srgbClr val="{name}"/>' if len(name) == 6 else f'<a:schemeClr val="{name}"/>'
            )
            add_shape(row.cells[4], "ellipse", fill, 0)
        if trend:
            add_shape(row.cells[5], "rightArrow", '<a:srgbClr val="404040"/>', turns[trend])

    return word(path, mark)


def word_vml(path: Path) -> list[Row]:
    """Older shapes (VML)."""
    kinds = {"upp": "t68", "ned": "t67", "oförändrad": "t13"}

    def mark(row: docx.table._Row, number: int, colour: str | None, trend: str | None) -> None:
        if colour:
            add_vml(
                row.cells[4],
                f'<v:oval style="width:12pt;height:12pt" fillcolor="#{DARK[colour]}"/>',
            )
        if trend:
            add_vml(
                row.cells[5],
                f'<v:shape type="#_x0000_{kinds[trend]}" style="width:12pt" fillcolor="black"/>',
            )

    return word(path, mark)
