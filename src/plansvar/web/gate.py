"""Lets through what the page needs and nothing else of what Gradio offers.

Gradio can take files from anyone, hand out files and fetch other hosts' pages; this page uses none
of that. Nor may another site's page ask here in a visitor's name."""

from __future__ import annotations

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

LARGEST = 200_000
LARGEST_FILE = 200_000_000
FILES = "/plansvar/staff-add"
_OPEN = re.compile(
    r"/(?:"
    r"plansvar/.*|assets/.*|static/.*|theme\.css|favicon\.ico|robots\.txt|config/?"
    r"|gradio_api/(?:queue/(?:join|data)|heartbeat/.*|call/.*|run/.*|api/.*|info/?|openapi\.json"
    r"|startup-events|theme\.css|cancel|reset/?|mcp(?:/.*)?)"
    r")?"
)


class Gate:
    """Middleware. `prefix` is taken off the path where a proxy has left it on."""

    def __init__(self, app: ASGIApp, prefix: str = "", largest: int = LARGEST) -> None:
        self._app = app
        self._prefix = prefix
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = self._without_prefix(scope)
        refused = self._refused(scope)
        if refused:
            await PlainTextResponse("", status_code=refused)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _without_prefix(self, scope: Scope) -> Scope:
        path: str = scope["path"]
        if not self._prefix or not path.startswith(f"{self._prefix}/"):
            return scope
        path = path.removeprefix(self._prefix)
        return {**scope, "path": path, "raw_path": path.encode()}

    def _refused(self, scope: Scope) -> int | None:
        """The status of a refusal, or null."""
        if not _OPEN.fullmatch(scope["path"]):
            return 404
        if scope["method"] in ("GET", "HEAD", "OPTIONS", "DELETE"):
            return None
        headers = dict(scope["headers"])
        if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
            return 403
        length = headers.get(b"content-length", b"")
        if not length.isdigit():
            return 411
        largest = LARGEST_FILE if scope["path"] == FILES else self._largest
        return 413 if int(length) > largest else None
