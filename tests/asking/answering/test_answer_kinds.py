"""Each kind of question gets its facts, from none, one, two or many rows."""

from __future__ import annotations

import time

import pytest
from fakes import FakeEncoder, MemoryLibrary
from worlds import Row, report, world

from plansvar.asking.answering import answer_query
from plansvar.asking.checking import check_answer
from plansvar.asking.conflicts import find_conflicts
from plansvar.asking.query import (
    Change,
    Conditions,
    Decline,
    Link,
    Operation,
    Order,
    OrderBy,
    Query,
    Scope,
    Subject,
    TargetState,
    Threshold,
    Words,
)
from plansvar.domain import Answer, DocumentKind, Span

RED, GREEN = "röd", "grön"


def link(library: MemoryLibrary, name: str) -> Link:
    named = [(row.id, row.name) for row in library.indicators()]
    named += [(row.id, row.text) for row in library.commitments()]
    named += [(row.id, row.what) for row in library.amounts()]
    rows = tuple(row_id for row_id, text in named if name.lower() in text.lower())
    return Link((Words(name, Span(0, len(name))),), name, rows, 1.0)


def ask(
    library: MemoryLibrary,
    operation: Operation,
    *names: str,
    text: str = "en fråga",
    subject: Subject = Subject.INDICATORS,
    conditions: Conditions = Conditions(),  # noqa: B008
    **rest: object,
) -> Answer:
    links = tuple(link(library, name) for name in names)
    query = Query(text, subject, operation, links, conditions=conditions, **rest)  # type: ignore[arg-type]
    answer = answer_query(query, library, FakeEncoder())
    assert check_answer(answer, frozenset(range(1990, 2040))).passed
    known = {citation.n for citation in answer.citations}
    for statement in answer.statements:
        assert answer.abstained or statement.citations
        assert set(statement.citations) <= known
    return answer


def rows(count: int, colour: str | None = RED) -> list[Row]:
    return [
        Row(f"Nöjdhet grupp {chr(65 + n)}", (str(40 + n), str(38 + n), "50"), colour)
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_marked_rows_are_counted_and_listed(count: int) -> None:
    library = world(*rows(count), Row("Antal cyklar", ("9", "8", "7"), GREEN))
    answer = ask(library, Operation.LIST, conditions=Conditions(assessments=(RED,)))
    assert len(answer.rows) == count
    assert all(c.mark for c in answer.citations if "40" in c.quote)
    assert ("| Nöjdhet" in answer.text) is (count > 3)
    calculations = [s.calculation for s in answer.statements if s.calculation]
    assert calculations[0].endswith(f": {count}")


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_missed_targets_say_how_many_of_how_many(count: int) -> None:
    library = world(*rows(count), Row("Antal cyklar", ("9", "8", "7")))
    answer = ask(library, Operation.LIST, conditions=Conditions(target_state=TargetState.MISSED))
    assert {row.name[:7] for row in answer.rows} == ({"Nöjdhet"} if count else set())
    if count > 1:
        assert f"{count} av {count + 1}" in answer.text


def test_what_cannot_be_judged_is_left_out_with_the_reason() -> None:
    library = world(
        *rows(2), Row("Väntetid", ("-", "4", "3")), Row("Trivsel", ("4", "3", "Öka")),
        Row("Kötid", ("4", "3", "5"), direction=None),
    )  # fmt: skip
    answer = ask(library, Operation.COUNT, conditions=Conditions(target_state=TargetState.MISSED))
    assert "utan utfall: 1" in str(answer.statements[0].calculation)
    for name in ("Väntetid", "Trivsel", "Kötid"):
        assert any(name in statement.text for statement in answer.statements[1:])


def test_an_interim_report_says_so_far_of_what_adds_up() -> None:
    library = world(Row("Antal nya bostäder", ("210", "400", "450")), kind=DocumentKind.INTERIM)
    for operation in (Operation.VALUE, Operation.DIFFERENCE):
        answer = ask(library, operation, "bostäder")
        assert "hittills 210" in answer.text
        assert "missa" not in answer.text
    assert "240" in ask(library, Operation.DIFFERENCE, "bostäder").text


def test_a_value_comes_with_target_last_year_and_unit() -> None:
    library = world(Row("Andel nöjda", ("61 %", "58 %", "70 %"), unit="%"))
    answer = ask(library, Operation.VALUE, "nöjda")
    for part in ("2021 är 61 %", "2021 är 70 %", "2020 är 58 %"):
        assert part in answer.text
    assert len(answer.citations) == 1
    assert "Utfall 2021" in answer.citations[0].quote
    assert (answer.citations[0].page, answer.citations[0].anchor[:12]) == (7, "a/rapport.tx")


def test_a_year_that_is_not_there_is_declined_with_the_years_that_are() -> None:
    library = world(Row("Andel nöjda 24", ("61 %", "58 %", "70 %"), unit="%"))
    answer = ask(library, Operation.VALUE, "nöjda", text="nöjda 2013?", scope=Scope(years=(2013,)))
    assert answer.abstained
    assert "2020" in answer.text
    assert "24" not in answer.text
    assert "61" not in answer.text


def test_a_missing_value_is_an_answer_with_the_nearest(library: MemoryLibrary) -> None:
    answer = ask(library, Operation.VALUE, "procent av arbetstiden", scope=Scope(years=(2018,)))
    assert not answer.abstained
    assert "***" in answer.text
    assert "5,1" in answer.text


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (Change.BETTER, {"Bättre"}),
        (Change.WORSE, {"Sämre"}),
        (Change.SAME, {"Lika"}),
        (Change.UP, {"Bättre"}),
        (Change.DOWN, {"Sämre"}),
    ],
)
def test_changes_are_judged_on_printed_outcomes(change: Change, names: set[str]) -> None:
    library = world(
        Row("Bättre", ("5", "4", "6")), Row("Sämre", ("3", "4", "6")), Row("Lika", ("4", "4", "6"))
    )
    answer = ask(library, Operation.LIST, conditions=Conditions(change=change))
    assert {row.name for row in answer.rows} == names


def test_a_threshold_filters_and_repeats_the_question() -> None:
    library = world(*rows(5))
    limit = Threshold("utfall", "<", 42.0, words=(Words("under 42", Span(0, 8)),))
    answer = ask(
        library, Operation.LIST, text="utfall under 42", conditions=Conditions(thresholds=(limit,))
    )
    assert len(answer.rows) == 2


def test_ranking_puts_the_furthest_first() -> None:
    library = world(Row("Nära", ("9", "8", "10")), Row("Långt", ("1", "8", "10")))
    answer = ask(library, Operation.RANK, order=Order(OrderBy.DISTANCE_TO_TARGET, limit=1))
    assert [row.name for row in answer.rows] == ["Långt"]


@pytest.mark.parametrize("assessments", [("lila",), (RED,)])
def test_a_document_without_assessments_is_said_to_have_none(assessments: tuple[str]) -> None:
    answer = ask(
        world(*rows(2, None)), Operation.COUNT, conditions=Conditions(assessments=assessments)
    )
    assert not answer.abstained
    assert answer.citations
    assert "ingen bedömning" in answer.text


def test_a_false_premise_is_corrected() -> None:
    library = world(Row("Nöjda", ("61", "58", "60")))
    answer = ask(
        library, Operation.WHY, "nöjda", premise=Conditions(target_state=TargetState.MISSED)
    )
    assert "missades inte" in answer.text
    assert not answer.abstained


@pytest.mark.parametrize("reason", list(Decline))
def test_every_decline_is_plain_and_without_figures(reason: Decline) -> None:
    answer = ask(world(*rows(2)), Operation.VALUE, decline=reason)
    assert answer.abstained
    assert answer.text
    assert not answer.citations


def two_reports(first: str, second: str) -> MemoryLibrary:
    return MemoryLibrary(
        [
            report(Row("Nöjda kunder", (first, "58", "60")), path="a/delar.txt"),
            report(Row("Nöjda kunder", (second, "58", "60")), path="a/ars.txt"),
        ]
    )


def test_different_values_for_the_same_thing_are_a_conflict() -> None:
    library = two_reports("61", "63")
    answer = ask(library, Operation.VALUE, "nöjda")
    assert [{v.raw for v in c.values} for c in answer.conflicts] == [{"61", "63"}]
    assert len(find_conflicts(library)) == 1


@pytest.mark.parametrize(("first", "second"), [("61", "61"), ("61", "61,4"), ("61,0", "60,98")])
def test_another_precision_is_no_conflict(first: str, second: str) -> None:
    assert find_conflicts(two_reports(first, second)) == ()


def test_several_organisations_are_never_added_up() -> None:
    library = MemoryLibrary(
        [
            report(*rows(2), path="a.txt", organisation="Tekniska nämnden"),
            report(*rows(3), path="b.txt", organisation="Skolnämnden"),
        ]
    )
    answer = ask(library, Operation.COUNT, conditions=Conditions(assessments=(RED,)))
    assert "Skolnämndens" in answer.text
    assert "Tekniska nämndens" in answer.text
    assert "5" not in answer.text


@pytest.mark.parametrize(
    ("operation", "subject", "names", "expected"),
    [
        (Operation.RESPONSIBLE, Subject.COMMITMENTS, ("e-petition",), ("KS och KFN",)),
        (Operation.STATUS, Subject.COMMITMENTS, ("e-petition",), ("klart", "avslutad")),
        (Operation.COUNT, Subject.COMMITMENTS, (), ("fyra", "4")),
        (Operation.VALUE, Subject.AMOUNTS, ("politisk",), ("38,2 mnkr",)),
        (Operation.PAGE, Subject.INDICATORS, ("bredband",), ("sidan 3",)),
        (Operation.LIST, Subject.DOCUMENTS, (), ("Norrvalla", "Söderstrands")),
        (Operation.CHECK_SUM, Subject.INDICATORS, (), ("2, 2 och 3", "7", "åtta")),
        (Operation.STATUS, Subject.INDICATORS, ("trygghet",), ("gul", "44", "48")),
        (Operation.OLD_MEASUREMENTS, Subject.INDICATORS, (), ("Ingen ny mätning",)),
    ],
)
def test_other_kinds_give_their_facts(
    library: MemoryLibrary,
    operation: Operation,
    subject: Subject,
    names: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    answer = ask(library, operation, *names, subject=subject)
    for fact in expected:
        assert fact in answer.text


def test_english_questions_are_answered_in_english_with_names_as_printed() -> None:
    library = world(Row("Andel nöjda", ("61 %", "58 %", "70 %"), unit="%"))
    answer = ask(library, Operation.VALUE, "nöjda", language="en")
    assert "the outcome 2021 is 61 %" in answer.text
    assert "Andel nöjda" in answer.text


def test_suggestions_and_answers_are_the_same_every_time(library: MemoryLibrary) -> None:
    first, again = (ask(library, Operation.VALUE, "sjukfrånvaro") for _ in range(2))
    assert first == again
    assert 2 <= len(first.suggestions) <= 4


def test_a_running_count_is_never_said_to_have_got_worse() -> None:
    library = world(
        Row("Antal nya bostäder", ("210", "400", "450")),
        Row("Nöjda kunder", ("51", "55", "60")),
        kind=DocumentKind.INTERIM,
    )
    for rest in ({}, {"order": Order(OrderBy.CHANGE, descending=False)}):
        conditions = Conditions() if rest else Conditions(change=Change.WORSE)
        answer = ask(library, Operation.LIST, conditions=conditions, **rest)
        assert [row.name for row in answer.rows] == ["Nöjda kunder"]
        assert any("Antal nya bostäder" in s.text for s in answer.statements)


def test_comparing_groups_of_one_row_shows_both_groups(library: MemoryLibrary) -> None:
    answer = ask(
        library, Operation.COMPARE, "procent av arbetstiden", breakdowns=("kvinnor", "män")
    )
    assert "6,0" in answer.text
    assert "4,1" in answer.text


def test_comparing_unlike_rows_warns(library: MemoryLibrary) -> None:
    answer = ask(library, Operation.COMPARE, "sjukfrånvaro")
    assert "inte helt jämförbara" in answer.text
    assert len(answer.rows) > 2


def test_a_summary_quotes_the_reports_own_sentences(library: MemoryLibrary) -> None:
    answer = ask(library, Operation.SUMMARISE, subject=Subject.PASSAGES)
    assert answer.statements
    assert all(any(c.quote in s.text for c in answer.citations) for s in answer.statements)


def test_conditions_that_no_row_can_meet_never_give_passages(library: MemoryLibrary) -> None:
    answer = ask(
        library,
        Operation.COUNT,
        conditions=Conditions(assessments=(RED,)),
        scope=Scope(organisations=("Okänd nämnd",)),
        keywords=("sjukfrånvaro",),
    )
    assert answer.abstained


def test_amounts_in_different_units_are_told_apart(library: MemoryLibrary) -> None:
    answer = ask(library, Operation.VALUE, "Anslaget", subject=Subject.AMOUNTS)
    assert "38,2 mnkr" in answer.text
    assert "160,5 mnkr" in answer.text
    assert "198,7" not in answer.text


@pytest.mark.parametrize("count", [500])
def test_five_hundred_rows_are_answered_quickly(count: int) -> None:
    library = world(
        *[Row(f"Nöjdhet rad {n} av alla", ("40", "38", "50"), RED) for n in range(count)]
    )
    answer_query(Query("x", Subject.INDICATORS, Operation.LIST), library, None)
    started = time.process_time()
    found = ask(library, Operation.COUNT, conditions=Conditions(target_state=TargetState.MISSED))
    assert len(found.rows) == count
    assert time.process_time() - started < 2
