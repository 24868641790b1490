"""A draft and what the documents say of each sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plansvar.domain import Claim, ClaimVerdict, Document, DraftReport
from plansvar.web.rendering.answers import source_of
from plansvar.web.rendering.templates import render

SIGNS = {
    ClaimVerdict.SUPPORTED: "✓",
    ClaimVerdict.DEVIATES: "✗",
    ClaimVerdict.NOT_FOUND: "?",
    ClaimVerdict.NO_FIGURES: "–",
}


@dataclass(frozen=True, slots=True)
class Judged:
    claim: Claim
    sign: str
    kind: str


def render_draft(
    draft: str = "",
    report: DraftReport | None = None,
    documents: Mapping[str, Document] | None = None,
    problem: str | None = None,
) -> Markup:
    """The form with the text in it, and below it the sentences with their verdicts."""
    found = documents or {}
    citations = report.citations if report else ()
    claims = report.claims if report else ()
    return render(
        "check",
        draft=draft,
        problem=problem,
        judged=tuple(Judged(c, SIGNS[c.verdict], c.verdict.name.lower()) for c in claims),
        asked=report is not None,
        sources={c.n: source_of(c, found.get(c.document)) for c in citations},
    )
