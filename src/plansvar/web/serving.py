"""Serves the page: takes the port, puts Gradio and our own views together, runs until stopped."""

from __future__ import annotations

import errno
import os
import socket
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from plansvar.errors import ArgumentError
from plansvar.settings import Settings
from plansvar.texts import text

if TYPE_CHECKING:
    from fastapi import FastAPI

    from plansvar.web.desk import Desk
    from plansvar.web.staff.views import StaffViews

# Before gradio is imported: it would ask other hosts otherwise.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")


def serve(settings: Settings, public: bool = False, root_path: str = "") -> None:
    """Serve the page until interrupted. Raises ArgumentError where the port cannot be had."""
    import uvicorn

    taken = take_port(settings.host, settings.port)
    with taken:
        from plansvar.web.desk import desk_for

        desk = desk_for(settings)
        application = build_application(desk, settings, public, root_path)
        problem = desk.problem()
        if problem:
            print(problem)
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        print(text("web.serving.ready", host=shown, port=settings.port), flush=True)
        configuration = uvicorn.Config(application, log_level="warning", access_log=False)
        uvicorn.Server(configuration).run(sockets=[taken])


def build_application(
    desk: Desk, settings: Settings, public: bool = False, root_path: str = ""
) -> FastAPI:
    """The whole web application."""
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles

    from plansvar.web.chat import Chat
    from plansvar.web.drafts import DraftViews
    from plansvar.web.feedback import Feedback
    from plansvar.web.gate import Gate
    from plansvar.web.interfaces import speak_json
    from plansvar.web.limits import limits_for
    from plansvar.web.mending import Mending
    from plansvar.web.originals import Originals
    from plansvar.web.page import build_page
    from plansvar.web.pictures import Pictures
    from plansvar.web.rendering.templates import render
    from plansvar.web.tables import TableViews
    from plansvar.web.theme import theme
    from plansvar.web.views import ReadingViews

    application = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    originals = Originals(desk.locate)
    application.include_router(ReadingViews(desk, originals, Pictures()).router())
    application.include_router(TableViews(desk, originals, public).router())
    if not public:
        application.include_router(Feedback(Path(settings.index)).router())
        application.include_router(staff_views(desk, settings).router())
    static = files("plansvar.web").joinpath("static")
    application.mount("/plansvar/static", StaticFiles(directory=str(static)))
    limits = limits_for(public)
    application.include_router(DraftViews(desk, limits).router())
    page = build_page(Chat(desk, limits, feedback=not public))
    gr.mount_gradio_app(
        application,
        page,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        root_path=root_path or None,
        theme=theme(),
        mcp_server=True,
    )
    speak_json(page)
    head = render("head", static="plansvar/static/")
    application.add_middleware(
        Mending,
        head=str(head),
        top=str(render("top", current="chat")),
        bottom=str(render("bottom")),
    )
    application.add_middleware(Gate, prefix=root_path)
    return application


def staff_views(desk: Desk, settings: Settings) -> StaffViews:
    from plansvar.web.staff.folder import Folder
    from plansvar.web.staff.sessions import Sessions
    from plansvar.web.staff.views import StaffViews
    from plansvar.web.staff.work import work_for

    sessions = Sessions(settings.staff_password)
    folder = Folder(Path(settings.documents))
    return StaffViews(sessions, folder, work_for(settings), desk, settings.staff_header)


def take_port(host: str, port: int) -> socket.socket:
    """A socket that listens at the address. Raises ArgumentError with what to do instead."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen(128)
    except OSError as error:
        taken.close()
        unknown = isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL
        key = "unknown_host" if unknown else "port_taken"
        raise ArgumentError(text(f"web.serving.{key}", host=host, port=port)) from error
    return taken
