"""Two things that a question sets side by side: which is more, how far apart, what is unlike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from plansvar.asking.answering.comparing import shown_outcome
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.kinds import word
from plansvar.asking.answering.money import Line, lines_said, what_fact
from plansvar.asking.answering.money_rows import difference, of_kind, same_column
from plansvar.asking.answering.reckoning import difference_fact
from plansvar.asking.answering.rows import name_fact, row_said
from plansvar.asking.answering.values import row_facts, wanted_observations
from plansvar.asking.answering.ways import is_deviation, is_planned
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.reading import usable
from plansvar.asking.query import Subject
from plansvar.asking.telling_roots import telling_roots
from plansvar.asking.told import is_other_money
from plansvar.domain import Amount, AnswerKind, Document, Evidence, Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_PERCENT = "%"
_MOST = 40  # values of one thing that are tried
_PROOFS = 6


@dataclass(frozen=True, slots=True)
class Held:
    """One of the two things as a row has it: the value that is compared."""

    task: Task
    row: Indicator | Amount
    seen: Observation | Amount

    @property
    def unit(self) -> str:
        """What the value is counted in; where no unit is printed what the name says."""
        if words.is_percent(self.seen.unit):
            return _PERCENT
        told = fold(self.seen.unit or "")
        if told or isinstance(self.row, Amount):
            return told
        names = (self.row.name, *(label.text for label in self.row.also))
        return next(filter(None, map(unit_named, names)), "")

    @property
    def document(self) -> Document:
        return self.task.document(self.row)

    @property
    def year(self) -> int | None:
        own = words.year_of(self.row.what) if isinstance(self.row, Amount) else None
        return own or words.year_of(self.seen.period) or self.document.year


def answer_pair(task: Task) -> Draft:
    """Both things with the values that fit each other best; nothing where one has none."""
    sides = [_held(replace(task, query=part)) for part in task.query.parts]
    pairs = list(product(*(side[:_MOST] for side in sides))) if len(sides) > 1 else []
    if not pairs:
        return Draft(AnswerKind.INDICATOR, ())
    one, other = max(pairs, key=lambda pair: _fitness(*pair))
    if _are_of_unlike_money(task, one, other):
        return Draft(AnswerKind.INDICATOR, ())
    said = [Said(fact) for fact in (*_verdict(task, one, other), *_apart(task, one, other))]
    told = [Said(s.fact) for held in (one, other) for s in _values(held, one, other)]
    said += [replace(each, table="pair") for each in told]
    said += [Said(fact) for fact in _unlike(task, one, other)]
    rows = (one.row, other.row)
    money = isinstance(one.row, Amount) and isinstance(other.row, Amount)
    return Draft(AnswerKind.AMOUNT if money else AnswerKind.INDICATOR, tuple(said), rows)


def _are_of_unlike_money(task: Task, one: Held, other: Held) -> bool:
    """Whether one is of investments and the other is not, where nothing of those is asked: what
    came of a company is not set beside a project whose name begins alike."""
    said = telling_roots(task.query.text)
    investing = tuple(vocabulary("questions")["grammar"]["money_cues"]["investing"])
    money = [held.row for held in (one, other) if isinstance(held.row, Amount)]
    unlike = {is_other_money(row.place.section) for row in money}
    return len(money) > 1 and len(unlike) > 1 and not any(r.startswith(investing) for r in said)


def _held(task: Task) -> list[Held]:
    """The values of one thing, newest document first."""
    if task.query.subject is Subject.AMOUNTS:
        amounts = [r for r in _amounts(task) if r.value is not None]
        asked = {fold(measure) for measure in task.query.measures}
        amounts = [r for r in amounts if fold(r.measure or "") in asked] or amounts
        return [Held(task, amount, amount) for amount in of_kind(task, amounts)]
    rows = selecting.indicators(task.query, task.library)
    wanted = [row for row in rows if any(map(words.is_outcome, wanted_observations(task, row)))]
    found = ((row, shown_outcome(task, row)) for row in wanted)
    return [Held(task, row, seen) for row, seen in found if seen is not None and usable(seen)]


def _amounts(task: Task) -> tuple[Amount, ...]:
    """The amounts of one thing; a unit that is a part of its name need not have reported them."""
    rows = selecting.amounts(task.query, task.library)
    if rows or not task.query.scope.organisations:
        return rows
    scope = replace(task.query.scope, organisations=())
    return selecting.amounts(replace(task.query, scope=scope), task.library)


def unit_named(name: str) -> str:
    """The unit that a row's name tells its values to be in; the name itself where they are given
    for each of something, so that no other row has it; "" for plain numbers."""
    pieces = [piece for word in split(name) for piece in word.split("-")]
    said = [word for n, word in enumerate(pieces) if not (n and pieces[n - 1].isdigit())]
    if any(word in words.vocabulary_list("pair_units", "each") for word in said):
        return fold(name)
    for unit, spellings in vocabulary("answering")["pair_units"]["named"].items():
        if any(word in spellings for word in said):
            return str(unit)
    return ""


def _fitness(one: Held, other: Held) -> tuple[object, ...]:
    """How well two values fit each other: unit, document, year, period, what they measure, age."""
    money = isinstance(one.row, Amount) and isinstance(other.row, Amount)
    return (
        _alike(one, other),
        money and same_column(one.row, other.row) and one.seen.period == other.seen.period,  # type: ignore[arg-type]
        one.row.place.document_id == other.row.place.document_id,
        one.year == other.year,
        one.seen.period == other.seen.period,
        _measures(one) == _measures(other),
        -sum(_is_off(held) for held in (one, other)),
        sum(_is_named(held) for held in (one, other)),
        [-n for held in (one, other) for n in selecting.newest_key(held.document)],
        (one.year or 0) + (other.year or 0),
    )


def _alike(one: Held, other: Held) -> bool:
    """Whether two values are counted in the same: a row that is nothing but the mean of its table
    ("Genomsnitt i länet") is counted in what the rows beside it are."""
    if one.unit == other.unit or not (_is_mean(one) or _is_mean(other)):
        return one.unit == other.unit
    bare = not (one.seen.unit or other.seen.unit)
    tables = {held.row.table for held in (one, other) if isinstance(held.row, Indicator)}
    same = one.row.place.document_id == other.row.place.document_id
    return bare and same and len(tables) == 1 and None not in tables


def _is_mean(held: Held) -> bool:
    first = next(iter(split(_label(held.row))), "")
    return first in words.vocabulary_list("pair_units", "means")


def _label(row: Indicator | Amount) -> str:
    return row.what if isinstance(row, Amount) else row.name


def _is_named(held: Held) -> bool:
    """Whether a row bears the very name that the question was linked to."""
    return fold(_label(held.row)) in {fold(link.name) for link in held.task.query.links}


def _measures(held: Held) -> str | None:
    if isinstance(held.seen, Amount):
        return fold(held.seen.measure or "")
    return words.measure_kind(held.seen.measure)


def _is_off(held: Held) -> int:
    """What is planned says less than what came out, and a deviation less still."""
    if not isinstance(held.row, Amount):
        return 0
    return 2 if is_deviation(held.row) else int(is_planned(held.row))


def _verdict(task: Task, one: Held, other: Held) -> list[Fact]:
    """Which is more; that they cannot be set against each other where their units differ."""
    names = {"first": _name(one), "second": _name(other)}
    if not _alike(one, other):
        return [task.say("pair.units", **names)]
    sizes = _sizes(one, other)
    if sizes is None:
        return []
    if sizes[0] == sizes[1]:
        return [task.say("pair.equal", **names)]
    money = isinstance(one.row, Amount) and isinstance(other.row, Amount)
    more = sizes[0] > sizes[1]
    relation, less = task.query.pair, task.query.pair.endswith("less")
    turned = relation.startswith("which") and more is less
    if turned or (relation in ("beside", "apart") and not more):
        names = {"first": names["second"], "second": names["first"]}
        more = not more
    fact = task.say(f"pair.{'money_' if money else ''}{'more' if more else 'less'}", **names)
    if relation.startswith("than"):
        return [task.say(f"pair.{'yes' if more is not less else 'no'}", fact=fact)]
    return [fact]


def _sizes(one: Held, other: Held) -> tuple[float, float] | None:
    """How large the values are: costs are often printed with a minus; null where one is over and
    the other a cost."""
    first, second = one.seen.value, other.seen.value
    if first is None or second is None or _tells_loss(one) is not _tells_loss(other):
        return None
    if first < 0 and second < 0 and not (_signed(one) or _signed(other)):
        return abs(first), abs(second)
    if first * second < 0 and not (_signed(one) and _signed(other)):
        return None
    return first, second


def _tells_loss(held: Held) -> bool:
    """Whether the name of an amount says that it is missing, where no sign does ("gick med en
    förlust på 1,7 mnkr")."""
    row = held.row
    short = tuple(vocabulary("sums")["short"])
    told = isinstance(row, Amount) and any(w.startswith(short) for w in split(row.what))
    return told and (held.seen.value or 0.0) > 0


def _signed(held: Held) -> bool:
    """Whether a minus means that money is short."""
    if not isinstance(held.row, Amount):
        return True
    core = words.vocabulary_list("balance", "core")
    return is_deviation(held.row) or any(word in fold(held.row.what) for word in core)


def _apart(task: Task, one: Held, other: Held) -> list[Fact]:
    """How far apart the values are, where they are of one unit."""
    first, last = sorted((one, other), key=lambda held: -(held.seen.value or 0.0))
    unlike = not _alike(one, other) or one.seen.value == other.seen.value
    if unlike or _sizes(one, other) is None:
        return []
    apart = _difference(task, first, last)
    if apart is None:
        return []
    names = {"first": _name(first), "second": _name(last)}
    return [task.say("compare.apart", difference=apart, **names)]


def _difference(task: Task, first: Held, last: Held) -> Fact | None:
    if isinstance(first.row, Amount) and isinstance(last.row, Amount):
        return difference(first.row, last.row)
    if isinstance(first.row, Amount) or isinstance(last.row, Amount):
        return None
    if isinstance(first.seen, Amount) or isinstance(last.seen, Amount):
        return None
    return difference_fact(task, first.row, first.seen, last.seen, last.row)


def _values(held: Held, *both: Held) -> list[Said]:
    """What the row of one thing prints, after its report where the two stand in different ones."""
    named = len({each.row.place.document_id for each in both}) > 1
    task, row = held.task, held.row
    if isinstance(row, Amount):
        line = [r for r in _amounts(task) if _of_line(row, r)]
        return lines_said(task, [Line(tuple(line) if row.headings else (row,))], named)
    asked = task.query.measures or task.query.breakdowns or task.query.scope.years
    if asked:
        return [Said(fact) for fact in row_facts(task, row, named)]
    return [row_said(task, row, named)]


def _of_line(row: Amount, other: Amount) -> bool:
    place = row.place.document_id, row.what_span
    return bool(other.headings) and place == (other.place.document_id, other.what_span)


def _unlike(task: Task, one: Held, other: Held) -> list[Fact]:
    """A warning for what is unlike beside the unit: year, period, organisation."""
    apart = {
        "years": one.year != other.year,
        "periods": words.is_interim(one.document) is not words.is_interim(other.document),
        "organisations": one.row.place.organisation != other.row.place.organisation,
        "municipalities": one.document.municipality != other.document.municipality,
    }
    named = [word(task, "unlike", name) for name, is_so in apart.items() if is_so]
    if not named:
        return []
    last = named[-1]
    pair = task.say("joint.pair", first=", ".join(named[:-1]), last=last)
    what = pair if len(named) > 1 else last
    return [task.say("compare.warning", what=what).proved_by(*_proof((one, other)))]


def _name(held: Held) -> Fact:
    if isinstance(held.row, Amount):
        return what_fact(held.task, held.row)
    return name_fact(held.task, held.row)


def _proof(both: Iterable[Held]) -> tuple[Evidence, ...]:
    found = [evidence for held in both for evidence in _name(held).evidence]
    return tuple(dict.fromkeys(found))[:_PROOFS]
