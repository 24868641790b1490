"""The text under the line that names a judged goal is that goal's comment, and no other's."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile, discover

TABLE = "| Mått | Utfall 2031 | Mål 2031 |\n|---|---|---|\n| Cyklister | 12 | 20 |\n"
TWO = TABLE + "| Gående | 5 | 9 |\n"


def extracted(text: str) -> Extraction:
    with TemporaryDirectory() as folder:
        (Path(folder) / "rapport.md").write_text(text, "utf-8")
        (source,) = discover([Path(folder)])
        assert isinstance(source, SourceFile)
        return extract(read(source))


def comments(text: str) -> dict[str, str | None]:
    return {row.name: row.comment for row in extracted(text).indicators}


def _goal(number: int, name: str, verdict: str, *below: str) -> str:
    return "\n\n".join([f"## Mål {number}. {name}", f"Bedömning: {verdict}", *below])


def test_right_under_the_heading_and_up_to_the_next() -> None:
    told = comments(
        _goal(1, "Fler ska cykla", "Ej uppfyllt", "Bron var stängd hela sommaren.")
        + "\n\n"
        + _goal(2, "Fler ska gå till fots", "Uppfyllt", "Nya gångbanor har byggts i tre byar.")
    )
    assert told["Fler ska cykla"] == "Bron var stängd hela sommaren."
    assert told["Fler ska gå till fots"] == "Nya gångbanor har byggts i tre byar."


def test_behind_the_table_and_not_what_describes_the_goal_before_it() -> None:
    text = _goal(1, "Fler ska cykla", "Ej uppfyllt", "Målet gäller alla tätorter i kommunen.")
    told = comments(f"{text}\n\n{TABLE}\nBron var stängd hela sommaren.")
    assert told["Fler ska cykla"] == "Bron var stängd hela sommaren."


def test_the_one_row_that_measures_the_goal_has_the_comment_too() -> None:
    text = _goal(1, "Fler ska cykla", "Ej uppfyllt")
    assert comments(f"{text}\n\n{TABLE}\nBron var stängd hela sommaren.")["Cyklister"]
    several = comments(f"{text}\n\n{TWO}\nBron var stängd hela sommaren.")
    assert several["Cyklister"] is None
    assert several["Gående"] is None


@pytest.mark.parametrize(
    "below",
    [
        "Analys: Bron var stängd hela sommaren. Åtgärder: Bron öppnas i maj.",
        "### Analys\n\nBron var stängd hela sommaren.\n\n### Åtgärder\n\nBron öppnas i maj.",
        "### Åtgärder\n\nBron öppnas i maj.\n\n### Kommentar\n\nBron var stängd hela sommaren.",
    ],
)
def test_what_is_done_about_it_is_no_comment(below: str) -> None:
    told = comments(_goal(1, "Fler ska cykla", "Ej uppfyllt", below))
    assert told["Fler ska cykla"] == "Bron var stängd hela sommaren."


def test_headings_that_stand_again_under_each_goal_end_none() -> None:
    parts = "### Det här hände\n\n{}\n\n### Det här gör vi\n\nVi fortsätter arbetet nästa år."
    told = comments(
        _goal(1, "Fler ska cykla", "Ej uppfyllt", parts.format("Bron var stängd hela sommaren."))
        + "\n\n"
        + _goal(2, "Fler ska gå till fots", "Uppfyllt", parts.format("Tre gångbanor blev klara."))
    )
    assert told["Fler ska cykla"] == "Bron var stängd hela sommaren."


def test_a_goal_judged_in_a_table_has_the_text_under_its_heading() -> None:
    told = comments(
        "# Mål\n\n| Mål | Bedömning |\n|---|---|\n| Fler ska cykla | Ej uppfyllt |\n"
        "| Fler ska gå till fots varje dag | Uppfyllt |\n\n"
        "## 1 Fler ska cykla\n\nBron var stängd hela sommaren.\n\n"
        "## 2 Fler ska gå till fots\n\nTre gångbanor blev klara.\n"
    )
    assert told["Fler ska cykla"] == "Bron var stängd hela sommaren."
    assert told["Fler ska gå till fots varje dag"] == "Tre gångbanor blev klara."


@pytest.mark.parametrize(
    "below",
    [
        "Samlad bedömning: Målet är inte uppfyllt.",
        "Kommentarer till målet finns på nästa sida.",
        "¹ Räkningen görs vartannat år.",
        "Ansvarig: Tekniska nämnden",
        "Tot = totalt, K = kvinnor.",
    ],
)
def test_what_is_no_comment(below: str) -> None:
    table = "| Mål | Bedömning |\n|---|---|\n| Fler ska cykla | Ej uppfyllt |"
    text = f"{table}\n\n## Fler ska cykla\n\n{below}"
    assert comments(text)["Fler ska cykla"] is None


def test_what_sums_up_behind_the_last_goal_is_not_its_comment() -> None:
    told = comments(
        _goal(1, "Fler ska cykla", "Ej uppfyllt", "Bron var stängd hela sommaren.")
        + "\n\n"
        + _goal(2, "Fler ska gå till fots", "Uppfyllt", "Tre gångbanor blev klara.")
        + "\n\nSammantaget nås ett av två mål under året."
    )
    assert told["Fler ska gå till fots"] == "Tre gångbanor blev klara."


TASKS = """# Uppdrag

| Nr | Uppdrag | Ansvarig | Status |
|---|---|---|---|
| 1 | Ta fram en cykelplan | Tekniska nämnden | Försenat |
| 2 | Utreda en ny bro | Tekniska nämnden | Pågår |

## Kommentarer

Uppdrag 1: Planeraren slutade i mars.
"""


def test_a_comment_on_an_undertaking_by_its_number() -> None:
    rows = extracted(TASKS).commitments
    told = {row.text: row.comment for row in rows}
    assert told["Ta fram en cykelplan"] == "Planeraren slutade i mars."
    assert told["Utreda en ny bro"] is None


def test_a_comment_is_told_without_its_label() -> None:
    text = (
        "# Uppdrag\n\n| Uppdrag | Status | Kommentar |\n|---|---|---|\n"
        "| Ta fram en cykelplan | Försenat | Kommentar: Planeraren slutade i mars. |\n"
    )
    (row,) = extracted(text).commitments
    assert row.comment == "Planeraren slutade i mars."
