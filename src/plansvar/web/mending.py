"""Mends the page that Gradio sends: language, landmarks, styles, no other hosts, and a policy.

Gradio's page names other hosts in its metadata and declares English; its scripts stand inline. Each
page gets a nonce of its own, so that markup which slipped into it could not run."""

from __future__ import annotations

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OWN = "/plansvar/"
_METADATA = re.compile(rb"\s*<meta[^>]*(?:og:|twitter:|raw\.githubusercontent)[^>]*>")
_MANIFEST = re.compile(rb'\s*<link rel="manifest"[^>]*>')
_BASE = re.compile(rb'<base href="[^"]*"')
_SCRIPT = re.compile(rb"<script(?=[\s>])")
_LANGUAGE = re.compile(rb'(<html[^>]*?)lang="[a-z-]*"', re.DOTALL)


def policy(nonce: str) -> str:
    """The content security policy: this host and nothing else.

    Gradio compiles its events' JavaScript, hence unsafe-eval, and styles elements inline."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def mended(page: bytes, nonce: str, head: str, top: str, bottom: str) -> bytes:
    """Gradio's page with our head, with `top` before and `bottom` after what Gradio draws."""
    page = _MANIFEST.sub(b"", _METADATA.sub(b"", page))
    # The server may not know by which name and protocol it is reached.
    page = _BASE.sub(b'<base href="./"', page, count=1)
    page = _LANGUAGE.sub(rb'\1lang="sv"', page, count=1)
    page = page.replace(b"</head>", head.encode() + b"</head>", 1)
    page = page.replace(b"<gradio-app", top.encode() + b"<gradio-app", 1)
    page = page.replace(b"</gradio-app>", b"</gradio-app>" + bottom.encode(), 1)
    return _SCRIPT.sub(b'<script nonce="' + nonce.encode() + b'"', page)


class Mending:
    """Middleware that mends Gradio's page and sends the headers with every answer."""

    def __init__(self, app: ASGIApp, head: str, top: str, bottom: str) -> None:
        self._app = app
        self._frame = (head, top, bottom)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        sender = _Sender(send, self._frame, fresh=path.startswith(_OWN))
        await self._app(_unpacked(scope) if path == "/" else scope, receive, sender)


class _Sender:
    """Holds back an HTML page until it is whole; lets everything else pass."""

    def __init__(self, send: Send, frame: tuple[str, str, str], fresh: bool) -> None:
        self._send = send
        self._fresh = fresh
        self._frame = frame
        self._nonce = secrets.token_urlsafe(16)
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._begin(message)
        elif self._start is not None:
            await self._gather(message)
        else:
            await self._send(message)

    async def _begin(self, message: Message) -> None:
        headers = MutableHeaders(scope=message)
        headers["Content-Security-Policy"] = policy(self._nonce)
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        if self._fresh:
            # A piece of the page and the whole page share an address, and files change.
            headers.setdefault("Cache-Control", "no-cache")
            headers.add_vary_header("X-Plansvar-Fragment")
        if headers.get("content-type", "").startswith("text/html"):
            self._start = message
        else:
            await self._send(message)

    async def _gather(self, message: Message) -> None:
        assert self._start is not None
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        if b"<gradio-app" in self._body:
            self._body = mended(self._body, self._nonce, *self._frame)
        MutableHeaders(scope=self._start)["Content-Length"] = str(len(self._body))
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})


def _unpacked(scope: Scope) -> Scope:
    """The request without its offer to take compressed pages: they could not be mended."""
    headers = [(k, v) for k, v in scope["headers"] if k.lower() != b"accept-encoding"]
    return {**scope, "headers": headers}
