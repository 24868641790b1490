"""Documents that a question names: by kind, number, year, month, format or age."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from plansvar.asking.places import is_of_place
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.documents_titled import has_number, of_thirds, titled
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Document
from plansvar.language.folding import bare, fold
from plansvar.language.months import last_month_of, month_of

NUMBERS = 5  # tokens behind a word for documents that may tell which
WHOLE_YEAR, THIRD = 12, 4  # months that a report covers
REPORT = "rapport"


@dataclass(frozen=True, slots=True)
class _Named:
    """Tokens `start` to `end` name documents that `fits` holds for; `kind` where they name one,
    `told` where more than the kind is told, `sure` where they can mean nothing else."""

    start: int
    end: int
    fits: Callable[[Document], bool]
    kind: str | None = None
    told: bool = False
    sure: bool = True


def with_documents(
    found: Found, tokens: Sequence[Token], matches: Sequence[Match], catalogue: Catalogue
) -> Found:
    """What was found, with the documents that the words name."""
    for named in _named(tokens, matches):
        if not found.titled.isdisjoint(range(named.start, named.end)):
            continue
        numbers, year, used = _numbered(tokens, named.end)
        year, used = _year_before(tokens, named.start, year, used)
        month, used = _month_behind(tokens, named.end, used)
        year, used = _year_behind_month(tokens, month, year, used)
        month, year, used = _dated_before(tokens, named.start, (month, year), used)
        fitting = [
            d
            for d in catalogue.documents
            if named.fits(d)
            and is_of_place(d, found.scope.municipalities)
            and (not numbers or any(has_number(d, number) for number in numbers))
            and (year is None or d.year == year)
        ]
        said, which = tokens[named.start : named.end], _which(tokens, named.start)
        telling = titled(said, fitting)
        of_month = [d for d in telling or fitting if month and _is_of_month(month, d)]
        fitting = of_month or telling or fitting
        thirds = [] if telling else _in_thirds(said, which, year, found, catalogue)
        fitting = thirds or fitting
        if not fitting and not named.sure:
            continue
        if which is not None:
            fitting = fitting if thirds else _of_age(fitting, which)
            used = used | {named.start - 1}
        told = named.told or which is not None or bool(of_month or telling or thirds)
        found = _with(found, fitting, named, (told, *numbers), year, tokens)
        found = replace(found, used=found.used | used | set(range(named.start, named.end)))
    return found


def _in_thirds(
    said: Sequence[Token], which: str | None, year: int | None, found: Found, catalogue: Catalogue
) -> list[Document]:
    placed = [d for d in catalogue.documents if is_of_place(d, found.scope.municipalities)]
    return of_thirds(said, [d for d in placed if year is None or d.year == year], which)


def side_by_side(found: Found, catalogue: Catalogue) -> Found:
    """ "delårsrapport 2 och årsredovisningen": all that is named is meant."""
    scope = found.scope
    if not scope.documents or not scope.document_kinds:
        return found
    also = [
        d.path
        for d in catalogue.documents
        if any(_is_kind(d, kind) for kind in scope.document_kinds)
        and is_of_place(d, scope.municipalities)
        and (not scope.document_years or d.year in scope.document_years)
    ]
    named = tuple(dict.fromkeys((*scope.documents, *also)))
    return replace(found, scope=replace(scope, documents=named, document_kinds=()))


def with_documents_of_units(found: Found, catalogue: Catalogue) -> Found:
    """ "åtagandena i Service verksamhetsplan": where none of the documents named speaks of the
    units named, those of the units are meant."""
    scope = found.scope
    if not scope.organisations or not (scope.documents or scope.document_kinds):
        return found
    named = [
        d
        for d in catalogue.documents
        if (not scope.documents or d.path in scope.documents)
        and (not scope.document_kinds or any(_is_kind(d, k) for k in scope.document_kinds))
    ]
    units = [fold(name) for name in scope.organisations]
    if any(unit in fold(d.text) for d in named for unit in units):
        return found
    return replace(found, scope=replace(scope, documents=(), document_kinds=()))


def _named(tokens: Sequence[Token], matches: Sequence[Match]) -> Iterator[_Named]:
    for match in matches:
        if match.category == "document_kind" and _means_document(tokens, match):
            yield _of_kind(tokens, match)
        elif match.category == "document_format" and _means_document(tokens, match):
            yield _of_format(tokens, match)
    for index, token in enumerate(tokens):
        month = _month_report(token)
        if month is not None:
            yield _Named(index, index + 1, partial(_is_of_month, month), told=True)


def _of_kind(tokens: Sequence[Token], match: Match) -> _Named:
    sure = tokens[match.start].key not in (*grammar()["unsure_kinds"], *grammar()["aged_kinds"])
    kinds = grammar()["report_kinds"] if match.value == REPORT else (match.value,)
    return _Named(
        match.start,
        match.end,
        partial(_is_any_kind, tuple(kinds)),
        match.value,
        sure=sure,
    )


def _of_format(tokens: Sequence[Token], match: Match) -> _Named:
    endings = tuple(f".{ending}" for ending in match.value.split())
    sure = tokens[match.start].key not in grammar()["unsure_kinds"]
    return _Named(match.start, match.end, partial(_has_ending, endings), told=True, sure=sure)


def _has_ending(endings: tuple[str, ...], document: Document) -> bool:
    return document.path.casefold().endswith(endings)


def _means_document(tokens: Sequence[Token], match: Match) -> bool:
    key = tokens[match.start].key
    if key in grammar()["aged_kinds"] or match.value == REPORT:
        dated = _dated_before(tokens, match.start, (None, None), set())[0]
        dated = dated or _month_behind(tokens, match.end, set())[0]
        return _which(tokens, match.start) is not None or dated is not None
    if key not in grammar()["unsure_kinds"]:
        return True
    told = _which(tokens, match.start) is not None
    before = tokens[max(0, match.start - 3) : match.start]
    return told or any(token.key in grammar()["in_document"] for token in before)


def _month_report(token: Token) -> int | None:
    """ "augustirapporten" is the report on what was up to August."""
    for ending in grammar()["report_endings"]:
        if token.key.endswith(ending):
            return month_of(token.key.removesuffix(ending))
    return None


def _which(tokens: Sequence[Token], start: int) -> str | None:
    """Whether the newest, the one before or the first, second … is meant."""
    before = tokens[start - 1].key if start else ""
    which = (name for name, words in grammar()["which_document"].items() if before in words)
    return next(which, None)


def _of_age(documents: Sequence[Document], which: str) -> list[Document]:
    ages = sorted({_age(d) for d in documents})
    if which.isdigit():
        years = {year for year, _ in ages}
        place = int(which) - 1
        wanted = [[a for a in ages if a[0] == year][place : place + 1] for year in years]
        return [d for d in documents if [_age(d)] in wanted]
    chosen = ages[-1:] if which == "newest" else ages[-2:-1]
    return [d for d in documents if _age(d) in chosen]


def _age(document: Document) -> tuple[int, int]:
    """The year and the last month that a document tells of."""
    month = last_month_of(document.period or document.title)
    thirds = [n for n in (1, 2, 3) if has_number(document, n)]
    return document.year or 0, month or (THIRD * thirds[0] if thirds else WHOLE_YEAR)


def _is_of_month(month: int, document: Document) -> bool:
    return last_month_of(document.period or document.title) == month


def _with(
    found: Found,
    fitting: Sequence[Document],
    named: _Named,
    told: tuple[int, ...],
    year: int | None,
    tokens: Sequence[Token],
) -> Found:
    """`told` holds whether more than the kind is told, and the numbers that tell it."""
    scope = found.scope
    if not fitting:
        said = " ".join(t.text for t in tokens[named.start : named.end])
        extra = [str(each) for each in (*told[1:], year) if each]
        return replace(found, no_document=(*found.no_document, " ".join([said, *extra])))
    if any(told) or year is not None or named.kind is None:
        scope = replace(scope, documents=(*scope.documents, *(d.path for d in fitting)))
    else:
        scope = replace(scope, document_kinds=(*scope.document_kinds, named.kind))
    if year is not None:
        scope = replace(scope, document_years=(*scope.document_years, year))
    return replace(found, scope=scope)


def _numbered(tokens: Sequence[Token], start: int) -> tuple[tuple[int, ...], int | None, set[int]]:
    """The numbers and the year behind a word for documents ("delårsrapport 1 och 2 2031")."""
    between = (*grammar()["prepositions"], *grammar()["side_by_side"])
    numbers: list[int] = []
    year, used = None, set()
    for index in range(start, min(start + NUMBERS, len(tokens))):
        value = tokens[index].number
        if value is None and (tokens[index].key not in between or year):
            break
        if value is not None and value in (1, 2, 3):
            numbers.append(int(value))
            used.add(index)
        elif value is not None and is_year(tokens[index]):
            year = int(value)
            used.add(index)
    return tuple(numbers), year, used


def _month_behind(tokens: Sequence[Token], end: int, used: set[int]) -> tuple[int | None, set[int]]:
    """ "delårsrapporten för augusti 2027": the month that stands behind it."""
    behind = [i for i in range(end, len(tokens)) if tokens[i].key not in grammar()["prepositions"]]
    place = behind[0] if behind and behind[0] - end <= 1 else None
    month = month_of(tokens[place].key) if place is not None else None
    return month, used if month is None or place is None else used | {place}


def _year_behind_month(
    tokens: Sequence[Token], month: int | None, year: int | None, used: set[int]
) -> tuple[int | None, set[int]]:
    """ "delåret augusti 2031": the year that stands behind the month."""
    place = max(used, default=-1) + 1
    behind = month is not None and year is None and 0 < place < len(tokens)
    if behind and is_year(tokens[place]):
        return int(tokens[place].text), used | {place}
    return year, used


def _dated_before(
    tokens: Sequence[Token], start: int, told: tuple[int | None, int | None], used: set[int]
) -> tuple[int | None, int | None, set[int]]:
    """ "the April 2029 report": the month, with or without its year, may stand before."""
    month, year = told
    place = start - 1
    dated = place > 0 and is_year(tokens[place])
    named = month_of(tokens[place - 1 if dated else place].key) if start else None
    if month is not None or named is None:
        return month, year, used
    return (
        (named, int(tokens[place].text), used | {place - 1, place})
        if dated
        else (named, year, used | {place})
    )


def _year_before(
    tokens: Sequence[Token], start: int, year: int | None, used: set[int]
) -> tuple[int | None, set[int]]:
    """ "2031 års budget": the year may stand before."""
    of_year = start > 1 and tokens[start - 1].key in grammar()["of_year"]
    if year is None and of_year and is_year(tokens[start - 2]):
        return int(tokens[start - 2].text), used | {start - 2, start - 1}
    return year, used


def _is_any_kind(kinds: tuple[str, ...], document: Document) -> bool:
    return any(_is_kind(document, kind) for kind in kinds)


def _is_kind(document: Document, kind: str) -> bool:
    return document.kind.value == kind or bare(kind) in bare(document.title)
