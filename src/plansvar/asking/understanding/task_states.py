"""How far undertakings must have come, as a question says it in several words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from plansvar.asking.evidence.selecting import rows_in_scope
from plansvar.asking.query import Conditions, Operation, Query, Subject, TargetState
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.task_kinds import task_kinds
from plansvar.language.folding import fold

_OF_ALL = (Operation.RESPONSIBLE, Operation.WHEN)
_HOW_FAR = (Operation.WHAT, Operation.STATUS, Operation.HOW)
LONGEST = 4  # words of a status
NEAR = 4  # tokens between "inte" and what has not been done


def of_tasks(
    conditions: Conditions, reading: Reading, subject: Subject | None, catalogue: Catalogue
) -> Conditions:
    """The conditions of undertakings: "inte ens börjat" is one status, and what is reached or
    missed of them is done or not."""
    if subject is not Subject.COMMITMENTS:
        return conditions
    conditions = replace(conditions, kinds=task_kinds(reading, catalogue))
    if conditions.responsible and _are_own(reading, conditions.kinds, catalogue):
        conditions = replace(conditions, responsible=())
    if _is_unbegun(reading):
        unbegun = grammar()["unbegun"]
        said = conditions.statuses if unbegun in conditions.statuses else (unbegun,)
        return _with(conditions, said, False)
    if not conditions.statuses and _is_left(reading):
        return _with(conditions, (grammar()["finished"],), True)
    if not conditions.statuses and conditions.target_state is not None:
        missed = conditions.target_state is TargetState.MISSED
        return _with(conditions, (grammar()["finished"],), missed)
    printed = () if conditions.statuses else _printed(reading, catalogue)
    if conditions.statuses or printed:
        statuses = conditions.statuses or printed
        return replace(
            conditions, statuses=statuses, change=None, target_state=None, assessments=()
        )
    return conditions


def with_all_tasks(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """ "vem ansvarar för uppdragen?", "när ska de vara klara?", "hur går det med dem?": who answers
    for all undertakings, when they are to be done or how far they are, where none is named."""
    named = query.links or query.keywords or query.not_understood or query.decline
    if named or query.money or query.operation not in (*_OF_ALL, *_HOW_FAR):
        return query
    known = {fold(row.kind) for row in catalogue.library.commitments()}
    asked = {fold(kind) for kind in query.conditions.kinds}
    said = asked or reading.has("subject", Subject.COMMITMENTS.value)
    if not (asked <= known and (said or _are_of_unit(query, reading, catalogue))):
        return query
    operation = Operation.LIST if query.operation in _HOW_FAR else query.operation
    made = replace(query, subject=Subject.COMMITMENTS, operation=operation)
    conditions = of_tasks(made.conditions, reading, Subject.COMMITMENTS, catalogue)
    statuses = query.premise.statuses if query.premise else reading.values("task_status")
    if query.operation is Operation.WHEN:  # "klara" is what they are to be
        statuses = tuple(status for status in statuses if status != grammar()["finished"])
    conditions = replace(conditions, statuses=statuses)
    return replace(made, conditions=conditions, premise=None)


def _are_of_unit(query: Query, reading: Reading, catalogue: Catalogue) -> bool:
    """Whether it is asked which measures a unit takes, and rows of that unit are called so."""
    many = any(token.key in grammar()["many"] for token in reading.tokens)
    alone = not (query.measures or query.premise or query.scope.years)
    if not (many and alone and query.scope.organisations):
        return False
    named = {root(token.key) for token in reading.tokens}
    rows = rows_in_scope(catalogue.library.commitments(), query.scope, catalogue.library)
    return any(root(fold(row.kind)) in named for row in rows)


def _printed(reading: Reading, catalogue: Catalogue) -> tuple[str, ...]:
    """The statuses of several words that the documents print and of which the question says what
    they add ("pågående med avvikelse")."""
    said = {token.stem for token in reading.tokens if token.key in grammar()["status_adds"]}
    printed = Counter(fold(row.status_raw or "") for row in catalogue.library.commitments())
    several = sorted(
        raw for raw, times in printed.items() if times > 1 and 1 < len(raw.split()) <= LONGEST
    )
    return tuple(
        raw for raw in several if not said.isdisjoint(root(word) for word in raw.split()[1:])
    )


def _are_own(reading: Reading, kinds: Collection[str], catalogue: Catalogue) -> bool:
    """Whether a unit has undertakings in documents of its own where only people of it answer for
    them, or such as are asked for under its own headings without saying who does: asked for the
    unit's, those are meant as well as what it answers for elsewhere."""
    units = set(reading.found.scope.organisations)
    if not units or reading.has("operation", Operation.RESPONSIBLE.value):
        return False
    asked = {fold(kind) for kind in kinds}
    rows = [r for r in catalogue.library.commitments() if r.place.organisation in units]
    such = [row for row in rows if fold(row.kind) in asked]
    answering = {name for row in such or rows for name in row.responsible}
    own = answering.isdisjoint({*units, *reading.found.responsible})
    return own and bool(answering or such)


def _with(conditions: Conditions, statuses: tuple[str, ...], negated: bool) -> Conditions:
    return replace(
        conditions, statuses=statuses, negated=negated, target_state=None, change=None
    )  # fmt: skip


def _is_unbegun(reading: Reading) -> bool:
    """Whether a word for a beginning is denied: "inte ens börjat", "ingen har tagit tag i"."""
    keys = [token.key for token in reading.tokens]
    begun = [n for n, key in enumerate(keys) if key in grammar()["begun"]]
    return any(not set(keys[max(0, n - NEAR) : n]).isdisjoint(grammar()["lacking"]) for n in begun)


def _is_left(reading: Reading) -> bool:
    """ "vilka uppdrag återstår?", "vad är kvar att göra av uppdragen?": what is not yet done."""
    text = f" {' '.join(token.key for token in reading.tokens)} "
    return any(f" {phrase} " in text for phrase in grammar()["left_to_do"])
