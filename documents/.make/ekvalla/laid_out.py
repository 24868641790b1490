"""PDF files laid out by reportlab's platypus: cover, contents, headers, tables, columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus.tableofcontents import TableOfContents

from ekvalla.facts import facts, title_of
from ekvalla.flowables import Heading, picture_reader, scene
from ekvalla.markup import Block, blocks
from ekvalla.pictures import diagram
from ekvalla.specs import Spec, goal_table, money_table, task_table
from ekvalla.styles import text_styles
from ekvalla.tables import legend, table
from ekvalla.themes import Theme, themes
from ekvalla.truth import Truth

_WIDTH, _HEIGHT = A4
_LEFT, _TOP = 62, 74


def make(document: dict[str, Any], path: Path) -> Truth:
    """Writes the file; the truth says what stands in it and where."""
    theme = themes()[document["stil"]]
    truth = Truth(document["fil"])
    pages = 0
    for _ in range(2):
        truth = Truth(document["fil"])
        report = _Report(path, document, theme, pages, truth)
        report.multiBuild(list(_story(document, theme, truth)))
        pages = report.page
    return truth


class _Report(BaseDocTemplate):
    """Numbers pages from the document's own first number and collects headings."""

    def __init__(
        self, path: Path, document: dict[str, Any], theme: Theme, pages: int, truth: Truth
    ) -> None:
        super().__init__(
            str(path),
            pagesize=A4,
            invariant=1,
            title=title_of(document),
            author=facts().data["kommun"]["namn"],
            lang="sv-SE",
        )
        self.data, self.theme, self.pages, self.truth = document, theme, pages, truth
        self.first = document["sida"]
        frame = Frame(_LEFT, 70, _WIDTH - 2 * _LEFT, _HEIGHT - 70 - _TOP, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", frame, onPage=lambda canvas, _: _cover(canvas, self)),
                PageTemplate("body", frame, onPage=lambda canvas, _: _frame(canvas, self)),
            ]
        )

    def beforeDocument(self) -> None:  # noqa: N802
        self.truth.pages.clear()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if not isinstance(flowable, Heading) or flowable.level > 1:
            return
        page = self.page - 1 + self.first
        key = f"r{self.page}-{abs(hash_of(flowable.words))}"
        self.canv.bookmarkPage(key)
        self.notify("TOCEntry", (flowable.level, flowable.words, page, key))
        if self.theme.outline:
            self.canv.addOutlineEntry(flowable.words, key, flowable.level, closed=True)


def hash_of(words: str) -> int:
    """A number for a text, the same in every run."""
    return sum(place * ord(sign) for place, sign in enumerate(words, start=1))


def _cover(canvas: Canvas, report: _Report) -> None:
    theme, data = report.theme, report.data
    canvas.saveState()
    canvas.drawImage(picture_reader(data["bild"]), -190, _HEIGHT - 480, 1034, 480)
    canvas.setFillColor(theme.main)
    canvas.rect(0, 0, _WIDTH, _HEIGHT - 480, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(theme.bold, 25)
    lines = data["titel"].replace(" med ", "\nmed ").split("\n")
    for place, line in enumerate([*lines, "Ekvalla kommun (påhittad kommun)"]):
        canvas.drawString(_LEFT, 270 - 31 * place, line)
    canvas.setFont(theme.font, 11)
    canvas.drawString(_LEFT, 165, data["rad"])
    canvas.drawString(_LEFT, 40, facts().footer)
    canvas.restoreState()


def _frame(canvas: Canvas, report: _Report) -> None:
    theme = report.theme
    canvas.saveState()
    canvas.setFillColor(theme.main)
    canvas.setFont(theme.font, 8)
    canvas.drawString(_LEFT, _HEIGHT - 42, f"Ekvalla kommun  |  {report.data['titel']}")
    canvas.setStrokeColor(theme.main)
    canvas.setLineWidth(0.6)
    canvas.line(_LEFT, _HEIGHT - 48, _WIDTH - _LEFT, _HEIGHT - 48)
    canvas.drawString(_LEFT, 36, facts().footer)
    number = canvas.getPageNumber() - 1 + report.first
    label = theme.page_label.format(page=number, pages=report.pages - 1 + report.first)
    canvas.drawRightString(_WIDTH - _LEFT, 36, label)
    canvas.restoreState()


def _story(document: dict[str, Any], theme: Theme, truth: Truth) -> Iterator[Flowable]:
    styles = text_styles(theme)
    yield NextPageTemplate("body")
    yield PageBreak()
    yield Paragraph("Innehåll", styles["contents"])
    contents = TableOfContents(levelStyles=[styles["toc0"], styles["toc1"]], dotsMinLevel=0)
    yield contents
    yield PageBreak()
    yield from _body(document, theme, truth, styles)


def _body(
    document: dict[str, Any], theme: Theme, truth: Truth, styles: dict[str, ParagraphStyle]
) -> Iterator[Flowable]:
    report = facts().data["rapport"].get(document["id"], document["id"])
    columns: list[Flowable] | None = None
    for block in blocks(document["id"], report):
        if block.kind == "spalter":
            if columns:
                yield _two_columns(columns)
            columns = None if columns else []
            continue
        pieces = list(_pieces(block, document, theme, truth, styles))
        if columns is None:
            yield from pieces
        else:
            columns += pieces


def _two_columns(pieces: list[Flowable]) -> Table:
    """Paragraphs in two columns of about the same height."""
    wide = (_WIDTH - 2 * _LEFT - 18) / 2
    heights = [piece.wrap(wide, _HEIGHT)[1] + piece.getSpaceAfter() for piece in pieces]
    sums = [sum(heights[: n + 1]) for n in range(len(heights))]
    cut = min(range(len(sums)), key=lambda n: abs(2 * sums[n] - sums[-1])) + 1
    made = Table([[pieces[:cut], "", pieces[cut:]]], colWidths=[wide, 18, wide])
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")),
            ]
        )
    )
    return made


def _pieces(
    block: Block,
    document: dict[str, Any],
    theme: Theme,
    truth: Truth,
    styles: dict[str, ParagraphStyle],
) -> Iterator[Flowable]:
    if block.kind in ("h1", "h2", "h3"):
        yield Heading(block.text, styles[block.kind], int(block.kind[1]) - 1)
    elif block.kind == "namnd":
        yield Heading(facts().boards[block.text], styles["h1"], 0)
    elif block.kind == "li":
        yield Paragraph(block.text, styles["li"], bulletText="•")
    elif block.kind in ("p", "not"):
        yield Paragraph(block.text, styles[block.kind])
    elif block.kind == "sida":
        yield PageBreak()
    elif block.kind in ("bild", "diagram"):
        yield from _shown(block, theme, styles)
    else:
        yield from _built(block, document, theme, truth, styles)


def _shown(block: Block, theme: Theme, styles: dict[str, ParagraphStyle]) -> Iterator[Flowable]:
    wide = _WIDTH - 2 * _LEFT
    shown = scene(block.text, wide) if block.kind == "bild" else diagram(block.text, theme)
    yield KeepTogether([Spacer(1, 4), shown, Paragraph(block.caption, styles["caption"])])


def _built(
    block: Block,
    document: dict[str, Any],
    theme: Theme,
    truth: Truth,
    styles: dict[str, ParagraphStyle],
) -> Iterator[Flowable]:
    if block.kind == "teckenforklaring":
        yield legend(theme, styles)
    elif block.kind == "kommentarer":
        yield from _comments(block.text, document, styles)
    else:
        if block.kind == "malplan":
            yield Heading(facts().boards[block.text], styles["h2"], 1)
        spec = _spec(block, document, theme, truth)
        if spec.title:
            yield Paragraph(spec.title, styles["tabletitle"])
        yield table(spec, theme, styles, truth, _WIDTH - 2 * _LEFT)
        yield Spacer(1, 10)


def _spec(block: Block, document: dict[str, Any], theme: Theme, truth: Truth) -> Spec:
    report = facts().data["rapport"].get(document["id"], "")
    if block.kind in ("mal", "malplan"):
        return goal_table(document, facts().goals_of(block.text), truth, document["id"])
    if block.kind == "nyckeltal":
        return goal_table(document, list(facts().figures), truth, "nyckeltal")
    if block.kind == "uppdrag":
        tasks = [task for task in facts().data["uppdrag"] if task["ar"] == document["ar"]]
        return task_table(tasks, report, truth)
    return money_table(block.text or block.kind, theme.minus, truth)


def _comments(
    board: str, document: dict[str, Any], styles: dict[str, ParagraphStyle]
) -> Iterator[Flowable]:
    for goal in facts().goals_of(board):
        comment = goal.said("kommentar", document["id"])
        if comment:
            name = goal.data["kort"]
            yield Paragraph(f"<b>{name[0].upper()}{name[1:]}.</b> {comment}", styles["p"])
