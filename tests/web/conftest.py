"""A served page and a real browser. Without chromium the browser tests are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import web_fakes
from web_browsing import FLAGS, NewVisitor, Visitor, serving


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("chromium is missing: run make browser to install it")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with serving(web_fakes.desk()) as address:
        yield address


@pytest.fixture
def visit(chromium: Any) -> Iterator[NewVisitor]:
    """Makes visitors, each in a context of its own."""
    contexts = []

    def visitor(
        address: str, hash_: str = "", width: int = 1280, height: int = 800, **options: Any
    ) -> Visitor:
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, locale="sv-SE", **options)
        contexts.append(context)
        made = Visitor(context.new_page(), address)
        host = urlsplit(address).netloc

        def note(request: Any) -> None:
            parts = urlsplit(request.url)
            if parts.scheme not in ("data", "blob") and parts.netloc != host:
                made.foreign.append(request.url)

        made.page.on("request", note)
        made.page.on(
            "console",
            lambda m: made.complaints.append(m.text) if m.type in ("error", "warning") else None,
        )
        made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
        made.open(hash_)
        return made

    yield visitor
    for context in contexts:
        context.close()
