"""Which table gives what a question asks of several parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from plansvar.asking.evidence.words import last_month, years_in
from plansvar.asking.places import is_of_place
from plansvar.asking.query import Query, Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.member_tables import MemberTable, kinds_known, member_words
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root, roots
from plansvar.domain import Document
from plansvar.language.folding import words
from plansvar.language.months import last_month_of, month_of
from plansvar.language.vocabulary import vocabulary

PIECE = 5  # letters of a word that another may begin or end with
STEM = 7  # letters that tell a word wherever they stand in another


def fitting_tables(
    kinds: frozenset[str],
    needed: Sequence[Content],
    reading: Reading,
    last: Query | None,
    catalogue: Catalogue,
) -> list[MemberTable]:
    """The tables of such parts that give what is asked, the best first: of just that kind, of the
    report of the year asked for, the newest."""
    scope = reading.found.scope
    documents = {d.path: d for d in catalogue.documents if _is_asked(d, scope)}
    held = [t for t in catalogue.member_tables if t.document in documents]
    held = [t for t in held if _is_of_kind(t, kinds) and _is_of_years(t, scope, documents)]
    fitting = [t for t in held if says_measure(t, needed, reading)]
    if not (needed or first_by(reading) or _asks_cost(reading)):
        fitting = [t for t in held if _was_spoken_of(t, last, catalogue)]
        carried = last.scope.years if last else ()
        fitting = [t for t in fitting if not carried or t.years.intersection(carried)] or fitting
        scope = last.scope if last and not scope.years else scope
    return sorted(
        fitting,
        key=lambda t: (
            not t.kinds & kinds,
            _divides_unasked(t, reading),
            not _says_all(t, needed),
            not _is_headed(t, needed),
            year_apart(documents[t.document], scope),
            _month_apart(documents[t.document], reading),
            -(documents[t.document].year or 0),
            -last_month(documents[t.document]),
            len(name_stems(t.name)),
        ),
    )


def _divides_unasked(table: MemberTable, reading: Reading) -> bool:
    """Whether values are given for each of something ("elever per lärare") that is no part and
    that the question does not divide by."""
    per = set(member_words("per"))
    said = {token.key for token in reading.tokens}
    parts = {root(word) for kind in kinds_known() for word in kind["asked"]}
    behind = [b for a, b in pairwise(words(table.name)) if a in per and root(b) not in parts]
    return bool(behind) and not per & said


def _is_headed(table: MemberTable, needed: Sequence[Content]) -> bool:
    """Whether the word that says what the table measures is said."""
    head = {head_of(table.name)}
    return not needed or any(is_said(c, head) for c in needed)


def _says_all(table: MemberTable, needed: Sequence[Content]) -> bool:
    """Whether the measure says every word, those within a phrase too ("lärare med behörighet")."""
    stems = set(name_stems(table.name))
    return all(set(c.stems) <= stems for c in needed if len(c.tokens) > 1)


def first_by(reading: Reading) -> tuple[str, bool] | None:
    """What "dyrast" or "tryggast" measures, and whether most of it comes first."""
    first = vocabulary("members")["first"]
    for token in reading.tokens:
        if token.key in first:
            measure, sign = first[token.key]
            return str(measure), sign == "+"
    return None


def ways_of_first() -> set[str]:
    """The words that say both what is measured and what comes first."""
    return set(vocabulary("members")["first"])


def _is_asked(document: Document, scope: Scope) -> bool:
    return (
        is_of_place(document, scope.municipalities)
        and (not scope.documents or document.path in scope.documents)
        and (not scope.document_kinds or document.kind.value in scope.document_kinds)
    )


def _is_of_kind(table: MemberTable, kinds: frozenset[str]) -> bool:
    like = {other for k in kinds_known() if k["name"] in kinds for other in k["like"]}
    return not table.kinds.isdisjoint(kinds | like)


def _is_of_years(table: MemberTable, scope: Scope, documents: dict[str, Document]) -> bool:
    """Whether the table has values of the years asked for; undated ones are of its report's."""
    if not scope.years:
        return True
    own = {documents[table.document].year, *years_in(table.title)}
    held = table.years | (own if table.undated or not table.years else set())
    return not held.isdisjoint(scope.years)


def year_apart(document: Document, scope: Scope) -> int:
    """A year's figures first from its own report, the months of a year from one of those."""
    year = scope.years[0] if scope.years else None
    of_part = any(last_month_of(period) for period in scope.periods)
    interim = bool(last_month_of(document.period or ""))
    apart = 0 if year is None or document.year == year else 2
    return apart + (1 if year is not None and of_part is not interim else 0)


def _month_apart(document: Document, reading: Reading) -> bool:
    """Whether another month is asked for than the one that the report reaches to."""
    asked = {month for token in reading.tokens if (month := month_of(token.key))}
    return bool(asked) and last_month_of(document.period or "") not in asked


def _was_spoken_of(table: MemberTable, last: Query | None, catalogue: Catalogue) -> bool:
    """Whether the last question was about what the table measures."""
    if last is None or not (last.links or last.measures):
        return False
    names = [link.name for link in last.links] + list(last.measures)
    names += [catalogue.by_row[r].text for link in last.links for r in link.rows[:1]]
    told = {stem for name in names for stem in roots(name)}
    head = head_of(table.name)
    return bool(head) and head in told


def head_of(name: str) -> str:
    """The root of the first word of a name that says what is measured."""
    telling = (w for w in words(name) if w not in member_words("empty"))
    return root(next(telling, ""))


def says_measure(table: MemberTable, needed: Sequence[Content], reading: Reading) -> bool:
    """Whether the table's measure says all that the question says, people aside, and is of the
    same years of age or school."""
    stems = set(name_stems(_divided(_measured(table), reading)))
    first = first_by(reading)
    if first is not None and not any(_begins_or_ends(s, first[0]) for s in stems):
        return False
    costing = _asks_cost(reading)
    if costing and not is_of_costs(table.name):
        return False
    people = set(map(root, member_words("people")))
    told = [c for c in needed if is_said(c, stems)]
    rest = [c for c in needed if c not in told and people.isdisjoint(c.stems)]
    if rest or not (told or first or costing):
        return False
    return _same_numbers(table, needed, reading)


def _measured(table: MemberTable) -> str:
    """What a table says that it measures: by its name, or where that only says that something is
    counted ("Antal personer"), by the title over it."""
    dull = {*member_words("empty"), *member_words("people"), *member_words("counted")}
    bare = all(word in dull for word in words(table.name))
    return f"{table.name} {table.title}" if bare and not table.column else table.name


def _divided(name: str, reading: Reading) -> str:
    """The name up to what its values are given for each of ("elever per lärare"), where the
    question does not divide by that."""
    per = set(member_words("per"))
    if not per.isdisjoint(token.key for token in reading.tokens):
        return name
    return " ".join(takewhile(lambda word: word not in per, words(name)))


def _asks_cost(reading: Reading) -> bool:
    return not {token.key for token in reading.tokens}.isdisjoint(member_words("costing"))


def is_of_costs(measure: str) -> bool:
    """Whether a measure is what something costs."""
    return any(_begins_or_ends(stem, _cost()) for stem in name_stems(measure))


def _begins_or_ends(stem: str, word: str) -> bool:
    """ "Kostnadsutfall" and "nettokostnad" are both of costs."""
    return stem.startswith(root(word)) or stem.endswith(root(word))


def _cost() -> str:
    return str(vocabulary("members")["words"]["cost"])


def _same_numbers(table: MemberTable, needed: Sequence[Content], reading: Reading) -> bool:
    """ "femmorna" are no eighth-formers; a column that names no form may be of any."""
    own = {word for word in words(table.name) if word.isdigit()}
    told = {s for c in needed for a in c.alternates for s in a if s.isdigit()}
    free = (n for n, t in enumerate(reading.tokens) if t.number is not None)
    said = {reading.tokens[n].text for n in free if n not in reading.found.used}
    relations = {i for m in reading.places("relation") for i in range(m.end, m.end + 3)}
    limits = {reading.tokens[i].text for i in relations if i < len(reading.tokens)}
    said = {s for s in said - limits if s.isdigit()} | told
    return not said or not own or not said.isdisjoint(own)


def is_said(content: Content, stems: set[str]) -> bool:
    """Whether a name of these stems says a word of the question, or another that stands for it."""
    if len(content.tokens) > 1:
        telling = set(content.stems) - set(map(root, member_words("empty")))
        if telling and telling <= stems:
            return True
    elif not stems.isdisjoint(content.stems):
        return True
    if any(set(alternate) <= stems for alternate in content.alternates):
        return True
    return any(
        len(said) >= PIECE and (held.startswith(said) or held.endswith(said) or said[:STEM] in held)
        for said in content.stems
        for held in stems
    )
