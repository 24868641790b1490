"""A draft text against the documents, claim by claim; nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Form, Request, Response

from plansvar.web.desk import Desk
from plansvar.web.limits import Limits
from plansvar.web.rendering.drafts import render_draft
from plansvar.web.telling import failure_line
from plansvar.web.views import shown


@dataclass(frozen=True, slots=True)
class DraftViews:
    """The form, and the form with what became of the text."""

    desk: Desk
    limits: Limits

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/plansvar")
        router.get("/check", response_model=None)(self.form)
        router.post("/check", response_model=None)(self.judge)
        return router

    def form(self, request: Request) -> Response:
        return shown(request, render_draft(), "check")

    def judge(self, request: Request, draft: str = Form(default="")) -> Response:
        visitor = request.client.host if request.client else ""
        try:
            report = self.desk.judge(self.limits.checked_draft(draft, visitor))
            cited = {citation.document for citation in report.citations}
            documents = {name: found for name in cited if (found := self.desk.document(name))}
        except Exception as error:
            return shown(request, render_draft(draft, problem=failure_line(error)), "check")
        return shown(request, render_draft(draft, report, documents), "check")
