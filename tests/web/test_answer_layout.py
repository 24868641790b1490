"""The text of an answer → blocks with their sources."""

from __future__ import annotations

from dataclasses import replace

from plansvar.domain import Answer, AnswerKind, Citation, CitedStatement
from plansvar.web.rendering.layout import Sentence, TableRow, text_blocks


def made(text: str, *statements: CitedStatement, sources: int = 3) -> Answer:
    citations = tuple(
        Citation(n, "a.txt", "A", (), None, None, None, "q", f"a{n}", ())
        for n in range(1, sources + 1)
    )
    return Answer("?", "", text, AnswerKind.PASSAGE, False, statements, citations)


def test_running_text_is_split_into_its_statements() -> None:
    one, two = CitedStatement("Det är sju.", (1, 2)), CitedStatement("Det är åtta.", (3,), "7 + 1")
    (block,) = text_blocks(made("Det är sju. [1] [2] Det är åtta. [3]", one, two))
    assert block.kind == "text"
    assert block.items == (
        (Sentence("Det är sju.", (1, 2)), Sentence("Det är åtta.", (3,), "7 + 1")),
    )


def test_many_sentences_in_a_row_are_a_list_under_their_documents() -> None:
    texts = ("A är sju.", "B är åtta.", "C är nio.", "D är tio.")
    statements = tuple(CitedStatement(t, (n,)) for t, n in zip(texts, (1, 1, 2, 2), strict=True))
    answer = made("A är sju. [1] B är åtta. [1] C är nio. [2] D är tio. [2]", *statements)
    second = replace(answer.citations[1], title="B")
    answer = replace(answer, citations=(answer.citations[0], second, answer.citations[2]))
    blocks = text_blocks(answer)
    assert [(b.kind, b.common, [i[0].text for i in b.items]) for b in blocks] == [
        ("list", "A", list(texts[:2])),
        ("list", "B", list(texts[2:])),
    ]
    both = replace(statements[3], citations=(1, 2))
    blocks = text_blocks(replace(answer, statements=(*statements[:3], both)))
    assert [b.common for b in blocks] == ["A", "B", ""]
    (alone,) = text_blocks(replace(answer, citations=made("").citations))
    assert [item[0].sources for item in alone.items] == [(1,), (1,), (2,), (2,)]


def test_the_lines_of_one_quote_stand_under_its_document() -> None:
    answer = made("Så sparar vi: ”Ett.\n- Två.\n- Tre.” [2] Annat är nio. [1]", sources=2)
    second = replace(answer.citations[1], title="B")
    blocks = text_blocks(replace(answer, citations=(answer.citations[0], second)))
    assert all(block.common != "" or len(blocks) == 1 for block in blocks)


def test_list_lines_become_items() -> None:
    one, two = CitedStatement("A: 1.", (1,)), CitedStatement("B: 2.", (2,))
    blocks = text_blocks(made("- A: 1. [1]\n- B: 2. [2]", one, two))
    assert [(b.kind, [i[0].sources for i in b.items]) for b in blocks] == [("list", [(1,), (2,)])]


def test_a_table_keeps_its_cells_and_its_sources() -> None:
    text = "| Mål | Utfall | Källa |\n| --- | --- | --- |\n| A \\| B | 71 % | [1] [3] |"
    (block,) = text_blocks(made(text))
    assert block.headings == ("Mål", "Utfall")
    assert block.rows == (TableRow(("A | B", "71 %"), (1, 3)),)


def test_a_number_in_brackets_within_a_quote_stays_text() -> None:
    one = CitedStatement("Rapporten säger: ”se [2] och [9]”.", (1,))
    (block,) = text_blocks(made("Rapporten säger: ”se [2] och [9]”. [1]", one))
    assert block.items == ((Sentence("Rapporten säger: ”se [2] och [9]”.", (1,)),),)


def test_unknown_text_keeps_only_marks_of_real_sources() -> None:
    (block,) = text_blocks(made("Något annat [2] [77]"))
    assert block.items == ((Sentence("Något annat", (2,)),),)


def test_what_all_lines_begin_with_is_said_once() -> None:
    report = "Fritidsnämndens delårsrapport (”Delår, 2019”), "
    one = CitedStatement(f"{report}”Bad”: 7.", (1,))
    two = CitedStatement(f"{report}”Bibliotek”: 8.", (2,))
    (block,) = text_blocks(made(f"- {one.text} [1]\n- {two.text} [2]", one, two))
    assert block.common == "Fritidsnämndens delårsrapport (”Delår, 2019”)"
    assert [item[0].text for item in block.items] == ["”Bad”: 7.", "”Bibliotek”: 8."]
    table = "\n".join(
        ("| Mål | Källa |", "| --- | --- |", f"| {report}A | [1] |", f"| {report}B | |")
    )
    (block,) = text_blocks(made(table))
    assert [row.cells for row in block.rows] == [("A",), ("B",)]
