"""The same answers and rows for other programs: named Gradio endpoints, also as MCP tools.

The docstrings of the functions within are what such programs are told about them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import gradio as gr
from gradio.events import api

from plansvar.domain import Document, Span
from plansvar.errors import PlansvarError
from plansvar.index.library import Library
from plansvar.interchange.contract import answer_object, documents_by_id, row_object
from plansvar.texts import text
from plansvar.web.desk import Desk
from plansvar.web.filters import Filters, all_rows, filtered
from plansvar.web.limits import Limits
from plansvar.web.telling import failure_line

MOST_EARLIER = 20


def add_interfaces(desk: Desk, limits: Limits) -> None:
    """Add the endpoints `ask`, `indicators`, `commitments` and `source` to the page being built."""
    for make in (_ask, _indicators, _commitments, _source):
        function = make(desk, limits)
        api(function, api_name=function.__name__, concurrency_limit=8)


def speak_json(page: Any) -> None:
    """Let the MCP tools answer in JSON; Gradio would write Python's own notation."""
    from mcp.types import TextContent

    def as_json(data: Sequence[Any], root_url: str) -> list[Any]:
        return [
            TextContent(type="text", text=json.dumps(each, ensure_ascii=False)) for each in data
        ]

    if page.mcp_server_obj is not None:
        page.mcp_server_obj.postprocess_output_data = as_json


def visitor_of(request: gr.Request | None) -> str:
    """Who asks, as far as limits need to know."""
    client = getattr(request, "client", None)
    return str(getattr(client, "host", "") or "")


def _ask(desk: Desk, limits: Limits) -> Callable[..., dict[str, Any]]:
    def ask(
        question: str, earlier: list[str] | None = None, request: gr.Request | None = None
    ) -> dict[str, Any]:
        """Answer a question in Swedish from the indexed plans and reports of municipalities.

        Every statement has numbered citations with verbatim quotes. Where the documents do not
        speak of what is asked, abstained is true.

        Args:
            question: The question, in Swedish.
            earlier: Questions asked before in the same conversation, oldest first.

        Returns:
            The answer with its statements, citations and rows.
        """
        try:
            visitor = visitor_of(request)
            conversation = None
            for before in (earlier or [])[-MOST_EARLIER:]:
                _, conversation = desk.ask(limits.checked(before, visitor), conversation)
            answer, _ = desk.ask(limits.checked(question, visitor), conversation)
            return answer_object(answer, _documents(desk))
        except Exception as error:
            raise gr.Error(failure_line(error), print_exception=False) from None

    return ask


def _indicators(desk: Desk, limits: Limits) -> Callable[..., list[dict[str, Any]]]:
    def indicators(
        search: str = "",
        municipality: str = "",
        document: str = "",
        year: str = "",
        unit: str = "",
        kind: str = "",
        assessment: str = "",
        met: str = "",
    ) -> list[dict[str, Any]]:
        """List goals and key figures with all their printed values and where they stand.

        Args:
            search: Words that the name must have. Empty fields filter nothing.
            municipality: The name of the municipality.
            document: The path of a document in the index.
            year: The year of the document.
            unit: A responsible committee or department.
            kind: The document's own word for what the row is.
            assessment: The assessment as the document gives it: a colour or its own word.
            met: "yes" for those that reach their target, "no" for those that do not.

        Returns:
            The rows in the order of the documents.
        """
        wanted = Filters(
            "indicators", municipality, document, year, unit, kind, assessment, met, search
        )
        return _rows(desk, wanted)

    return indicators


def _commitments(desk: Desk, limits: Limits) -> Callable[..., list[dict[str, Any]]]:
    def commitments(
        search: str = "",
        municipality: str = "",
        document: str = "",
        year: str = "",
        unit: str = "",
        status: str = "",
    ) -> list[dict[str, Any]]:
        """List what the municipality has undertaken to do, with who is responsible.

        Args:
            search: Words that the text must have. Empty fields filter nothing.
            municipality: The name of the municipality.
            document: The path of a document in the index.
            year: The year of the document.
            unit: A responsible committee or department.
            status: A status as the rows give it.

        Returns:
            The rows in the order of the documents.
        """
        wanted = Filters("commitments", municipality, document, year, unit, "", status, "", search)
        return _rows(desk, wanted)

    return commitments


def _source(desk: Desk, limits: Limits) -> Callable[..., dict[str, Any]]:
    def source(document: str, anchor: str = "", page: int = 0) -> dict[str, Any]:
        """Read the text that stands at a citation's place, or on one page of a document.

        Args:
            document: The path of a document in the index, as citations give it.
            anchor: The anchor of a citation; its section is returned.
            page: A physical page counted from 1, where no anchor is given.

        Returns:
            The title, the heading path, the page and the text.
        """
        try:
            found = desk.document(document)
        except PlansvarError as error:
            raise gr.Error(str(error), print_exception=False) from None
        if found is None:
            raise gr.Error(text("web.source.unknown"), print_exception=False)
        return source_object(found, anchor, page)

    return source


def source_object(document: Document, anchor: str, page_index: int) -> dict[str, Any]:
    """The section at `anchor`, else the page, else the beginning, with its text."""
    start = _anchored(anchor)
    page = next((p for p in document.pages if p.index == page_index), None)
    section = document.section_at(start) if start is not None else None
    if section is not None:
        span = section.span
    else:
        span = page.span if page else Span(0, min(len(document.text), 6000))
    shown = document.page_at(span.start if start is None else start)
    return {
        "document": document.path,
        "title": document.title,
        "section": list(section.path) if section else [],
        "page": shown.number if shown else None,
        "page_index": shown.index if shown else None,
        "text": document.text[span.start : span.end],
    }


def _anchored(anchor: str) -> int | None:
    start = anchor.rpartition("#")[2].partition("-")[0]
    return int(start) if start.isascii() and start.isdigit() and len(start) < 10 else None


def _rows(desk: Desk, filters: Filters) -> list[dict[str, Any]]:
    try:
        library: Library = desk.opened().library
    except PlansvarError as error:
        raise gr.Error(str(error), print_exception=False) from None
    documents = _documents(desk)
    rows: Sequence[Any] = filtered(all_rows(library, filters.sort), filters, documents)
    return [row_object(row, documents) for row in rows]


def _documents(desk: Desk) -> dict[str, Document]:
    return documents_by_id(desk.opened().library.documents())
