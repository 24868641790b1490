"""Comments below a table, notes on signs for missing values, white verdicts, lone age groups."""

from __future__ import annotations

from dataclasses import replace

from table_pictures import drafts, finished

from plansvar.domain import BlockKind, Colour, Document, Mark, MarkSource, Swatch
from plansvar.extraction.extract import extract
from plansvar.reading.building import Builder, PageDraft, Piece

GOAL = """Indikator | Utfall 2023 | Mål 2023
Behöriga till gymnasiet, % | 81,6 | minst 88
Besök på fritidsgården | e.u. | 320"""
GOALS = """Kommunmål | Bedömning
Alla klarar skolan | {röd}
Barnen har en fritid | {grön}
Orten är trygg | """


def _page(*parts: tuple[BlockKind | None, str]) -> Document:
    """A page of blocks; a table is one without a kind."""
    builder = Builder([PageDraft(1, number=1)])
    caption = None
    for kind, text in parts:
        if kind is None:
            builder.add_table(drafts(text), 1, caption)
            continue
        span = builder.add(kind, [Piece(text)])
        caption = span if kind is BlockKind.CAPTION else None
    return finished(builder, 2023)


def test_a_comment_below_is_on_the_goal_and_on_the_row_it_names() -> None:
    document = _page(
        (None, GOALS),
        (BlockKind.CAPTION, "Alla klarar skolan"),
        (None, GOAL),
        (BlockKind.PARAGRAPH, "Kommentar. Behörigheten sjönk när tre lärare slutade."),
    )
    said = {row.name: row.comment for row in extract(document).indicators}
    assert said["Alla klarar skolan"] == "Behörigheten sjönk när tre lärare slutade."
    assert said["Behöriga till gymnasiet, %"] == "Behörigheten sjönk när tre lärare slutade."
    assert said["Besök på fritidsgården"] is None


def test_a_sign_has_what_explains_it_as_its_note() -> None:
    note = "e.u. = ej uppgift. Räkneverket var trasigt hela våren."
    document = _page((None, GOAL), (BlockKind.PARAGRAPH, note))
    found = [o for row in extract(document).indicators for o in row.observations if o.note]
    assert [(o.raw, o.note) for o in found] == [
        ("e.u.", "ej uppgift. Räkneverket var trasigt hela våren.")
    ]


def test_a_footnote_further_down_the_page_is_on_its_value() -> None:
    document = _page(
        (None, GOAL.replace("e.u.", "–¹")),
        (BlockKind.HEADING, "Nästa mål"),
        (BlockKind.PARAGRAPH, "Text om nästa mål."),
        (BlockKind.PARAGRAPH, "¹ Enkäten görs vartannat år."),
    )
    found = [o.note for row in extract(document).indicators for o in row.observations if o.note]
    assert found == ["Enkäten görs vartannat år."]


def test_white_is_a_verdict_where_the_key_says_what_it_stands_for() -> None:
    document = _page(
        (None, GOALS), *((BlockKind.NOTE, said) for said in ("nås", "nås ej", "vet ej"))
    )
    key = zip(("nås", "nås ej", "vet ej"), (Colour.GREEN, Colour.RED, Colour.WHITE), strict=True)
    notes = {document.quote(b.span): b.span for b in document.blocks}
    swatches = tuple(Swatch(Mark(MarkSource.PICTURE, c), notes[said]) for said, c in key)
    keyed = extract(replace(document, keys=(swatches,))).indicators
    assert [(a.value, a.meaning) for a in keyed[2].assessments] == [("vit", "vet ej")]
    assert all(
        row.name != "Orten är trygg" or not row.assessments for row in extract(document).indicators
    )


def test_a_lone_age_group_is_a_row_of_its_own() -> None:
    picture = (
        "Grupp | 2024 | 2025\nElever | 900 | 880\n80 år och äldre | 461 | 517\nLärare | 90 | 91"
    )
    names = [row.name for row in extract(_page((None, picture))).indicators]
    assert any("80 år och äldre" in name for name in names)
