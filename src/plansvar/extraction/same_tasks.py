"""Undertakings that two tables of one document name in the same words: the one tells whose each is,
the other, a time plan, when it is done. They are one row with what both tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Commitment
from plansvar.language.folding import fold


def with_same_tasks(rows: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """The rows with those put together that are named alike, are of one kind, and of which none
    says what the other says too."""
    groups: dict[tuple[str, str, str], list[Commitment]] = {}
    for row in rows:
        key = (row.place.document_id, row.kind, " ".join(fold(row.text).split()).rstrip(" ."))
        groups.setdefault(key, []).append(row)
    joined = {id(g[0]): _joined(*g) for g in groups.values() if len(g) == 2 and _complete(*g)}
    dropped = {id(g[1]) for g in groups.values() if id(g[0]) in joined}
    return tuple(joined.get(id(row), row) for row in rows if id(row) not in dropped)


def _complete(one: Commitment, other: Commitment) -> bool:
    """Whether of two rows each tells something, and they tell nothing twice."""
    told = [
        (bool(row.responsible), bool(row.deadline), bool(row.status_raw), bool(row.comment))
        for row in (one, other)
    ]
    pairs = list(zip(*told, strict=True))
    return all(map(any, told)) and not any(a and b for a, b in pairs)


def _joined(one: Commitment, other: Commitment) -> Commitment:
    last = other if other.responsible else one
    dated = other if other.deadline else one
    said = other if other.status_raw else one
    remarked = other if other.comment else one
    return replace(
        one,
        responsible=last.responsible,
        responsible_span=last.responsible_span,
        deadline=dated.deadline,
        deadline_spans=dated.deadline_spans,
        status=said.status,
        status_raw=said.status_raw,
        status_span=said.status_span,
        comment=remarked.comment,
        comment_span=remarked.comment_span,
    )
