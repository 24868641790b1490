"""Words beside a row's name: headings, measure, unit or comment that tell which rows are meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import is_meant_above, stands_under
from plansvar.asking.understanding.implied import counted_people
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.moneyed import is_bare_money
from plansvar.asking.understanding.plan_words import is_against_plan
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots


def narrowed_links(
    links: tuple[Link, ...], words: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> tuple[tuple[Link, ...], tuple[Content, ...]]:
    """One link, with only the rows that stand under the headings that the question names too; what
    an amount is set against is no heading."""
    if len(links) != 1:
        return links, ()
    places = () if is_against_plan(reading) else reading.places("subject")
    said = {i for m in places for i in range(m.start, m.end)} - _targets_judged(reading)
    nouns = {i for i in said if not is_bare_money(reading.tokens[i])}
    counted = counted_people(words, links, catalogue, reading)
    rest = [
        c
        for c in words
        if not any(said.span.holds(c.words.span) for said in links[0].words)
        and not c.weak
        and c not in counted
        and (not c.support or nouns.intersection(c.tokens))
    ]
    link, beside = narrowed(links[0], rest, catalogue)
    return (link,), beside


def _targets_judged(reading: Reading) -> set[int]:
    """The words for a target that is met or missed ("target missed"): no heading is meant."""
    if not reading.has("target_state"):
        return set()
    return {i for m in reading.places("measure") for i in range(m.start, m.end)}


def narrowed(
    link: Link, rest: Sequence[Content], catalogue: Catalogue
) -> tuple[Link, tuple[Content, ...]]:
    """The link with only those of its rows that stand under what `rest` says, and the contents
    that said so."""
    rows, said = link.rows, []
    for content in rest:
        kept = tuple(row for row in rows if stands_under(row, content, catalogue))
        kept = kept or tuple(row for row in rows if is_meant_above(row, content, catalogue))
        if kept:
            rows = kept
            said.append(content)
    words = (*link.words, *(c.words for c in said if not c.support))
    return replace(link, rows=rows, words=words), tuple(said)


def with_years_read(query: Query, catalogue: Catalogue) -> Query:
    """A year that no value of the linked rows has, as the year of their document or one that their
    name itself tells ("2019 ska index … vara 45")."""
    asked = query.scope.years
    if len(asked) == 1 and _of_a_report(query) and asked[0] in catalogue.years_of_documents:
        return replace(query, scope=replace(query.scope, document_years=asked))
    rows = {row for link in query.links for row in link.rows}
    if len(asked) != 1 or not rows:
        return query
    year = asked[0]
    if query.operation is Operation.STATUS and year in catalogue.document_years_of(rows):
        return replace(query, scope=replace(query.scope, document_years=asked))
    dated = {row for row in rows if year in catalogue.years_by_row.get(row, ())}
    if dated and query.subject is Subject.AMOUNTS:
        return _only(query, dated)
    if dated:
        return query
    free = replace(query.scope, years=())
    if query.operation is Operation.TARGET and any(
        str(year) in catalogue.by_row[row].text for row in rows
    ):
        return replace(query, scope=free)
    if query.subject is Subject.AMOUNTS and year in catalogue.document_years_of(rows):
        return replace(query, scope=replace(free, document_years=asked))
    return query


def _of_a_report(query: Query) -> bool:
    """Whether rows are wanted that a report assesses: its year is meant."""
    over_rows = query.operation.value in grammar()["over_rows"]
    return over_rows and not query.links and query.subject is Subject.INDICATORS


def _only(query: Query, rows: set[str]) -> Query:
    links = tuple(
        replace(link, rows=tuple(row for row in link.rows if row in rows) or link.rows)
        for link in query.links
    )
    return replace(query, links=links)


def with_own_groups(
    query: Query, catalogue: Catalogue, said: Iterable[str], meant: Iterable[str] = ()
) -> Query:
    """ "tjejer" as the girls that the linked rows count, where they count no women; and the groups
    that the rows themselves name ("som andel?"). `said` are the roots of the question, `meant` the
    roots of groups that it asks for where it names none."""
    held = {each for link in query.links for r in link.rows for each in catalogue.groups.get(r, ())}
    pairs = grammar()["alike_groups"]
    groups = [
        pairs.get(each, each) if each not in held and pairs.get(each) in held else each
        for each in query.breakdowns
    ]
    common = {root(word) for word in grammar()["common_groups"]}
    found = [[h for h in sorted(held) if root(h) in set(r) - common] for r in (said, meant)]
    own = found[0] or found[1]
    return replace(query, breakdowns=tuple(dict.fromkeys([*groups, *own])))


def groups_said(reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roots of the question, and of the groups that "hur många" and "hur stor andel" mean."""
    meant = grammar()["meant_groups"]
    cued = [meant[value] for value in reading.values("operation") if value in meant]
    return tuple(token.stem for token in reading.tokens), roots(" ".join(cued))
