"""Word tables to be marked, and how marks get into their cells."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from eval.office.truth import HEADS, ROWS, VALUES, Row

W = nsdecls("w")


def word(path, mark, head=None, heads=HEADS, prepare=None) -> list[Row]:  # type: ignore[no-untyped-def]
    document = docx.Document()
    if prepare:
        prepare(document)
    document.add_heading("Uppföljning av mål", 1)
    table = document.add_table(1, 6)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
        if head:
            shade(cell, head)
    for number, (label, colour, trend) in enumerate(ROWS):
        row = table.add_row()
        for cell, text in zip(row.cells, (label, *VALUES[number]), strict=False):
            cell.text = text
        mark(row, number, colour, trend)
    document.save(str(path))
    return ROWS


def shade(cell, fill: str) -> None:  # type: ignore[no-untyped-def]
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(f"{{{properties.nsmap['w']}}}shd"):
        properties.remove(old)
    properties.append(parse_xml(f'<w:shd {W} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def colour_text(cell, colour: str) -> None:  # type: ignore[no-untyped-def]
    for run in cell.paragraphs[0].runs:
        run.font.color.rgb = RGBColor.from_string(colour)


def add_picture(cell, data: bytes, alt: str) -> None:  # type: ignore[no-untyped-def]
    run = cell.paragraphs[0].add_run()
    picture = run.add_picture(io.BytesIO(data), height=Pt(12))
    picture._inline.docPr.set("descr", alt)


def add_shape(cell, preset: str, fill: str, turn: int) -> None:  # type: ignore[no-untyped-def]
    spaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    xml = (
        f'<mc:AlternateContent {spaces} {nsdecls("w", "a")}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="180000" cy="180000"/>'
        '<wp:docPr id="7" name="Form"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm rot="{turn % 360 * 60000}"><a:off x="0" y="0"/>'
        f'<a:ext cx="180000" cy="180000"/></a:xfrm><a:prstGeom prst="{preset}"><a:avLst/>'
        f"</a:prstGeom><a:solidFill>{fill}</a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>"
    )
    cell.paragraphs[0].add_run()._r.append(parse_xml(xml))


def add_vml(cell, shape: str) -> None:  # type: ignore[no-untyped-def]
    xml = f'<w:pict {W} xmlns:v="urn:schemas-microsoft-com:vml">{shape}</w:pict>'
    cell.paragraphs[0].add_run()._r.append(parse_xml(xml))
