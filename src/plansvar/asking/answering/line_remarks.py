"""Why or when money goes as it does: the remark in the very line of a table that prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.answering.deadlines import tells_time
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money_not_so import answer_not_off_plan, asks_why_off_plan
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import told_label
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages import find_told_causes
from plansvar.asking.passages.explaining import is_spoken_of, needed_terms
from plansvar.asking.passages.named_rows import rows_named
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Operation
from plansvar.asking.tables.printed import Line
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import Amount, AnswerKind, Cell, Evidence
from plansvar.language.folding import fold
from plansvar.language.verbs import is_verb

_WHY, _COMMENT = "why", "comment"
_FEWEST = 2  # telling words of a remark beside those of the question and the name

Remark = tuple[Line, Cell]


def asks_of_line_remark(task: Task) -> bool:
    """Whether it is asked why or when of money that a question names by the names of rows."""
    query = task.query
    if not query.links or query.claimed is not None:
        return False
    if query.operation is Operation.WHEN:
        return True
    # What the figures deny has no cause: no remark is one of a thing's being dearer that was not.
    denied = asks_why_off_plan(task) and bool(answer_not_off_plan(task).said)
    return kind_of(query) == _WHY and not denied


def answer_line_remark(task: Task) -> Draft:
    """The remarks in the lines of the newest document that has any that tell what is asked; of
    causes none where a sentence elsewhere tells one and the remarks do not say that they do."""
    rows = _rows(task)
    for path in dict.fromkeys(row.place.document_id for row in rows):
        mine = [row for row in rows if row.place.document_id == path]
        told = [each for each in _remarks(task, mine) if _tells(task, *each)]
        if told and not _is_better_told(task, told):
            said = tuple(_said(task, *each) for each in told)
            return Draft(AnswerKind.PASSAGE, tuple(dict.fromkeys(said)), tuple(mine))
    return Draft(AnswerKind.PASSAGE, ())


def _rows(task: Task) -> list[Amount]:
    """The amounts that a question names, and those that go by the name of what it names."""
    rows = selecting.rows_in_scope(task.library.amounts(), task.query.scope, task.library)
    named = {row.id for row in rows_named(task.query, task.library)}
    names = {fold(link.name) for link in task.query.links}
    mine = [row for row in rows if row.id in named or fold(row.what) in names]
    return sorted(mine, key=lambda row: selecting.newest_key(task.document(row)))


def _remarks(task: Task, rows: Sequence[Amount]) -> Iterator[Remark]:
    """The remarks in the lines that print these amounts."""
    paths = {row.place.document_id for row in rows}
    for table in tables_of(task.library):
        columns = [column for column in table.columns if column.role == _COMMENT]
        if table.document.path not in paths:
            continue
        for line in table.lines if columns else ():
            if any(row.cell.overlaps(f.span) for row in rows for f in line.figures):
                cells = (line.cells[column.index] for column in columns)
                yield from ((line, cell) for cell in cells if cell and cell.text.strip())


def _tells(task: Task, line: Line, remark: Cell) -> bool:
    """Whether a remark tells more than the line's name, and speaks of all that is asked."""
    said = telling_roots(f"{task.query.text} {line.label}")
    own = [w for w in telling_roots(remark.text) if not any(is_form(w, each) for each in said)]
    when = task.query.operation is Operation.WHEN
    if not (tells_time(remark.text) if when else len(own) >= _FEWEST):
        return False
    section = line.document.section_at(remark.span.start)
    above = " ".join((line.label, remark.text, *(section.path if section else ())))
    needed = needed_terms(task.query, task.library)
    return is_spoken_of([term for term in needed if not is_verb(term.word)], above)


def _is_better_told(task: Task, told: Sequence[Remark]) -> bool:
    if task.query.operation is Operation.WHEN or any(
        holds_cue(remark.text, _WHY) for _, remark in told
    ):
        return False
    return bool(find_told_causes(task.query, task.library))


def _said(task: Task, line: Line, remark: Cell) -> Said:
    quote = quoted(line.document, remark.span)
    fact = task.say("passage.on_row", name=told_label(task, line), quote=quote)
    spans = tuple(sorted({*line.told, remark.span}))
    place = place_at(line.document, line.labels[0])
    return Said(fact.proved_by(Evidence(place, spans, row=line.labels[0])))
