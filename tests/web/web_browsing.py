"""Serves the page and visits it, for tests in a real browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plansvar.settings import Settings
from plansvar.web.desk import Desk
from plansvar.web.serving import build_application, take_port

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"


@dataclass
class Visitor:
    """A page in a browser context of its own; remembers what it asked other hosts for."""

    page: Any
    address: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> Any:
        """Ask and wait; the turn that came."""
        before = self.page.locator(".turn").count()
        self.page.get_by_label("Din fråga", exact=True).fill(question)
        self.page.get_by_role("button", name="Fråga", exact=True).click()
        turn = self.page.locator(".turn").nth(before)
        turn.wait_for()
        return turn

    def open(self, hash_: str = "") -> None:
        self.page.goto(self.address + hash_)
        self.page.locator("#start .ask-this, #start .problem").first.wait_for(state="attached")
        self.page.wait_for_function("() => !document.querySelector('.loading')")

    def overflow(self) -> int:
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )

    def shot(self, name: str) -> None:
        SCREENS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENS / f"{name}.png")


NewVisitor = Callable[..., Visitor]


@contextmanager
def serving(desk: Desk, root_path: str = "", public: bool = False) -> Iterator[str]:
    """The page served from a free port, behind a prefix where one is given."""
    import uvicorn

    application: Any = build_application(desk, Settings(), public, root_path)
    if root_path:
        application = stripping(application, root_path)
    taken = take_port("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{taken.getsockname()[1]}{root_path}/"
    server.should_exit = True
    thread.join(timeout=10)


def stripping(application: Any, prefix: str) -> Any:
    """What a reverse proxy does that serves the page below `prefix`, and nothing beside it."""

    async def proxy(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            if not scope["path"].startswith(f"{prefix}/"):
                await send({"type": "http.response.start", "status": 404, "headers": []})
                await send({"type": "http.response.body", "body": b""})
                return
            path = scope["path"].removeprefix(prefix)
            scope = {**scope, "path": path, "raw_path": path.encode()}
        await application(scope, receive, send)

    return proxy
