"""One of several parts that a table gives a value each: "frånvaron på tekniska förvaltningen"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from plansvar.asking.query import (
    Conditions,
    Link,
    Operation,
    Query,
    Scope,
    Subject,
    Words,
)
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.counted_rows import counts_other_things
from plansvar.asking.understanding.member_fitting import fitting_tables
from plansvar.asking.understanding.member_queries import in_order
from plansvar.asking.understanding.member_tables import (
    Member,
    MemberTable,
    bare_of_kind,
    kinds_known,
    kinds_of_word,
    label_words,
    member_words,
)
from plansvar.asking.understanding.members import is_of_elsewhere, needed_words
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import bare, words

_ASKED = (
    None, Operation.VALUE, Operation.COUNT, Operation.SHARE, Operation.WHAT, Operation.HOW,
    Operation.STATUS,
)  # fmt: skip
_OTHER = ("money", "assessment", "change", "order", "relation", "target_state", "task_status")


TWO = 2
KEPT = 65536  # words of questions beside words of names


@dataclass(frozen=True, slots=True)
class _Said:
    """A part that the question names, and the tokens that do."""

    table: MemberTable
    member: Member
    places: frozenset[int]


def of_one_member(
    query: Query, reading: Reading, last: Query | None, catalogue: Catalogue
) -> Query | None:
    """The query for the value of the one part named, where the question as it was read names no
    row of it; null where none is named, or more are."""
    named = [] if is_of_elsewhere(reading) else _named(reading, catalogue)
    if not named:
        return None
    places = frozenset(n for said in named for n in said.places) | _kind_words(reading)
    needed = needed_words(reading, places, catalogue)
    if not needed and not _is_piece(reading, last):
        return None
    kinds = frozenset(k["name"] for k in kinds_known())
    tables = fitting_tables(kinds, needed, reading, last, catalogue)
    spoken = set(last.scope.years) if last is not None and not reading.found.scope.years else set()
    tables = sorted(tables, key=lambda table: spoken.isdisjoint(table.years))  # of the talk's year
    held = [said for table in tables for said in named if said.table is table]
    if not _is_one(held) or _has_row(query, held, catalogue):
        return None
    if counts_other_things(held[0].member.row, reading, catalogue):
        return None
    years = reading.found.scope.years
    if not years and not needed and last is not None:
        years = tuple(y for y in last.scope.years if y in held[0].table.years)
    return _put(held[0], reading, years)


def of_named_members(reading: Reading, catalogue: Catalogue) -> Query | None:
    """ "jämför frånvaron på Solgården och Gläntan": the parts named beside each other, by the
    column of their table that is asked for; null where no two are named or it has no columns."""
    named = [said for said in _named(reading, catalogue) if said.table.column]
    if len({said.member.row for said in named}) < TWO or is_of_elsewhere(reading):
        return None
    places = frozenset(n for said in named for n in said.places) | _kind_words(reading)
    needed = needed_words(reading, places, catalogue)
    kinds = frozenset(k["name"] for k in kinds_known())
    tables = fitting_tables(kinds, needed, reading, None, catalogue) if needed else []
    for table in tables:
        held = tuple(dict.fromkeys(said.member.row for said in named if said.table is table))
        if table.column and len(held) >= TWO:
            return in_order(reading, [c.words for c in needed], table, held, table.column)
    return None


def asks_of_one_member(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether a value may be asked for that some table gives several parts, and none under
    conditions."""
    if not catalogue.member_tables:
        return False
    query, reading = parsed.query, parsed.reading
    if query.conditions != Conditions() or query.order is not None:
        return False
    if reading.has("against") or reading.found.against or _reads_unit(query, catalogue):
        return False
    asked = rules.cued_operation(reading) in _ASKED
    return asked and not any(reading.has(each) for each in _OTHER)


def _reads_unit(query: Query, catalogue: Catalogue) -> bool:
    """Whether the question was read whole, as one for a row of the unit that it names."""
    units = set(query.scope.organisations)
    if not units or query.decline is not None or query.not_understood:
        return False
    if query.subject is not Subject.INDICATORS:
        return False
    rows = [row for link in query.links for row in link.rows if row in catalogue.place_of]
    return any(catalogue.place_of[row].organisation in units for row in rows)


def _is_one(held: Sequence[_Said]) -> bool:
    """Whether one part of the best table is named."""
    return len({said.member.row for said in held if said.table is held[0].table}) == 1


def _has_row(query: Query, held: Sequence[_Said], catalogue: Catalogue) -> bool:
    """Whether the question was read as one for rows of that part, and nothing is left over."""
    if query.decline is not None or query.not_understood or query.subject is Subject.PASSAGES:
        return False
    table = held[0].table
    rows = {row for link in query.links for row in link.rows}
    wanted = {said.member.row for said in held}
    beside = {row for row in rows - wanted if _stands_in(row, table, catalogue)}
    own = table.column is None or table.column in query.measures
    return own and not beside and not rows.isdisjoint(wanted)


def _stands_in(row: str, table: MemberTable, catalogue: Catalogue) -> bool:
    place = catalogue.place_of.get(row)
    return place is not None and place.document_id == table.document


def _is_piece(reading: Reading, last: Query | None) -> bool:
    """ "och på kultur och fritid?", after a question for another part or for all."""
    begins = any(m.start == 0 for m in reading.places("follow"))
    return begins and last is not None and last.subject is Subject.INDICATORS


def _kind_words(reading: Reading) -> frozenset[int]:
    return frozenset(n for n, t in enumerate(reading.tokens) if kinds_of_word(t.key))


def _named(reading: Reading, catalogue: Catalogue) -> list[_Said]:
    """The parts that the question names; of those whose names hold one another the longest."""
    units = set(reading.found.scope.organisations)
    found = [
        _Said(table, member, places)
        for table in catalogue.member_tables
        for member in table.members
        if (places := _places(member, table, reading.tokens, units)) is not None
    ]
    return [
        one
        for one in found
        if not any(o.table is one.table and o.places > one.places for o in found)
    ]


def _places(
    member: Member, table: MemberTable, tokens: Sequence[Token], units: set[str]
) -> frozenset[int] | None:
    if member.label in units:
        return frozenset()
    places: set[int] = set()
    for word in label_words(member.label):
        here = (n for n, t in enumerate(tokens) if _says(t.key, word, member.label, table.kinds))
        place = next(here, None)
        if place is None:
            return None
        places.add(place)
    return frozenset(places) or None


@lru_cache(maxsize=KEPT)
def _says(said: str, word: str, label: str, kinds: frozenset[str]) -> bool:
    """Whether a word of the question is one of a part's name; the first half of a name that is one
    word only where the question's word ends as such names do."""
    whole = next((w for w in words(label) if bare(w).startswith(bare(word))), word)
    if root(said) == root(whole) or bare(said) == bare(whole):
        return True
    cut = bare_of_kind(said)
    if bare(cut) == bare(word) and cut != said.rstrip("s"):
        return True
    if word in member_words("whole"):
        return False
    joined = len(words(label)) > 1 or not kinds <= {"school", "preschool"}
    return joined and bare(said).rstrip("s") == bare(word)


def _put(said: _Said, reading: Reading, years: tuple[int, ...]) -> Query:
    asked, column = reading.found.scope, said.table.column
    name = Words(said.member.label, NOWHERE)
    return Query(
        text=reading.text,
        subject=Subject.INDICATORS,
        operation=Operation.VALUE,
        links=(Link((name,), said.member.label, (said.member.row,), 1.0),),
        scope=Scope(municipalities=asked.municipalities, years=years),
        measures=(column,) if column else (),
        breakdowns=rules.breakdowns_of(reading),
        as_table=reading.has("as_table"),
        language=reading.language,
    )
