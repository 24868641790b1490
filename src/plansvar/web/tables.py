"""The views of rows, documents and of plansvar itself, and the export of rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response

from plansvar.domain import Amount, Commitment, Document, Indicator
from plansvar.errors import PlansvarError
from plansvar.index.library import Library
from plansvar.interchange.contract import documents_by_id
from plansvar.interchange.spreadsheets import to_csv, to_xlsx
from plansvar.interchange.tabular import Sheet, amount_sheet, commitment_sheet, indicator_sheet
from plansvar.texts import text
from plansvar.web.desk import Desk
from plansvar.web.filters import Filters, Row, all_rows, choices, filtered, read_filters
from plansvar.web.originals import Originals
from plansvar.web.rendering.documents import Found, render_about, render_documents
from plansvar.web.rendering.rows import render_row, render_rows, same_thing
from plansvar.web.views import shown, told

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class TableViews:
    """What can be read beside the chat."""

    desk: Desk
    originals: Originals
    public: bool = False

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/plansvar")
        router.get("/rows")(self.rows)
        router.get("/row")(self.row)
        router.get("/export.csv")(self.csv)
        router.get("/export.xlsx")(self.xlsx)
        router.get("/documents")(self.documents)
        router.get("/about")(self.about)
        return router

    def rows(self, request: Request) -> Response:
        library = self._library()
        if isinstance(library, str):
            return told(request, library, "rows")
        filters = read_filters(request.query_params)
        documents = documents_by_id(library.documents())
        every = all_rows(library, filters.sort)
        found = filtered(every, filters, documents)
        html = render_rows(found, filters, choices(every, filters, documents), documents)
        return shown(request, html, "rows")

    def row(self, request: Request) -> Response:
        library = self._library()
        if isinstance(library, str):
            return told(request, library, "rows")
        wanted = request.query_params.get("id", "")
        row = next((each for each in library.indicators() if each.id == wanted), None)
        if row is None:
            return told(request, text("web.rows.unknown"), "rows")
        documents = documents_by_id(library.documents())
        alike = same_thing(row, library.indicators(), documents)
        return shown(request, render_row(row, alike, documents), "rows")

    def csv(self, request: Request) -> Response:
        return self._export(request, "csv")

    def xlsx(self, request: Request) -> Response:
        return self._export(request, "xlsx")

    def documents(self, request: Request) -> Response:
        library = self._library()
        if isinstance(library, str):
            return told(request, library, "documents")
        found = [self._found(library, document) for document in library.documents()]
        skipped = self.desk.opened().skipped
        html = render_documents(found, skipped, self._built(), not self.public)
        return shown(request, html, "documents")

    def about(self, request: Request) -> Response:
        return shown(request, render_about(self.public), "about")

    def _export(self, request: Request, kind: str) -> Response:
        library = self._library()
        if isinstance(library, str):
            return told(request, library, "rows")
        filters = read_filters(request.query_params)
        documents = documents_by_id(library.documents())
        rows = filtered(all_rows(library, filters.sort), filters, documents)
        made = sheet(rows, filters, documents)
        body = to_csv(made).encode("utf-8") if kind == "csv" else to_xlsx(made)
        headers = {"Content-Disposition": f'attachment; filename="{filters.sort}.{kind}"'}
        return Response(body, media_type="text/csv" if kind == "csv" else XLSX, headers=headers)

    def _found(self, library: Library, document: Document) -> Found:
        path = document.path
        counts = {
            sort: sum(row.place.document_id == path for row in all_rows(library, sort))
            for sort in ("indicators", "commitments", "amounts")
        }
        original = self.originals.find(document) is not None
        return Found(document, counts, library.gaps(path), original)

    def _library(self) -> Library | str:
        """The library, or the line that says why there is none."""
        try:
            return self.desk.opened().library
        except PlansvarError as error:
            return str(error)

    def _built(self) -> datetime | None:
        return self.desk.built()


def sheet(rows: list[Row], filters: Filters, documents: dict[str, Document]) -> Sheet:
    """The rows as the flat table that the command line exports too."""
    if filters.sort == "commitments":
        return commitment_sheet((r for r in rows if isinstance(r, Commitment)), documents)
    if filters.sort == "amounts":
        return amount_sheet((r for r in rows if isinstance(r, Amount)), documents)
    return indicator_sheet((r for r in rows if isinstance(r, Indicator)), documents)
