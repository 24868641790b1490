"""Whether a column of differences is rightly reckoned: each row's deviation against the two columns
that it is the difference of, found as those that most rows of the table agree with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, permutations

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact, counted, listed
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines, value_fact, what_fact
from plansvar.asking.answering.money_rows import decimals, reckoned, year_of
from plansvar.asking.answering.spending import column_fact
from plansvar.asking.answering.ways import is_deviation, is_planned, is_told_after
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import amount_proof
from plansvar.asking.query import Decline, Operation, Scope
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.told import tells_side
from plansvar.asking.understanding.lexicon import GENITIVE
from plansvar.domain import Amount, AnswerKind, Tally
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_TABLES, _SHOWN = 4, 4
_AGREE = 0.5  # so many of a table's rows must agree with the two columns
_EQUAL = 1e-6
_STEPS = 1.5  # of the last digit: two rounded numbers move their difference no more


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A row's printed difference and the two amounts that it should be the difference of."""

    whole: Amount
    less: Amount
    told: Amount

    @property
    def made(self) -> float:
        return (self.whole.value or 0.0) - (self.less.value or 0.0)

    @property
    def apart(self) -> float:
        """How far the printed difference is from the reckoned one, whichever sign it has: of
        incomes and results more is better, of costs less."""
        told = self.told.value or 0.0
        return min(abs(self.made - told), abs(self.made + told))

    @property
    def is_exact(self) -> bool:
        return self.apart < _EQUAL

    @property
    def holds(self) -> bool:
        step = 10.0 ** -max(decimals(row.raw) for row in (self.whole, self.less, self.told))
        return self.apart < _STEPS * step

    @property
    def keeps_sign(self) -> bool:
        return self.made * (self.told.value or 0.0) >= 0


def asks_of_columns(task: Task) -> bool:
    """ "är avvikelsen rätt räknad?", "är underskottet rätt räknat från budget och utfall?"."""
    if task.query.operation is not Operation.CHECK_SUM:
        return False
    if any(phrase in fold(task.query.text) for phrase in vocabulary("sums")["adding"]):
        return False  # parts are to be added up
    if task.query.numbers:
        return tells_side(task.query.text) or _names_both(task)
    return any(map(_is_difference, _asked(task))) or _names_both(task)


def _names_both(task: Task) -> bool:
    """Whether what was planned and what came out are named."""
    said = split(task.query.text)
    both = (words.vocabulary_list("balance", name) for name in ("planned", "outcomes"))
    return all(any(word.startswith(tuple(names)) for word in said) for names in both)


def answer_columns(task: Task) -> Draft:
    """For the rows named each reckoning; for whole tables how many rows are right, and each that
    is not; a no where there is nothing to reckon, for no other sum is asked about; of a number that
    the question gives only what prints it."""
    tables = _tables_in(task, replace(task.query.scope, organisations=()))
    linked = {row for link in task.query.links for row in link.rows}
    asked = _asked(task)
    named = [
        one for table in tables for one in table if one.told.id in linked or _is_named(one, asked)
    ]
    given = {abs(number) for number in task.query.numbers}
    named = [one for one in named if not given or abs(one.told.value or 0.0) in given] or named
    if named:
        facts = [fact for one in named[:_SHOWN] for fact in _one(task, one)]
        return Draft(AnswerKind.AMOUNT, tuple(map(Said, facts)), tuple(one.told for one in named))
    if task.query.numbers:
        return Draft(AnswerKind.AMOUNT, ())
    tables = _narrowed(task, _tables_in(task, task.query.scope))[:_TABLES]
    said = [Said(fact) for table in tables for fact in _table(task, table)]
    if not said:
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    return Draft(AnswerKind.AMOUNT, tuple(said), tuple(one.told for t in tables for one in t))


def _tables_in(task: Task, scope: Scope) -> list[list[Reckoned]]:
    """The reckonings in scope: of deviations, unless it is another difference that is asked of."""
    rows = selecting.rows_in_scope(task.library.amounts(), scope, task.library)
    tables = _tables(task, selecting.ordered(rows, task.library))
    deviations = words.vocabulary_list("balance", "deviations")
    off = any(_is_one_of(deviations, stem) for stem in _asked(task))
    off = off or tells_side(task.query.text) or _names_both(task)
    return [table for table in tables if is_deviation(table[0].told) is off]


def _narrowed(task: Task, tables: list[list[Reckoned]]) -> list[list[Reckoned]]:
    """The tables under the headings that the question names; none where it names anything else."""
    endings = tuple(words.vocabulary_list("balance", "units"))
    units = (word for word in split(task.query.text) if word.endswith(endings))
    told = telling_roots(" ".join((*task.query.keywords, *units)))
    known = telling_roots(" ".join(task.query.scope.organisations))
    more = {stem for stem in told - known if not _is_difference(stem)}
    if task.query.not_understood or task.query.links:
        return []
    return [table for table in tables if more <= _headed(table[0].told)]


def _headed(row: Amount) -> frozenset[str]:
    return frozenset(stem for heading in row.place.section for stem in telling_roots(heading))


def _is_difference(stem: str) -> bool:
    return _is_one_of(words.vocabulary_list("balance", "differences"), stem)


def _is_one_of(names: Iterable[str], stem: str) -> bool:
    return any(stem.startswith(own) for name in names for own in telling_roots(name))


def _asked(task: Task) -> frozenset[str]:
    """The roots of the question's words and of the units and measures that it names."""
    query = task.query
    named = (*query.scope.organisations, *query.conditions.responsible, *query.measures)
    told = telling_roots(" ".join((query.text, *named)))
    return frozenset({*told, *(stem.removesuffix(GENITIVE) for stem in told)})


def _is_named(one: Reckoned, asked: frozenset[str]) -> bool:
    named = telling_roots(one.told.what)
    return bool(named) and all(any(is_form(stem, told) for told in asked) for stem in named)


def _tables(task: Task, rows: Iterable[Amount]) -> list[list[Reckoned]]:
    """The reckonings of each column of differences among the rows, those of one table together."""
    years = set(task.query.scope.years)
    rows = tuple(rows)
    asked = {_line(row) for row in rows}
    every = [row for row in task.library.amounts() if row.headings and row.value is not None]
    documents = list(dict.fromkeys(row.place.document_id for row in rows))
    made = []
    for document in documents:
        own = [row for row in every if row.place.document_id == document]
        for table in _reckonings(own):
            kept = [one for one in table if _line(one.told) in asked]
            kept = [one for one in kept if not years or year_of(task, one.told) in years]
            made += [kept] if kept else []
    return made


def _line(row: Amount) -> tuple[str, int]:
    return row.place.document_id, row.what_span.start


def _reckonings(rows: Sequence[Amount]) -> Iterator[list[Reckoned]]:
    """Of the amounts of one document, for each column of differences its rows reckoned."""
    named = words.vocabulary_list("balance", "differences")
    found = [
        (told, line)
        for line in lines(rows)
        for told in line.rows
        if fold(told.measure or "") in named
    ]
    found.sort(key=lambda pair: (_column(pair[0]), pair[0].cell.start))
    for _, members in groupby(found, key=lambda pair: _column(pair[0])):
        table = _best(list(members))
        if table:
            yield table


def _column(row: Amount) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in row.headings)


def _best(pairs: Sequence[tuple[Amount, Line]]) -> list[Reckoned]:
    """The two columns whose difference most rows print; none where too few agree, but for the
    only row of a table what was planned and what came out."""
    columns = {_column(r): r for told, line in pairs for r in line.rows if r is not told}
    tries = [_of_columns(pairs, one, two) for one, two in permutations(columns, 2)]
    best = max(tries, key=_agreeing, default=[])
    if best and sum(one.holds for one in best) > _AGREE * len(best):
        return best
    planned = [key for key, row in columns.items() if is_planned(row)]
    after = [key for key, row in columns.items() if is_told_after(row)]
    alone = len(planned) == 1 and len(after) == 1 and len(pairs) == 1
    return _of_columns(pairs, planned[0], after[0]) if alone else []


def _agreeing(made: Sequence[Reckoned]) -> tuple[int, int]:
    held = [one for one in made if one.holds]
    return len(held), sum(one.keeps_sign for one in held)


def _of_columns(
    pairs: Sequence[tuple[Amount, Line]],
    one: tuple[tuple[int, int], ...],
    two: tuple[tuple[int, int], ...],
) -> list[Reckoned]:
    made = []
    for told, line in pairs:
        own = {_column(row): row for row in line.rows}
        if one in own and two in own and own[one].unit == own[two].unit == told.unit:
            made.append(Reckoned(own[one], own[two], told))
    return made


def _one(task: Task, one: Reckoned) -> list[Fact]:
    """The two amounts, their difference, and the one that is printed."""
    rows = (one.whole, one.less) if one.keeps_sign else (one.less, one.whole)
    made = reckoned(rows, (1, -1))
    if made is None:
        return []
    key = "right" if one.is_exact else "rounded" if one.holds else "wrong"
    return [
        task.say(
            f"columns_checked.{key}",
            what=what_fact(task, one.told),
            whole=value_fact(task, rows[0]),
            less=value_fact(task, rows[1]),
            difference=made,
            value=value_fact(task, one.told),
        )
    ]


def _table(task: Task, table: list[Reckoned]) -> list[Fact]:
    """How many rows of a table are rightly reckoned, and each that is not."""
    right = [one for one in table if one.holds]
    wrong = [one for one in table if not one.holds]
    turned = [one for one in right if not one.keeps_sign]
    first = next((one for one in right if one.keeps_sign), table[0])
    lead = task.say(
        f"columns_checked.{'some' if wrong else 'all'}",
        report=report_name(task, task.document(first.told), first.told.place.organisation),
        difference=column_fact(task, first.told),
        whole=column_fact(task, first.whole),
        less=column_fact(task, first.less),
        count=str(len(right)),
        base=str(len(table)),
    )
    calculation = counted(
        word(task, "rule", "reckoned"),
        len(right),
        Tally(word(task, "tally", "reckoned"), tuple(one.told.id for one in table)),
        Tally(word(task, "tally", "right"), tuple(one.told.id for one in right)),
        rows=[one.told.id for one in right],
    )
    proof = [amount_proof(row) for row in (first.whole, first.less, first.told)]
    facts = [lead.reckoned(calculation).proved_by(*proof)]
    if turned:
        names = [what_fact(task, one.told) for one in turned[:_SHOWN]]
        facts.append(task.say("columns_checked.turned", names=listed(names, task.language)))
    return [*facts, *(fact for one in wrong[:_SHOWN] for fact in _one(task, one))]
