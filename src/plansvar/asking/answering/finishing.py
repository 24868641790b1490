"""A draft becomes an answer: checked sentence by sentence, sources numbered, text laid out."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import groupby

from plansvar.asking.answering.citing import Sources
from plansvar.asking.answering.declining import covered_years
from plansvar.asking.answering.drafts import Disagreement, Draft, Said, Task
from plansvar.asking.answering.facts import calculation_text
from plansvar.asking.checking import check_statement
from plansvar.asking.understanding.interpreting import interpret
from plansvar.domain import (
    Answer,
    CitedStatement,
    Conflict,
    ConflictValue,
    Evidence,
)
from plansvar.texts import text

_LOG = logging.getLogger(__name__)
_FEW = 3
_LONG = 80  # signs of a sentence that is easier to read by itself
HEADERS = {"rows": 4, "amounts": 3, "commitments": 3}


def checked(task: Task, draft: Draft) -> Draft:
    """The draft with only those sentences that pass the check; what does not is logged, and a list
    that lacks a line for it says so."""
    years = frozenset(covered_years(task.library)) if draft.abstained else frozenset()
    kept: list[Said] = []
    lacking = False
    for said in draft.said:
        verdict = check_statement(
            said.fact.statement(),
            task.query.text,
            task.library,
            task.language,
            evidence_needed=not draft.abstained,
            free_years=years,
        )
        if verdict.passed:
            kept.append(said)
        else:
            _LOG.warning("dropped (%s, %s): %s", verdict.fault, verdict.detail, said.fact.text)
            lacking = lacking or said.table is not None
    if lacking and any(said.table is not None for said in kept):
        proofs = [proof for said in kept for proof in said.fact.evidence]
        kept.append(Said(task.say("left.unproved").proved_by(*proofs[:1])))
    return Draft(
        draft.kind, tuple(kept), draft.rows, draft.abstained, draft.disagreements,
        draft.suggestions,
    )  # fmt: skip


def finished(task: Task, draft: Draft) -> Answer:
    """The answer of a checked draft."""
    sources = Sources(task.library)
    said = _without_repeats(draft.said)
    sources.gather(_evidence(said, draft.disagreements))
    statements = tuple(_cited(one, sources) for one in said)
    conflicts = tuple(_conflict(one, sources) for one in draft.disagreements)
    unchecked = _unchecked(task, sources)
    return Answer(
        question=task.query.text,
        interpretation=interpret(task.query, task.library),
        text="\n\n".join([_layout(task, said, statements), *map(_marked, unchecked)]),
        kind=draft.kind,
        abstained=draft.abstained,
        statements=(*statements, *unchecked),
        citations=tuple(sources.citations),
        rows=tuple(dict.fromkeys(draft.rows)),
        conflicts=conflicts,
        suggestions=draft.suggestions,
        not_understood=_unread(task),
    )


def _evidence(said: Iterable[Said], found: Iterable[Disagreement]) -> Iterator[Evidence]:
    for one in said:
        yield from one.fact.statement().evidence
    for each in found:
        yield from (evidence for _, evidence in each.values)


def _unread(task: Task) -> tuple[str, ...]:
    query = task.query
    return (*query.not_understood, *query.passed_over, *query.aside)


def _unchecked(task: Task, sources: Sources) -> tuple[CitedStatement, ...]:
    """A sentence that names the sources that OCR read, where there are any."""
    numbers = tuple(citation.n for citation in sources.citations if citation.ocr)
    said = text("answers.ocr", task.language)
    return (CitedStatement(said, numbers),) if numbers else ()


def _without_repeats(said: Iterable[Said]) -> tuple[Said, ...]:
    """Each sentence once, where it is said first; a row that two reports have is one of each."""
    found: dict[tuple[str, object], Said] = {}
    for one in said:
        found.setdefault((one.fact.text, one.fact.evidence if one.table else None), one)
    return tuple(found.values())


def _cited(said: Said, sources: Sources) -> CitedStatement:
    statement = said.fact.statement()
    calculation = statement.calculation
    return CitedStatement(
        statement.text,
        sources.cite(statement.evidence),
        calculation_text(calculation) if calculation else None,
    )


def _conflict(found: Disagreement, sources: Sources) -> Conflict:
    return Conflict(
        found.what,
        tuple(ConflictValue(raw, sources.cite([evidence])[0]) for raw, evidence in found.values),
    )


def _layout(task: Task, said: tuple[Said, ...], statements: tuple[CitedStatement, ...]) -> str:
    """Sentences in order, several long ones in a paragraph each; long runs of rows as a table."""
    pairs = list(zip(said, statements, strict=True))
    blocks: list[str] = []
    for (table, *_), members in groupby(pairs, key=lambda pair: _run_of(pair[0])):
        run = list(members)
        if table in HEADERS and (len(run) > _FEW or task.query.as_table):
            blocks.append(_table(task, table, run))
        elif table and len(run) > 1:
            blocks.append(_points([_marked(cited) for _, cited in run]))
        else:
            told = [_marked(cited) for _, cited in run]
            long = len(told) >= _FEW and all(len(each) >= _LONG for each in told)
            blocks.append(("\n\n" if long else " ").join(told))
    return "\n\n".join(blocks)


def _run_of(said: Said) -> tuple[str | None, tuple[str, ...], int]:
    """What sentences that are laid out together have in common."""
    return said.table, said.head, said.part


def _table(task: Task, table: str, run: list[tuple[Said, CitedStatement]]) -> str:
    header = list(run[0][0].head) or [
        text(f"answers.table.{table}.{n}", task.language) for n in range(HEADERS[table])
    ]
    filled = _filled(len(header), [said.cells for said, _ in run])
    header = [*(header[n] for n in filled), text("answers.table.source", task.language)]
    lines = [header, ["---"] * len(header)]
    for said, cited in run:
        marks = " ".join(f"[{n}]" for n in cited.citations)
        cells = (cell for n, cell in enumerate(said.cells) if n in filled)
        lines.append([*(cell.replace("|", "\\|") for cell in cells), marks])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _filled(columns: int, rows: list[tuple[str, ...]]) -> list[int]:
    """The columns that say anything of any row; the first names the rows."""
    return [n for n in range(columns) if n == 0 or any(cells[n : n + 1] != ("",) for cells in rows)]


def _points(lines: list[str]) -> str:
    """A list; a dash before a figure would read as a minus sign."""
    sign = "*" if any(line[:1].isdigit() for line in lines) else "-"
    return "\n".join(f"{sign} {line}" for line in lines)


def _marked(statement: CitedStatement) -> str:
    marks = " ".join(f"[{n}]" for n in statement.citations)
    return f"{statement.text} {marks}".strip()
