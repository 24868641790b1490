"""The page's own addresses beside Gradio's: start, sources, static files."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from plansvar.errors import PlansvarError
from plansvar.texts import text
from plansvar.web.addresses import read_source_address
from plansvar.web.desk import Desk
from plansvar.web.examples import example_questions
from plansvar.web.originals import Originals
from plansvar.web.rendering.sources import render_source, source_view
from plansvar.web.rendering.start import render_start
from plansvar.web.rendering.templates import render

FRAGMENT = "x-plansvar-fragment"
_LOG = logging.getLogger(__name__)


def reading_views(desk: Desk, originals: Originals) -> APIRouter:
    """What the chat needs: where to begin, and where an answer stands."""
    router = APIRouter(prefix="/plansvar")

    @router.get("/start")
    def start() -> Response:
        try:
            opened = desk.opened()
        except PlansvarError as error:
            return HTMLResponse(render_start((), (), problem=str(error)))
        library = opened.library
        examples = example_questions(library)
        return HTMLResponse(render_start(examples, library.documents(), notice=opened.notice))

    @router.get("/source")
    def source(request: Request) -> Response:
        asked = read_source_address(request.query_params)
        try:
            document = desk.document(asked.document)
        except PlansvarError as error:
            return shown(request, Markup("<p>{}</p>").format(str(error)), "source", 503)
        if document is None:
            line = text("web.source.unknown")
            return shown(request, Markup("<p>{}</p>").format(line), "source", 404)
        found = originals.find(document)
        view = source_view(document, asked, found is not None, originals.pictured(document))
        return shown(request, render_source(view), "source")

    return router


def shown(request: Request, content: Markup, title: str, status: int = 200) -> Response:
    """`content` alone where the page's script asks for it, else as a whole page."""
    if FRAGMENT in request.headers:
        return HTMLResponse(content, status)
    heading = text(f"web.titles.{title}")
    return HTMLResponse(render("whole", title=heading, top=render("top"), content=content), status)
