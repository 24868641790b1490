"""Goals beside which a pointer on a scale points at a verdict: the reader knows which words of the
scale count, and of which title they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Assessment, BlockKind, Document, Indicator, MarkSource, Span, Swatch
from plansvar.extraction.goal_verdicts import Title, goal_row, heading_title, plain_name
from plansvar.extraction.places import Names
from plansvar.extraction.stating import assessment_named
from plansvar.extraction.tables.assessing import is_verdict_word
from plansvar.language.folding import fold
from plansvar.language.verdict_forms import bare_verdict

_NEAR = 6  # blocks from a title to the words at which the pointer points


def is_pointed(shown: Swatch) -> bool:
    """Whether a mark beside a line is the words at which a pointer points."""
    return shown.mark.source is MarkSource.TEXT and bool(shown.mark.raw)


def pointed_goals(
    document: Document, rows: Sequence[Indicator], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Span, ...]]:
    """The goals that scales judge, but for those that a row judges already, and where their
    verdicts stand."""
    known = {plain_name(row.name) for row in rows if row.assessments}
    found: list[Indicator] = []
    covered: list[Span] = []
    for shown in filter(is_pointed, document.line_marks):
        title, said = _title(document, shown.said), _said(document, shown)
        if title is None or said is None:
            continue
        covered.append(said)
        raw = document.quote(said)
        value = assessment_named(raw) or bare_verdict(fold(raw).strip(" ."))
        verdict = Assessment(value, MarkSource.TEXT, raw, mark=shown.mark, proof=said)
        if is_verdict_word(raw) and plain_name(document.quote(title.name)) not in known:
            found.append(goal_row(document, title, verdict, names.next()))
    return tuple(found), tuple(covered)


def _title(document: Document, line: Span) -> Title | None:
    """The goal that a line names, without the verdict where that stands in the same line."""
    raw = next(s.mark.raw or "" for s in document.line_marks if s.said == line)
    title = heading_title(document, line)
    if title is None:
        return None
    name = document.quote(title.name)
    end = title.name.start + len(name.removesuffix(raw).rstrip(" –-—:."))
    return replace(title, name=Span(title.name.start, end)) if name.removesuffix(raw) else None


def _said(document: Document, shown: Swatch) -> Span | None:
    """Where the words of a mark stand: in the line itself, or all of a block soon behind it."""
    raw = shown.mark.raw or ""
    line = document.quote(shown.said)
    if line.endswith(raw):
        return Span(shown.said.end - len(raw), shown.said.end)
    behind = [b for b in document.blocks if b.span.start >= shown.said.end][:_NEAR]
    texts = (b.span for b in behind if b.kind is not BlockKind.TABLE)
    return next((span for span in texts if document.quote(span) == raw), None)
