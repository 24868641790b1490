"""Writes small OpenDocument spreadsheets for the tests of their reader."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from plansvar.domain import Document
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{NAMES}{name}"'
    for short, name in (
        ("o", "office:1.0"), ("t", "text:1.0"), ("b", "table:1.0"), ("s", "style:1.0"),
        ("fo", "xsl-fo-compatible:1.0"), ("d", "drawing:1.0"), ("svg", "svg-compatible:1.0"),
    )
) + ' xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
HEADS = ("Mått", "Utfall 2024", "Mål 2025", "Bedömning")


def style(name: str, fill: str, more: str = "", shown: str = "") -> str:
    named = f' s:display-name="{shown}"' if shown else ""
    return (
        f'<s:style s:name="{name}"{named} s:family="table-cell"><s:table-cell-properties '
        f'fo:background-color="{fill}"/>{more}</s:style>'
    )


STYLES = (
    style("g", "#00b050")
    + style("r", "#ff0000")
    + style("y", "#ffc000")
    + style("Dålig_20_rad", "#ff0000", shown="Dålig rad")
    + '<s:style s:name="dold" s:family="table"><s:table-properties b:display="false"/></s:style>'
    + '<s:style s:name="w" s:family="table-cell"><s:text-properties s:font-name="Wingdings"/>'
    "</s:style>"
)


def cell(shown: object = "", look: str = "", **attributes: object) -> str:
    """A cell; a number is written with its value, as a program would."""
    number = isinstance(shown, (int, float))
    given = f' o:value-type="float" o:value="{shown}"' if number else ""
    given += "".join(f' {key.replace("_", ":", 1).replace("_", "-")}="{value}"'
                     for key, value in attributes.items())  # fmt: skip
    given += f' b:style-name="{look}"' if look else ""
    text = f"<t:p>{shown}</t:p>" if shown != "" else ""
    return f"<b:table-cell{given}>{text}</b:table-cell>"


def row(*cells: object, more: str = "") -> str:
    written = (each if str(each).startswith("<b:") else cell(each) for each in cells)
    return f"<b:table-row{more}>{''.join(written)}</b:table-row>"


def sheet(*rows: str, name: str = "Mål", look: str = "", before: str = "", after: str = "") -> str:
    return (
        f'<b:table b:name="{name}" b:style-name="{look}">{before}{"".join(rows)}{after}</b:table>'
    )


def opened(tmp_path: Path, *sheets: str, styles: str = STYLES) -> Document:
    content = (
        f"<o:document-content {SPACES}><o:automatic-styles>{styles}</o:automatic-styles><o:body>"
        f"<o:spreadsheet>{''.join(sheets)}</o:spreadsheet></o:body></o:document-content>"
    )
    return saved(tmp_path, {"mimetype": MIMETYPE, "content.xml": content})


def saved(tmp_path: Path, parts: dict[str, str]) -> Document:
    path = tmp_path / "a.ods"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    path.write_bytes(stream.getvalue())
    return read(SourceFile(path, path.name))


def typed(shown: str, kind: str, value: str) -> str:
    """A cell of a kind, with its value and what it shows (nothing where that is left out)."""
    key = "o:date-value" if kind == "date" else "o:value"
    text = f"<t:p>{shown}</t:p>" if shown else ""
    return f'<b:table-cell o:value-type="{kind}" {key}="{value}">{text}</b:table-cell>'


def formats(*entries: str) -> str:
    return f"<c:conditional-formats>{''.join(entries)}</c:conditional-formats>"


def rules(*conditions: tuple[str, str], area: str = "D2:Mål.D4") -> str:
    """A conditional format of conditions and the styles that they give."""
    inner = "".join(
        f'<c:condition c:apply-style-name="{name}" c:value="{value}" c:base-cell-address="Mål.D2"/>'
        for value, name in conditions
    )
    return (
        f'<c:conditional-format c:target-range-address="Mål.{area}">{inner}</c:conditional-format>'
    )
