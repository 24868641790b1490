"""Questions for the goals of an area or how it goes with it ("vilka mål gäller för äldreomsorgen?",
"hur går det för skolan?"): put to the rows of that area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence import selecting
from plansvar.asking.query import Conditions, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.area_rows import aimed_rows, rows_of_area
from plansvar.asking.understanding.areas_said import (
    AreaSaid,
    areas_said,
    asks_how_it_goes,
    counts_its_parts,
    frame_words,
    goes_on,
    is_in_unit,
    measures_goals,
    names_goals_of_area,
)
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading, contents, read
from plansvar.asking.understanding.remarks import blanked
from plansvar.asking.understanding.shown import NOWHERE
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.domain import Indicator
from plansvar.language.vocabulary import vocabulary

_READ = (
    Operation.LIST, Operation.COUNT, Operation.SHARE, Operation.STATUS, Operation.WHAT,
    Operation.VALUE, Operation.TARGET, Operation.TREND, Operation.RANK, Operation.HOW,
)  # fmt: skip
_LONGEST = 24  # words of a question for the goals of an area
_KEPT = (Operation.COUNT, Operation.SHARE, Operation.RANK)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a question and its areas; `going` where it asks how it goes with them, `named`
    where it names goals or what measures them."""

    tokens: tuple[Token, ...]
    areas: tuple[AreaSaid, ...]
    going: bool
    named: bool

    @property
    def strictly(self) -> bool:
        """Whether it is goals that are asked for, and nothing that only measures."""
        return self.named and not any(measures_goals(token.key) for token in self.tokens)


def of_area(
    text: str, start: int, before: Scope, last: Query | None, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for the goals of the areas that a question says; null where it is of another
    kind. One that only says another area asks of that what was asked before."""
    said = _said(tokenise(text, start, language))
    if said is None:
        return None
    if last is not None and last.area and _goes_on(said):
        return _following(text, said, last, catalogue)
    if not (said.going or said.named):
        return None
    reading = read(text, start, catalogue, before, language, named=False)
    if len(reading.tokens) != len(said.tokens):
        return None
    said = _without_units(said, reading, catalogue)
    if not said.areas:
        return None
    usual = parse(reading, catalogue).query
    places = {i for each in said.areas for i in each.places}
    rest = read(blanked(reading, places, start), start, catalogue, before, language, named=False)
    asked = parse(rest, catalogue).query
    if _says_more(rest, catalogue, said.going) or not _is_of_goals(asked, rest):
        return None
    return None if _names_rows(usual, said) else _put(text, usual, asked, said, catalogue)


def with_area_kept(query: Query, last: Query | None) -> Query:
    """A follow-up about rows ("vilka är röda?") stays with those of the area spoken of."""
    listing = query.subject is Subject.INDICATORS and query.operation in (Operation.LIST, *_KEPT)
    if last is None or not (last.area and query.area and listing) or query.links:
        return query
    return replace(query, links=last.links)


def _said(tokens: tuple[Token, ...]) -> _Said | None:
    """The areas of a question that is no longer than one for their goals is; null without any."""
    if len(tokens) > _LONGEST:
        return None
    found = (each for each in areas_said(tokens) if not is_in_unit(tokens, each))
    said = tuple(each for each in found if not counts_its_parts(tokens, each))
    named = any(each.goals for each in said) or any(names_goals_of_area(t.key) for t in tokens)
    said = said if named else tuple(each for each in said if not each.area.goals_only)
    return _Said(tokens, said, asks_how_it_goes(tokens), named) if said else None


def _without_units(said: _Said, reading: Reading, catalogue: Catalogue) -> _Said:
    """What is said without those areas that are a sender of documents and have no rows: a rescue
    service's budget does not speak of "räddningstjänsten", it is all of it."""

    def is_unit(each: AreaSaid) -> bool:
        named = reading.found.used.issuperset(each.places)
        alone = replace(said, areas=(each,))
        return named and not _rows(alone, reading.found.scope, catalogue, strictly=False)

    return replace(said, areas=tuple(each for each in said.areas if not is_unit(each)))


def _put(text: str, usual: Query, asked: Query, said: _Said, catalogue: Catalogue) -> Query | None:
    """The question put to the rows of the areas, else to running text; null where it is answered as
    well without."""
    rows = _rows(said, asked.scope, catalogue, said.strictly)
    linked = {row for link in usual.links for row in link.rows}
    sure = all(link.sure for link in usual.links)
    if rows and said.going and sure and linked.issuperset(row.id for row in rows):
        return None
    if rows:
        return _asked(text, asked, said, rows)
    told = said.named and not (usual.not_understood or usual.decline)
    return _of_text(replace(asked, text=text, base=text), said) if told else None


def _names_rows(usual: Query, said: _Said) -> bool:
    """ "målet för bredband": one goal, where a row is called so."""
    one = any(token.key in vocabulary("areas")["asking"]["one"] for token in said.tokens)
    ranked = usual.operation is Operation.RANK
    return one and not ranked and usual.subject is Subject.INDICATORS and bool(usual.links)


def _following(text: str, said: _Said, last: Query, catalogue: Catalogue) -> Query:
    """The question before, of other areas."""
    strictly = last.operation is not Operation.STATUS
    rows = _rows(said, last.scope, catalogue, strictly)
    if not rows:
        return replace(_of_text(replace(last, text=text), said), follow_up=True)
    link = _link(said, rows)
    return replace(
        last, text=text, links=(link,), subject=Subject.INDICATORS, area=link.name, follow_up=True
    )


def _of_text(asked: Query, said: _Said) -> Query:
    """The question put to running text, where no row is of the area."""
    name = _name(said)
    return replace(
        asked,
        subject=Subject.PASSAGES,
        operation=Operation.WHAT,
        links=(),
        conditions=Conditions(),
        premise=None,
        order=None,
        measures=(),
        keywords=(name,),
        goals=(),
        area=name,
    )


def _asked(text: str, asked: Query, said: _Said, rows: Sequence[Indicator]) -> Query:
    going, tokens = said.going and not said.named, said.tokens
    conditions = Conditions() if going else asked.premise or asked.conditions
    operation = asked.operation if asked.operation in _KEPT else Operation.LIST
    operation = Operation.STATUS if going else operation
    opens = tokens[0].key not in vocabulary("answering")["yes_no"]["question_words"]
    asks_if = opens and operation is Operation.LIST and conditions.target_state is not None
    link = _link(said, rows)
    conditions = replace(conditions, kinds=())
    return replace(
        asked,
        text=text,
        base=text,
        subject=Subject.INDICATORS,
        operation=Operation.STATUS if asks_if else operation,
        links=(link,),
        conditions=Conditions() if asks_if else conditions,
        premise=conditions if asks_if else None,
        measures=(),
        keywords=(),
        passed_over=(),
        goals=(),
        area=link.name,
    )


def _link(said: _Said, rows: Sequence[Indicator]) -> Link:
    name = _name(said)
    return Link((Words(name, NOWHERE),), name, tuple(row.id for row in rows), 1.0)


def _name(said: _Said) -> str:
    """The areas as the question calls them; by their own names before a word for goals."""
    pieces = (
        each.area.name if each.goals else " ".join(said.tokens[i].text for i in each.places)
        for each in said.areas
    )
    return ", ".join(dict.fromkeys(pieces))


def _rows(said: _Said, scope: Scope, catalogue: Catalogue, strictly: bool) -> list[Indicator]:
    """The rows of all areas that are named side by side, else those that are of each of them."""
    every = selecting.rows_in_scope(catalogue.library.indicators(), scope, catalogue.library)
    found = [
        {row.id: row for row in aimed_rows(rows_of_area(each.area, every, catalogue), strictly)}
        for each in said.areas
    ]
    between = said.tokens[said.areas[0].places.stop : said.areas[-1].places.start]
    if len(said.areas) > 1 and not any(token.key in grammar()["side_by_side"] for token in between):
        return [row for row in found[0].values() if all(row.id in each for each in found)]
    return list({key: row for each in found for key, row in each.items()}.values())


def _says_more(rest: Reading, catalogue: Catalogue, going: bool) -> bool:
    """Whether a question says anything of content beside its areas and goals."""
    used = rules.kind_tokens(rest, catalogue)
    left = contents(rest, used, catalogue)
    frames = frame_words() if going else frozenset()
    said = [rest.tokens[i].key for c in left if not (c.support or c.weak) for i in c.tokens]
    known = (*vocabulary("areas")["asking"]["beside"], *frames)
    return any(not names_goals_of_area(key) and key not in known for key in said)


def _is_of_goals(asked: Query, rest: Reading) -> bool:
    """Whether what a question asks without its area may be asked of goals."""
    whole = not (asked.not_understood or asked.decline or asked.parts or asked.table)
    found = rest.found
    elsewhere = found.other_place or found.other_units or found.no_document
    of_money = rest.has("money") or rest.has("spending")
    return whole and not elsewhere and not of_money and asked.operation in _READ


def _goes_on(said: _Said) -> bool:
    """Whether a question says nothing but areas and words that take up the one before."""
    places = {i for each in said.areas for i in each.places}
    left = [token.key for i, token in enumerate(said.tokens) if i not in places]
    return goes_on(left)
