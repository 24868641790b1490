"""The views beside the chat, at all widths and in both schemes, in a real browser."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any

import pytest
from web_browsing import NewVisitor, Visitor

pytestmark = pytest.mark.browser

VIEWS = ("Mål och siffror", "Dokument", "Pröva text", "Om plansvar")


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, as a package carries it."""
    package = pytest.importorskip(
        "axe_playwright_python", reason="axe-playwright-python is not installed"
    )
    return files(package).joinpath("axe.min.js").read_text("utf-8")


def violations(visitor: Visitor, axe: str) -> list[str]:
    visitor.page.evaluate(axe)
    found: Any = visitor.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [f"{v['id']}: {[n['target'] for n in v['nodes']]}" for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_view_has_a_barrier_or_scrolls_sideways(
    served: str, visit: NewVisitor, axe: str, width: int, scheme: str
) -> None:
    visitor = visit(served, width=width, color_scheme=scheme)
    found = {"start": violations(visitor, axe)}
    turn = visitor.ask("vilka mål är röda?")
    turn.locator(".sources summary").click()
    found["answer"] = violations(visitor, axe)
    turn.get_by_role("link", name="Källa 2").first.click()
    visitor.page.locator("#source-content mark").wait_for()
    found["source"] = violations(visitor, axe)
    assert visitor.overflow() == 0
    visitor.shot(f"source-{width}-{scheme}")
    for view in VIEWS:
        visitor.page.get_by_role("link", name=view, exact=True).click()
        visitor.page.locator("#views h1", has_text=re.compile(".")).wait_for()
        visitor.page.wait_for_timeout(100)
        found[view] = violations(visitor, axe)
        assert visitor.overflow() == 0
        visitor.shot(f"{view.split()[-1]}-{width}-{scheme}")
    visitor.page.get_by_role("link", name=VIEWS[0], exact=True).click()
    visitor.page.locator("#results tbody th a").first.click()
    visitor.page.get_by_text("Tryckta värden").first.wait_for()
    found["row"] = violations(visitor, axe)
    assert {view: barriers for view, barriers in found.items() if barriers} == {}


def test_text_at_double_size_stays_within_the_page(served: str, visit: NewVisitor) -> None:
    visitor = visit(served, width=1280)
    visitor.page.add_style_tag(content="html { font-size: 200%; }")
    visitor.ask("vilka mål är röda?")
    assert visitor.overflow() == 0


def test_filter_sort_and_export(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    page = visitor.page
    page.get_by_role("link", name="Mål och siffror", exact=True).click()
    page.locator("#results tbody tr").first.wait_for()
    page.get_by_role("button", name="Utfall").click()
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Utfall")
    page.get_by_role("searchbox").fill("finns inte")
    page.get_by_text("Inga rader passar").wait_for()
    page.get_by_role("searchbox").fill("besökare")
    page.locator("#results tbody tr").first.wait_for()
    assert page.evaluate("document.activeElement.name") == "search"
    with page.expect_download() as download:
        page.get_by_role("link", name="Ladda ner CSV").click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("document;title;")
    assert [line.split(";")[0] for line in lines[1:]] == ["hamnvik/rapport.txt"] * 2


def test_back_returns_to_the_conversation(served: str, visit: NewVisitor) -> None:
    visitor = visit(served)
    visitor.ask("vilka mål är röda?")
    visitor.page.get_by_role("link", name="Dokument", exact=True).click()
    visitor.page.locator("#views .document").wait_for()
    heading = visitor.page.locator("#views h1").bounding_box()
    assert heading
    assert heading["width"] > 50
    visitor.page.go_back()
    visitor.page.locator(".turn").wait_for()
    assert visitor.page.locator(".turn").is_visible()
    assert not visitor.page.locator("#views").is_visible()


def test_a_row_leads_to_its_place(served: str, visit: NewVisitor) -> None:
    visitor = visit(served, "#/rows")
    visitor.page.get_by_role("link", name="Källa för Nöjda besökare (%): s. 2").click()
    visitor.page.locator("#views mark").first.wait_for()
    assert visitor.page.locator("#views mark").all_inner_texts() == [
        "Nöjda besökare (%)",
        "71",
        "80",
    ]
