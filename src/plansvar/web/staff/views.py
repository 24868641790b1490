"""The staff's page: log in, add and remove documents, see how the reading goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from plansvar.errors import ArgumentError, PlansvarError
from plansvar.texts import text
from plansvar.web.desk import Desk
from plansvar.web.rendering.templates import render
from plansvar.web.staff.folder import Folder
from plansvar.web.staff.sessions import Sessions
from plansvar.web.staff.work import Work

COOKIE = "plansvar_staff"
HERE = "staff"  # relative, so that any path prefix works


@dataclass(frozen=True, slots=True)
class StaffViews:
    """Everything but the login itself asks for a session."""

    sessions: Sessions
    folder: Folder
    work: Work
    desk: Desk
    trusted_header: str = ""

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/plansvar")
        router.get("/staff", response_model=None)(self.show)
        router.post("/staff-login", response_model=None)(self.log_in)
        router.post("/staff-logout", response_model=None)(self.log_out)
        router.post("/staff-add", response_model=None)(self.add)
        router.post("/staff-remove", response_model=None)(self.remove)
        return router

    def show(self, request: Request) -> Response:
        return self._page(request)

    def log_in(self, request: Request, password: str = Form(default="")) -> Response:
        token = self.sessions.open(password)
        if token is None:
            return self._page(request, text("staff.wrong_password"), 403)
        back = RedirectResponse(HERE, 303)
        secure = request.url.scheme == "https"
        back.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)
        return back

    def log_out(self, request: Request) -> Response:
        self.sessions.close(request.cookies.get(COOKIE))
        back = RedirectResponse(HERE, 303)
        back.delete_cookie(COOKIE)
        return back

    def add(self, request: Request, file: UploadFile | None = None) -> Response:
        if not self._known(request):
            return self._page(request, status=403)
        if file is None or not file.filename:
            return self._page(request, text("staff.no_file"), 400)
        try:
            self._require_own_index()
            self.folder.add(file.filename, file.file)
        except ArgumentError as error:
            return self._page(request, str(error), 400)
        self.work.start()
        return RedirectResponse(HERE, 303)

    def remove(self, request: Request, name: str = Form(default="")) -> Response:
        if not self._known(request):
            return self._page(request, status=403)
        try:
            self._require_own_index()
            self.folder.remove(name)
        except ArgumentError as error:
            return self._page(request, str(error), 400)
        self.work.start()
        return RedirectResponse(HERE, 303)

    def _known(self, request: Request) -> bool:
        if self._vouched_for(request):
            return True
        return self.sessions.holds(request.cookies.get(COOKIE))

    def _vouched_for(self, request: Request) -> bool:
        """Whether the reverse proxy says that this visitor is logged in."""
        return bool(self.trusted_header and request.headers.get(self.trusted_header, "").strip())

    def _page(self, request: Request, problem: str | None = None, status: int = 200) -> Response:
        content = render(
            "staff",
            known=self._known(request),
            able=bool(self.sessions.kept) or self._vouched_for(request),
            own_login=not self._vouched_for(request),
            problem=problem,
            names=self.folder.names(),
            state=self.work.state,
        )
        page = render(
            "whole",
            title=text("staff.title"),
            top=render("top", current="staff"),
            content=content,
            refresh=self._known(request) and self.work.state.running,
        )
        return HTMLResponse(page, status)

    def _require_own_index(self) -> None:
        """An index of other folders too would lose what lies there. Raises ArgumentError."""
        try:
            documents = self.desk.opened().library.documents()
        except PlansvarError:
            return
        root = self.folder.path.resolve()
        for document in documents:
            place = self.desk.locate(document.path)
            if place is not None and root not in Path(place).resolve().parents:
                raise ArgumentError(text("staff.other_folder", folder=self.folder.path))
