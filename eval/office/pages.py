"""Web pages marked by classes, pictures, drawn signs and icons."""

from __future__ import annotations

import base64
from pathlib import Path

from eval.office.pictures import arrow, disc
from eval.office.truth import DARK, HEADS, ROWS, VALUES, Row


def page_classes(path: Path) -> list[Row]:
    """Classes in a style element, some with descendants; striped rows."""
    css = (
        ".kpi td.ok{background:#5cb85c}"
        ".kpi td.obs{background-color:rgb(240,173,78)}"
        "td .fel{color:#d9534f}"
        ".kpi tr.alt{background:#f5f5f5}"
        "th{background:#003366;color:#fff}"
    )
    cells = {
        "grön": '<td class="ok"></td>',
        "gul": '<td class="obs"></td>',
        "röd": '<td><span class="fel">●</span></td>',
        None: "<td></td>",
    }
    entities = {"upp": "&uarr;", "ned": "&darr;", "oförändrad": "&rarr;", None: ""}
    return _page(path, css, lambda n, c, t: cells[c] + f"<td>{entities[t]}</td>")


def page_pictures(path: Path) -> list[Row]:
    """Pictures in the page and beside it."""
    folder = path.parent / f"{path.stem}_bilder"
    folder.mkdir(exist_ok=True)

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        first = second = ""
        if colour:
            encoded = base64.b64encode(disc(DARK[colour], "PNG")).decode()
            first = (
                f'<img width="16" height="16" alt="{colour}" src="data:image/png;base64,{encoded}">'
            )
        if trend:
            (folder / f"{n}.png").write_bytes(arrow(trend, "005EA5"))
            second = f'<img src="{folder.name}/{n}.png" width="16" height="16" alt="">'
        return f"<td>{first}</td><td>{second}</td>"

    return _page(path, "", cells)


def page_vectors(path: Path) -> list[Row]:
    """Signs drawn in the page (SVG)."""
    turns = {"upp": -90, "ned": 90, "oförändrad": 0}

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        disc_ = (
            f'<svg><circle cx="7" cy="7" r="6" style="fill:#{DARK[colour]}"/></svg>'
            if colour
            else ""
        )
        arrow_ = (
            f'<svg><g transform="rotate({turns[trend]} 12 12)">'
            '<path d="M4 9h8V4l8 8-8 8v-5H4z"/></g></svg>'
            if trend
            else ""
        )
        return f"<td>{disc_}</td><td>{arrow_}</td>"

    return _page(path, "", cells)


def page_icons(path: Path) -> list[Row]:
    """Classes of an icon font; links with arrows that say nothing."""
    colours = {"grön": "icon-green", "gul": "status--yellow", "röd": "dot dot-red"}
    words = {"upp": "fa-arrow-up", "ned": "fa-arrow-down", "oförändrad": "fa-arrow-right"}

    def cells(n: int, colour: str | None, trend: str | None) -> str:
        first = (
            f'<i class="{colours[colour]}"></i>'
            if colour
            else '<a href="#">Läs mer <i class="fa fa-arrow-right"></i></a>'
        )
        second = f'<i class="fa {words[trend]}"></i>' if trend else ""
        return f"<td>{first}</td><td>{second}</td>"

    return _page(path, "a{color:#0066cc}", cells)


def _page(path, css: str, cells) -> list[Row]:  # type: ignore[no-untyped-def]
    rows = "".join(
        f"<tr{' class=alt' if n % 2 else ''}><td>{label}</td>"
        + "".join(f"<td>{value}</td>" for value in VALUES[n])
        + cells(n, colour, trend)
        + "</tr>"
        for n, (label, colour, trend) in enumerate(ROWS)
    )
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    page = (
        "<!DOCTYPE html><html><head><meta charset=utf-8>"
        f"<style>{css}</style></head>"
        "<body><h1>Mål</h1>"
        f"<table class=kpi><tr>{heads}</tr>{rows}</table></body></html>"
    )
    path.write_text(page, "utf-8")
    return ROWS
