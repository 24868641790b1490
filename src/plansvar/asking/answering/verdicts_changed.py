"""Which goals are judged otherwise than before: in another column of the same table, or in an
earlier document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.marks import year_printed
from plansvar.asking.answering.renamed_rows import renamed_rows
from plansvar.asking.answering.rows import LISTED, capped, name_fact
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import assessment_proof, marked_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.goal_levels import ANY, family_of
from plansvar.asking.query import Decline, Operation, Scope
from plansvar.domain import AnswerKind, Assessment, Document, Evidence, Indicator, Tally
from plansvar.language.folding import fold
from plansvar.language.periods import find_period
from plansvar.texts import text

_SHORT = re.compile(r"\s*\([^\W\d_]{2,6}\)\s*$")
_MUNICIPALITIES = 2
_BOTH = 2  # what rows were judged before, and what now


@dataclass(frozen=True, slots=True)
class Pair:
    """A row now and how it was judged before, in its own table or in an earlier document."""

    row: Indicator
    now: Assessment
    earlier: Indicator
    before: Assessment

    @property
    def changed(self) -> bool:
        now, before = _judged(self.now), _judged(self.before)
        return now != before

    @property
    def first(self) -> bool:
        """Whether it is judged now, and was not before, as nothing was measured yet."""
        return _judges(self.now) and not _judges(self.before)

    def goes(self, ways: Sequence[str]) -> bool:
        """Whether it went from the one to the other, or from any to that."""
        told = (_judged(self.before), _judged(self.now))
        return all(way in (ANY, own) for way, own in zip(ways, told, strict=False))


def answer_changed(task: Task) -> Draft:
    """The rows whose assessment has changed, of those that are judged both times."""
    said: list[Said] = []
    rows: list[Indicator] = []
    for every in list(_compared(task))[:_MUNICIPALITIES]:
        pairs = [p for p in every if not p.first]
        part = [p for p in pairs if p.changed and p.goes(task.query.goals[1:])]
        said.append(Said(_lead(task, pairs, part)))
        if task.query.operation is not Operation.COUNT:
            told = [_pair_said(task, pair) for pair in part[:LISTED]]
            said += capped(task, told, [p.row for p in part])
        new = [p for p in every if p.first and p.goes(task.query.goals[1:])]
        said += [Said(_first(task, new))] if new else []
        rows += [p.row for p in (*part, *new)]
    if not said:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return Draft(AnswerKind.INDICATOR, tuple(said), tuple(rows))


def _compared(task: Task) -> Iterator[list[Pair]]:
    """The rows judged both times, of the newest document of each municipality that has such."""
    seen: set[str | None] = set()
    documents = _documents(task)
    for newest in documents:
        if newest.municipality in seen or not _may_be_newest(task, newest, documents):
            continue
        pairs = _in_table(task, newest) or _across(task, newest, documents)
        if not all(p.first for p in pairs):
            seen.add(newest.municipality)
            yield pairs


def _documents(task: Task) -> list[Document]:
    """The documents of the places asked about, newest first."""
    places = set(task.query.scope.municipalities)
    every = sorted(task.library.documents(), key=selecting.newest_key)
    return [d for d in every if not places or d.municipality in places]


def _may_be_newest(task: Task, document: Document, documents: Sequence[Document]) -> bool:
    """Whether a document may be the one compared: the later of those that the question names, or
    one after the only one named ("sedan delårsrapport 1")."""
    named = [d for d in documents if d.path in task.query.scope.documents]
    if not named:
        return True
    if len(named) == 1:
        return selecting.newest_key(document) < selecting.newest_key(named[0])
    return document is named[0]


def _in_table(task: Task, document: Document) -> list[Pair]:
    """Rows with an assessment of an earlier year beside that of now; of the year asked for."""
    years = {str(y) for y in (*task.query.against_years, *task.query.scope.years)}
    named = set(task.query.scope.documents) - {document.path}
    if named:
        return []
    found = []
    for row in _rows(task, document):
        earlier = [a for a in row.assessments if _is_time(a.breakdown) and a.value]
        fits = [a for a in earlier if not years or a.breakdown in years]
        now = row.assessment
        if now and now.value and fits and _judges(now) == _judges(fits[0]):
            found.append(Pair(row, now, row, fits[0]))
    return found


def _is_time(breakdown: str) -> bool:
    """Whether an assessment is of an earlier year or month, and not of a part."""
    return find_period(breakdown) == breakdown


def _across(task: Task, newest: Document, documents: Sequence[Document]) -> list[Pair]:
    """Rows that an earlier document judges under the same name; the document or year asked for,
    else the last one that judges any."""
    scope = task.query.scope
    key = selecting.newest_key(newest)
    later = [d for d in documents if selecting.newest_key(d) > key]
    earlier = [d for d in later if d.municipality == newest.municipality]
    named = set(scope.documents) - {newest.path}
    earlier = [d for d in earlier if not named or d.path in named]
    years = set(task.query.against_years)
    earlier = [d for d in earlier if not years or d.year in years]
    kinds = set(scope.document_kinds)
    earlier = [d for d in earlier if not kinds or d.kind.value in kinds]
    if years:
        earlier.sort(key=lambda d: -words.last_month(d))
    return next((p for d in earlier if (p := _pairs(task, newest, d))), [])


def _pairs(task: Task, newest: Document, document: Document) -> list[Pair]:
    """The rows that both documents judge, each found by one name that no other row has."""
    rows, others = _rows(task, newest), _rows(task, document)
    now, before = _by_name(rows), _by_name(others)
    named = {
        row.id: (row, earlier)
        for name, row in now.items()
        if row is not None and (earlier := before.get(name)) is not None
    }
    taken = {earlier.id for _, earlier in named.values()}
    rest = [row for row in rows if row.id not in named]
    renamed = renamed_rows(rest, [other for other in others if other.id not in taken])
    found = {**named, **{row.id: (row, earlier) for row, earlier in renamed}} if named else {}
    order = [row.id for row in rows if row.id in found]
    return [pair for each in order if (pair := _pair(*found[each])) is not None]


def _pair(row: Indicator, earlier: Indicator) -> Pair | None:
    if not (row.assessment and earlier.assessment):
        return None
    pair = Pair(row, row.assessment, earlier, earlier.assessment)
    return pair if pair.first or _judges(pair.now) == _judges(pair.before) else None


def _judges(assessment: Assessment) -> bool:
    """Whether an assessment says how it goes, and not that nothing is measured yet."""
    return family_of(assessment.value) is not None


def _by_name(rows: Sequence[Indicator]) -> dict[str, Indicator | None]:
    """Rows by their names, with the unit's letters behind them and without; null where two rows
    have one."""
    found: dict[str, Indicator | None] = {}
    for row in rows:
        for name in {row.name, *(label.text for label in row.also)}:
            key = fold(_SHORT.sub("", plain(name)))
            found[key] = None if key in found and found[key] is not row else row
    return found


def _rows(task: Task, document: Document) -> list[Indicator]:
    """The rows of a document that are judged as a whole, of the unit and names asked for."""
    linked = {row for link in task.query.links for row in link.rows}
    rows = [r for r in task.library.indicators() if r.place.document_id == document.path]
    scope = Scope(organisations=task.query.scope.organisations)
    return [
        r
        for r in selecting.rows_in_scope(rows, scope, task.library)
        if r.assessment and r.assessment.value and (not linked or r.id in linked)
    ]


def _judged(assessment: Assessment) -> str:
    return family_of(assessment.value) or fold(assessment.value or "")


def _lead(task: Task, pairs: Sequence[Pair], part: Sequence[Pair]) -> Fact:
    first = pairs[0]
    now = report_name(task, task.document(first.row), None)
    told = zip(("was", "is"), task.query.goals[1:], strict=False)
    ways = {name: way for name, way in told if way != ANY}
    fact = task.say_many(
        "changed.ways" if len(ways) == _BOTH else "changed.become" if ways else "changed",
        len(part),
        base=str(len(pairs)),
        report=now,
        before=_before(task, first),
        **{name: word(task, "family", way) for name, way in ways.items()},
    )
    calculation = counted(
        word(task, "rule", "changed"),
        len(part),
        Tally(word(task, "tally", "judged_twice"), tuple(p.row.id for p in pairs)),
        Tally(word(task, "tally", "changed"), tuple(p.row.id for p in part)),
        rows=[p.row.id for p in part],
    )
    proof = [e for p in (part or pairs)[:3] for e in _proof(task, p)]
    return fact.reckoned(calculation).proved_by(*proof)


def _first(task: Task, pairs: Sequence[Pair]) -> Fact:
    """Those that the earlier document did not judge yet, each with what it is judged now."""
    names = [
        task.say(
            "changed.named",
            name=name_fact(task, pair.row),
            now=word(task, "assessment_named", pair.now.value or ""),
        ).proved_by(*_proof(task, pair))
        for pair in pairs
    ]
    before = _before(task, pairs[0])
    return task.say("changed.first", before=before, names=listed(names, task.language))


def _before(task: Task, pair: Pair) -> Fact:
    """What it is compared with: an earlier document, or the year of a column."""
    if pair.earlier is not pair.row:
        return report_name(task, task.document(pair.earlier), None)
    year = year_printed(task.document(pair.row), pair.row, pair.before.breakdown)
    return year or Fact(text("answers.changed.column", task.language))


def _proof(task: Task, pair: Pair) -> list[Evidence]:
    return [
        marked_proof(pair.row, pair.now),
        *assessment_proof(task.document(pair.earlier), pair.earlier, pair.before),
    ]


def _pair_said(task: Task, pair: Pair) -> Said:
    before = word(task, "assessment_named", pair.before.value or "")
    now = word(task, "assessment_named", pair.now.value or "")
    fact = task.say("changed.row", name=name_fact(task, pair.row), before=before, now=now)
    head = tuple(text(f"answers.table.changed.{n}", task.language) for n in range(3))
    cells = (plain(pair.row.name), before, now)
    return Said(fact.proved_by(*_proof(task, pair)), cells, "rows", head)
