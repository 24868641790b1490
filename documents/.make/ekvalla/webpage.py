"""The follow-up page as HTML, with colours in classes."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from ekvalla.facts import facts, title_of
from ekvalla.markup import Block, blocks
from ekvalla.specs import Row, Spec, goal_table
from ekvalla.truth import Truth

_CLASSES = {"grön": "status-gron", "gul": "status-gul", "röd": "status-rod", "grå": "status-gra"}
_ARROWS = {"upp": "↑", "ned": "↓", "oförändrad": "→"}
_STYLE = """
body { font-family: Georgia, serif; max-width: 62rem; margin: 2rem auto; color: #222; }
header { border-bottom: 4px solid #00697a; }
table { border-collapse: collapse; width: 100%; }
th { background: #00697a; color: #fff; text-align: left; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid #ccc; }
.status-gron { background-color: #4a9b3f; }
.status-gul { background-color: #f2c500; }
.status-rod { background-color: #c9281f; }
.status-gra { background-color: #b5b5b5; }
.ruta { display: inline-block; width: 1rem; height: 1rem; }
footer { margin-top: 2rem; font-size: .8rem; }
"""


def make(document: dict[str, Any], path: Path) -> Truth:
    truth = Truth(document["fil"])
    body = "\n".join(_block(block, document, truth) for block in blocks("html", "dr2"))
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title_of(document))}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header><p>Ekvalla kommun (påhittad kommun)</p></header>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{document['rad']}. {facts().footer}</p></footer>\n</body>\n</html>\n",
        encoding="utf-8",
    )
    return truth


def _block(block: Block, document: dict[str, Any], truth: Truth) -> str:
    if block.kind in ("h1", "h2", "h3"):
        return f"<{block.kind}>{escape(block.text)}</{block.kind}>"
    if block.kind == "teckenforklaring":
        return _legend()
    if block.kind == "mal":
        return _table(goal_table(document, list(facts().goals), truth, document["id"]))
    return f"<p>{escape(block.text)}</p>"


def _legend() -> str:
    items = (
        f'<li><span class="ruta {_CLASSES[colour]}"></span> {colour.capitalize()}: {meaning}</li>'
        for colour, meaning in facts().data["bedomningar"].items()
    )
    return "<ul>\n" + "\n".join(items) + "\n</ul>"


def _table(spec: Spec) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in spec.columns)
    rows = "\n".join(_row(row, spec) for row in spec.rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(row: Row, spec: Spec) -> str:
    cells = []
    for text, role in zip(row.cells, spec.roles, strict=True):
        if role == "farg" and row.colour:
            cells.append(f'<td class="{_CLASSES[row.colour]}"></td>')
        else:
            shown = _ARROWS.get(row.arrow or "", "") if role == "pil" else escape(text)
            cells.append(f"<td>{shown}</td>")
    return f"<tr>{''.join(cells)}</tr>"
