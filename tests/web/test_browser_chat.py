"""Asking, following a source, and moving about, in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
import web_fakes
from web_browsing import NewVisitor, serving

pytestmark = pytest.mark.browser


def test_an_answer_and_the_exact_place_that_proves_it(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.shot("start")
    turn = visitor.ask("vilka mål är röda?")
    assert "utfallet 2019 är 71" in turn.inner_text()
    assert "Läst som: Lista mål" in turn.inner_text()
    turn.get_by_role("link", name="Källa 2").first.click()
    proof = visitor.page.locator("#source-content mark")
    proof.wait_for()
    assert proof.all_inner_texts() == ["71"]
    assert in_sight(visitor.page, proof)
    visitor.shot("answer-and-source")
    turn.get_by_role("link", name="Källa 1").first.click()
    visitor.page.locator("#source-content mark", has_text="Röda").wait_for()
    assert proof.all_inner_texts() == ["Röda, ett (besökare)"]


def test_nothing_is_asked_of_another_host_and_the_policy_holds(
    served: str, visit: NewVisitor
) -> None:
    visitor = visit(served)
    turn = visitor.ask("vilka mål är röda?")
    turn.get_by_role("link", name="Källa 1").first.click()
    visitor.page.locator("#source-content mark").first.wait_for()
    for view in ("Mål och siffror", "Dokument", "Om plansvar"):
        visitor.page.get_by_role("link", name=view, exact=True).click()
        visitor.page.locator("#views h1").wait_for()
    assert visitor.foreign == []
    assert visitor.complaints == []


def test_hostile_text_stays_text(visit: NewVisitor) -> None:
    with serving(web_fakes.desk(web_fakes.HOSTILE)) as address:
        visitor = visit(address)
        dialogs: list[Any] = []
        visitor.page.on("dialog", lambda dialog: (dialogs.append(dialog), dialog.dismiss()))
        turn = visitor.ask(web_fakes.HOSTILE)
        turn.get_by_role("link", name="Källa 1").first.click()
        visitor.page.locator("#source-content mark").first.wait_for()
        assert "<script>alert(1)</script>" in turn.inner_text()
        assert visitor.page.locator(".turn script, #source script, .turn img").count() == 0
        assert visitor.page.locator("a[href^='javascript']").count() == 0
        assert dialogs == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_question_and_the_source_stay_in_sight_in_a_long_conversation(
    served: str, visit: NewVisitor, width: int
) -> None:
    visitor = visit(served, width=width, height=640)
    field = visitor.page.get_by_label("Din fråga", exact=True)
    assert in_sight(visitor.page, field)
    turn = visitor.ask("vilka mål är röda?")
    for _ in range(3):
        visitor.ask("och sedan?")
    visitor.page.wait_for_timeout(800)  # the page glides to the last answer
    visitor.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    assert visitor.page.evaluate("document.documentElement.scrollHeight") > 900
    assert in_sight(visitor.page, field)
    turn.get_by_role("link", name="Källa 2").first.click()
    proof = visitor.page.locator("#source-content mark")
    proof.wait_for()
    visitor.page.wait_for_timeout(300)
    assert in_sight(visitor.page, proof)


def test_two_visitors_do_not_see_each_other(served: str, visit: NewVisitor) -> None:
    one, other = visit(served), visit(served)
    one.ask("första frågan")
    other.ask("helt annan fråga")
    assert "Tidigare frågor: första frågan." in one.ask("och sedan?").inner_text()
    assert "Tidigare frågor: helt annan fråga." in other.ask("och sedan?").inner_text()
    assert "första" not in other.page.locator("#log").inner_text()


def test_a_new_conversation_forgets_the_old(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.ask("första frågan")
    visitor.page.get_by_role("button", name="Nytt samtal").click()
    visitor.page.locator(".turn").wait_for(state="detached")
    assert visitor.page.get_by_role("button", name="vilka mål är röda?").is_visible()
    assert "Tidigare" not in visitor.ask("andra frågan").inner_text()


def test_a_shared_link_asks_again_and_keeps_the_question_from_the_server(
    served: str, visit: NewVisitor
) -> None:
    visitor = visit(served, "#q=vilka%20m%C3%A5l%20%C3%A4r%20r%C3%B6da%3F")
    visitor.page.locator(".turn").wait_for()
    assert visitor.page.locator(".turn .question").inner_text().endswith("vilka mål är röda?")


def test_examples_and_suggestions_ask(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.page.get_by_role("button", name="vilka mål är röda?").click()
    visitor.page.get_by_role("button", name="Vilka mål är gröna?").click()
    visitor.page.locator(".turn").nth(1).wait_for()
    assert "Vilka mål är gröna?" in visitor.page.locator(".turn").nth(1).inner_text()


@pytest.mark.parametrize(
    ("question", "line"), [("", "Skriv en fråga först."), ("å" * 10_000, "Korta den till")]
)
def test_bad_input_gives_one_line(served: str, visit: NewVisitor, question: str, line: str) -> None:
    visitor = visit(served)
    visitor.page.get_by_label("Din fråga", exact=True).fill(question)
    visitor.page.get_by_role("button", name="Fråga", exact=True).click()
    told = visitor.page.locator(".problem:visible", has_text=line)
    told.wait_for()
    assert visitor.overflow() == 0


def test_keyboard_alone(served: str, visit: NewVisitor) -> None:
    page = visit(served).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till frågan"
    page.keyboard.press("Enter")
    page.get_by_label("Din fråga", exact=True).focus()
    page.keyboard.type("vilka mål är röda?")
    page.keyboard.press("Enter")
    page.locator(".turn").wait_for()
    chip = page.locator(".turn .chip").nth(1)
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    assert chip.evaluate("chip => getComputedStyle(chip).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.locator("#source-content mark").wait_for()
    assert page.evaluate("document.activeElement.className") == "source-title"
    page.keyboard.press("Escape")
    assert chip.evaluate("chip => chip === document.activeElement")


def test_a_new_answer_is_announced(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.ask("vilka mål är röda?")
    announcer = visitor.page.get_by_role("status").filter(has_text="Ett mål är rött")
    announcer.wait_for(state="attached")
    assert "2 källor" in announcer.inner_text()
    assert visitor.page.evaluate("document.documentElement.lang") == "sv"


def test_reload_in_the_middle_of_an_answer(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.page.get_by_label("Din fråga", exact=True).fill("svara långsamt")
    visitor.page.get_by_role("button", name="Fråga", exact=True).click()
    visitor.page.get_by_role("button", name="Avbryt").wait_for()
    visitor.page.reload()
    visitor.page.locator("#start .ask-this").first.wait_for()
    assert "Tidigare" not in visitor.ask("ny fråga").inner_text()


def test_stop_gives_the_page_back(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.page.get_by_label("Din fråga", exact=True).fill("svara långsamt")
    visitor.page.get_by_role("button", name="Fråga", exact=True).click()
    visitor.page.get_by_role("button", name="Avbryt").click()
    assert "besökare" in visitor.ask("ny fråga").inner_text()
    assert visitor.page.locator(".turn").count() == 1


def test_below_a_path_prefix(visit: NewVisitor) -> None:
    with serving(web_fakes.desk(), "/kommun/plansvar") as address:
        visitor = visit(address)
        turn = visitor.ask("vilka mål är röda?")
        turn.get_by_role("link", name="Källa 2").first.click()
        visitor.page.locator("#source-content mark").wait_for()
        visitor.page.get_by_role("link", name="Mål och siffror", exact=True).click()
        visitor.page.locator("#results tbody tr").first.wait_for()
        assert visitor.page.url.startswith(f"{address}#/rows")
        assert visitor.complaints == []


def in_sight(page: Any, locator: Any) -> bool:
    box = locator.first.bounding_box()
    size = page.viewport_size
    return bool(box and box["y"] >= 0 and box["y"] + box["height"] <= size["height"])
