"""Plain text in layouts of our own."""

from __future__ import annotations

from plansvar.domain import BlockKind, Document, FurnitureKind
from plansvar.reading.assembly import assemble
from plansvar.reading.text import read_text


def document(text: str) -> Document:
    return assemble(read_text(text.encode()), "a.txt", "0", "text")


def paths(found: Document) -> list[tuple[str, ...]]:
    return [section.path for section in found.sections]


def rows(found: Document, table: int = 0) -> list[list[str]]:
    grid = found.tables[table]
    return [[c.text for c in grid.cells if c.row == row] for row in range(grid.row_count)]


BODY = "Nämnden ansvarar för skolor och förskolor och följer resultaten varje termin noga.\n"


def test_numbered_headings_give_levels() -> None:
    text = f"Plan 2024\n\n1 Inledning\n\n{BODY}\n1.1 Syfte\n\n{BODY}\n2 Mål\n\n{BODY}"
    assert paths(document(text)) == [
        ("Plan 2024",),
        ("Plan 2024", "1 Inledning"),
        ("Plan 2024", "1 Inledning", "1.1 Syfte"),
        ("Plan 2024", "2 Mål"),
    ]


def test_loud_headings_stand_above_quiet_ones() -> None:
    text = f"Plan 2024\n\nSKOLA\n\nElever\n\n{BODY}\nVÅRD\n\n{BODY}"
    assert paths(document(text))[1:] == [
        ("Plan 2024", "SKOLA"),
        ("Plan 2024", "SKOLA", "Elever"),
        ("Plan 2024", "VÅRD"),
    ]


def test_contents_list_gives_levels_by_indent() -> None:
    listed = "Innehåll\n\nMål ........ 2\n  Skola ........ 3\n  Vård ........ 4\nEkonomi ..... 5\n"
    text = (
        f"Plan 2024\n\n{listed}\nMål\n\n{BODY}\nSkola\n\n{BODY}\nVård\n\n{BODY}\nEkonomi\n\n{BODY}"
    )
    found = document(text)
    assert paths(found) == [("Mål",), ("Mål", "Skola"), ("Mål", "Vård"), ("Ekonomi",)]
    assert any(item.kind is FurnitureKind.CONTENTS for item in found.furniture)
    assert "...." not in found.text


def test_form_feeds_make_pages_and_running_lines_go() -> None:
    text = "\f".join(
        f"Ekvalla kommun 2024\n\nText nummer {n} börjar här.\n\nSida {n} av 3" for n in (1, 2, 3)
    )
    found = document(text)
    assert [(page.number, page.label) for page in found.pages] == [
        (1, "Sida 1 av 3"),
        (2, "Sida 2 av 3"),
        (3, "Sida 3 av 3"),
    ]
    assert "Sida" not in found.text
    assert "Ekvalla" not in found.text
    page = found.page_at(found.text.index("nummer 2"))
    assert page
    assert page.number == 2


def test_page_lines_alone_make_pages() -> None:
    text = f"Plan 2024\n\n{BODY}\n- 1 -\n{BODY}\n- 2 -\n"
    assert [page.number for page in document(text).pages] == [1, 2]


def test_wrapped_lines_are_one_paragraph_and_hyphens_heal() -> None:
    text = "Nämnden arbetar med barn- och ungdomsfrågor i hela kommunens verk-\nsamhet i år.\n"
    assert document(text).text.startswith(
        "Nämnden arbetar med barn- och ungdomsfrågor i hela kommunens verksamhet"
    )


def test_aligned_columns_are_a_table() -> None:
    text = (
        "Mått                 Utfall 2023   Mål 2024\n"
        "Nöjda brukare        81 %          85 %\n"
        "Sjukfrånvaro         6,8 %         Minska\n"
    )
    assert rows(document(text)) == [
        ["Mått", "Utfall 2023", "Mål 2024"],
        ["Nöjda brukare", "81 %", "85 %"],
        ["Sjukfrånvaro", "6,8 %", "Minska"],
    ]
    assert document(text).tables[0].header_rows == 1


def test_a_label_over_two_lines_is_one_label() -> None:
    text = (
        "Mått                 2023   2024\n"
        "Nöjda brukare,       81     84\n"
        "andel i procent\n"
        "Kontinuitet          16     15\n"
    )
    assert [row[0] for row in rows(document(text))] == [
        "Mått",
        "Nöjda brukare, andel i procent",
        "Kontinuitet",
    ]


def test_numbered_headings_need_no_blank_line() -> None:
    text = f"Plan 2024\n\n1. Inledning\n{BODY}2. Mål\nKort text.\n"
    assert [path[-1] for path in paths(document(text))][1:] == ["1. Inledning", "2. Mål"]


def test_bars_make_a_table_and_rules_are_left_out() -> None:
    text = "| Mått | 2023 | 2024 |\n|------|------|------|\n| Elever | 510 | 498 |\n"
    assert rows(document(text)) == [["Mått", "2023", "2024"], ["Elever", "510", "498"]]


def test_lists_and_lead_ins() -> None:
    found = document("Plan 2024\n\nNämnden ska\n- bygga ut\n- städa upp\n  varje vecka\n")
    kinds = [(block.kind, found.quote(block.span)) for block in found.blocks]
    assert kinds[1:] == [
        (BlockKind.PARAGRAPH, "Nämnden ska"),
        (BlockKind.LIST_ITEM, "bygga ut"),
        (BlockKind.LIST_ITEM, "städa upp varje vecka"),
    ]


def test_a_section_named_for_a_unit_belongs_to_it() -> None:
    units = f"Socialnämnden\n\n{BODY}\nByggnadsnämnden\n\nHusen står kvar i år.\n"
    text = f"Årsredovisning 2024\n\n{units}"
    found = document(text)
    part = found.part_at(found.text.index("Husen"))
    assert part
    assert part.organisation == "Byggnadsnämnden"


def pages_of(*texts: str, first: int = 1) -> str:
    filler = " Arbetet fortsätter enligt planen under hösten." * 8
    return "\n\n".join(f"{text}{filler} {n}" for n, text in enumerate(texts, first))


def test_a_transcript_without_contents_has_pages() -> None:
    found = document(
        "Egen plan 2024\n\nAnnan kommuns plan\n\nTranskript:\n\n"
        + pages_of("A ett.", "B två.", "C tre.")
    )
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert "Annan" not in found.text
    page = found.page_at(found.text.index("B två"))
    assert page
    assert page.number == 2


def test_headings_in_running_text_are_found_at_their_pages_only() -> None:
    body = pages_of(
        "Innehåll Mål...2 Skola...2 Ekonomi...3",
        "Mål Skola Eleverna klarar proven. Vi ser inom Ekonomi Att läget är gott.",
        "Ekonomi Utfallet är bra. Mer om Mål Finns ovan.",
    )
    found = document(f"Transkript:\n\n{body}")
    assert [path[-1] for path in paths(found)] == ["Mål", "Skola", "Ekonomi"]
    assert paths(found)[1] == ("Mål", "Skola")
    page = found.page_at(found.sections[-1].span.start)
    assert page
    assert page.number == 3
