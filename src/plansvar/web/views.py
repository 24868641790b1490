"""The page's own addresses beside Gradio's: start, sources, static files."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from markupsafe import Markup

from plansvar.domain import Document
from plansvar.errors import PlansvarError
from plansvar.texts import text
from plansvar.web.addresses import read_source_address
from plansvar.web.desk import Desk
from plansvar.web.originals import Originals
from plansvar.web.pictures import Pictures
from plansvar.web.rendering.sources import render_source, source_view
from plansvar.web.rendering.start import render_start
from plansvar.web.rendering.templates import render

FRAGMENT, VIEWER = "x-plansvar-fragment", "viewer"
KEPT = {"Cache-Control": "private, max-age=3600"}


@dataclass(frozen=True, slots=True)
class ReadingViews:
    """What the chat needs: where to begin, and where an answer stands."""

    desk: Desk
    originals: Originals
    pictures: Pictures

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/plansvar")
        router.get("/start")(self.start)
        router.get("/source")(self.source)
        router.get("/page.png")(self.picture)
        router.get("/original")(self.original)
        return router

    def start(self) -> Response:
        try:
            opened = self.desk.opened()
        except PlansvarError as error:
            return HTMLResponse(render_start((), (), problem=str(error)))
        documents = opened.library.documents()
        return HTMLResponse(render_start(opened.examples, documents, notice=opened.notice))

    def source(self, request: Request) -> Response:
        asked = read_source_address(request.query_params)
        document = found_document(self.desk, asked.document)
        if isinstance(document, str):
            return told(request, document)
        found = self.originals.find(document)
        pictured = found is not None and document.format == "pdf"
        view = source_view(document, asked, found is not None, pictured)
        beside = request.headers.get(FRAGMENT) == VIEWER
        return shown(request, render_source(view, 2 if beside else 1), "source")

    def picture(self, request: Request) -> Response:
        asked = read_source_address(request.query_params)
        document = found_document(self.desk, asked.document)
        path = None if isinstance(document, str) else self.originals.find(document)
        if path is None or isinstance(document, str) or asked.page is None:
            return Response(status_code=404)
        try:
            drawn = self.pictures.page(path, document.digest, asked.page)
        except PlansvarError:
            return Response(status_code=404)
        return Response(drawn, media_type="image/png", headers=KEPT)

    def original(self, request: Request) -> Response:
        document = found_document(self.desk, request.query_params.get("d", ""))
        path = None if isinstance(document, str) else self.originals.find(document)
        if path is None:
            return told(request, text("web.source.unknown"))
        return original_file(path)


def original_file(path: Path) -> Response:
    """The file itself: a PDF is shown, anything else is saved, and nothing in it may run."""
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    shown_here = kind in ("application/pdf", "text/plain")
    return FileResponse(
        path,
        media_type=f"{kind}; charset=utf-8" if kind == "text/plain" else kind,
        filename=path.name,
        content_disposition_type="inline" if shown_here else "attachment",
    )


def shown(request: Request, content: Markup, title: str, status: int = 200) -> Response:
    """`content` alone where the page's script asks for it, else as a whole page."""
    if FRAGMENT in request.headers:
        return HTMLResponse(content, status)
    heading = text(f"web.titles.{title}")
    return HTMLResponse(
        render("whole", title=heading, top=render("top", current=title), content=content), status
    )


def told(request: Request, line: str, title: str = "source") -> Response:
    """One line instead of what was asked for."""
    return shown(request, Markup("<p class='problem'>{}</p>").format(line), title, 404)


def found_document(desk: Desk, name: str) -> Document | str:
    """The document, or a line that says why it cannot be shown."""
    try:
        return desk.document(name) or text("web.source.unknown")
    except PlansvarError as error:
        return str(error)
