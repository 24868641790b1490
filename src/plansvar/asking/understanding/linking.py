"""Links the content words of a question to names of rows: stems, compounds, spelling, nearness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Link, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import (
    CONTAINED,
    EVERYDAY,
    NARROWER,
    fits_of,
    related,
    stands_under,
)
from plansvar.asking.understanding.implied import are_people
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name, are_inflected
from plansvar.asking.understanding.roots import roots

ENOUGH, SURE, CLOSE = 0.5, 0.7, 0.08
LONG_TEXT = 0.2  # undertakings are whole sentences and hold many words by chance
NAMED_WHOLE = 2
MOST = 24  # words of a question that are linked; what comes after is too much for one
LEAST_SHARE, LEAST_OF_TEXT = 0.3, 0.55
NEAR, BESIDE = 0.4, 0.4  # names that headings may lift, and by how much for each word
LEAST_OF_NAME = 0.45  # share of a name that words must cover which tell nothing by themselves


@dataclass(frozen=True, slots=True)
class Linked:
    """The link found, if any, and the contents that it covers."""

    link: Link | None = None
    subject: Subject | None = None
    covered: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True)
class _Scored:
    name: Name
    score: float
    coverage: float
    covered: tuple[Content, ...]
    of_name: float

    @property
    def is_named(self) -> bool:
        """Whether the words tell this thing from others: words such as "anställda" or "äldre" only
        do where they are most of its name."""
        telling = any(not (c.support or c.weak or are_people(c)) for c in self.covered)
        return telling or self.of_name >= LEAST_OF_NAME


def link_names(
    contents: Sequence[Content],
    catalogue: Catalogue,
    scope: Scope,
    subjects: Iterable[Subject],
    least: float = LEAST_SHARE,
    keep: Callable[[Name], bool] | None = None,
) -> Linked:
    """The names that fit the contents best, as one thing; none where less than the share `least`
    of what the question says is in them. Only names that `keep` lets through are looked at."""
    everywhere = _with_context(_scored(contents, subjects, catalogue), contents, catalogue)
    everywhere = [each for each in everywhere if keep is None or keep(each.name)]
    scored = _in_scope(everywhere, catalogue, scope)
    if not scored or scored[0].coverage < ENOUGH:
        return Linked()
    scored = _of_place(_whole_first(scored, scope), scope)
    best = scored[0]
    if _share_understood(contents, best, catalogue) < least:
        return Linked()
    same = [best, *(each for each in everywhere if each != best and _same_thing(each, best))]
    same += _elsewhere(everywhere, same, scope)
    rivals = [each for each in scored if each not in same and each.score >= best.score - CLOSE]
    link = Link(
        words=tuple(each.words for each in best.covered),
        name=best.name.text,
        rows=tuple(dict.fromkeys(row for each in same for row in each.name.rows)),
        score=round(min(1.0, best.coverage), 2),
        sure=best.coverage >= SURE and not rivals,
        alternatives=tuple(dict.fromkeys(each.name.text for each in rivals))[:4],
    )
    return Linked(link, best.name.subject, best.covered)


def link_all(
    contents: Sequence[Content], catalogue: Catalogue, subjects: Iterable[Subject]
) -> Linked:
    """All names that fit every content: the restriction of a list ("mål som handlar om …")."""
    wanted = [each for each in contents if not each.support]
    scored = [
        each
        for each in _scored(wanted, subjects, catalogue)
        if each.coverage >= SURE and set(each.covered) >= {c for c in wanted if not c.weak}
    ]
    if not scored:
        return Linked()
    named = list(dict.fromkeys(each.name.text for each in scored))
    asked = " ".join(each.words.text for each in scored[0].covered)
    link = Link(
        words=tuple(each.words for each in scored[0].covered),
        name=", ".join(named) if len(named) <= NAMED_WHOLE else asked,
        rows=tuple(row for each in scored for row in each.name.rows),
        score=round(scored[0].coverage, 2),
        sure=True,
    )
    return Linked(link, scored[0].name.subject, scored[0].covered)


def _scored(
    contents: Sequence[Content], subjects: Iterable[Subject], catalogue: Catalogue
) -> list[_Scored]:
    contents = contents[:MOST]
    fits = {content: fits_of(content, catalogue) for content in contents}
    weights = {c: _weight(c, fit, catalogue) for c, fit in fits.items()}
    wanted = set(subjects)
    named = {s for fit in fits.values() for s in fit}
    names = [
        name
        for name in dict.fromkeys(n for s in sorted(named) for n in catalogue.names_by_stem[s])
        if name.subject in wanted
    ]
    held = {s for name in names for s in name.stems}
    fitting = [c for c in contents if not held.isdisjoint(fits[c])]
    leading = [c for c in fitting if not c.support and not c.weak]
    leading = leading or [c for c in fitting if not c.support] or fitting
    found = [_score(name, leading, fitting, fits, weights, catalogue) for name in names]
    return sorted((s for s in found if s.coverage > 0 and s.is_named), key=lambda s: -s.score)


def _with_context(
    scored: Sequence[_Scored], contents: Sequence[Content], catalogue: Catalogue
) -> list[_Scored]:
    """The best names anew, those first that stand under what else the question says."""
    near = [s for s in scored[:MOST] if s.score >= scored[0].score - NEAR]
    telling = [c for c in contents if not (c.support or c.weak)]

    def under(each: _Scored) -> int:
        rest = [c for c in telling if c not in each.covered]
        return sum(any(stands_under(r, c, catalogue) for r in each.name.rows) for c in rest)

    better = [replace(each, score=each.score + BESIDE * under(each)) for each in near]
    return [*sorted(better, key=lambda s: -s.score), *(s for s in scored if s not in near)]


def _score(
    name: Name,
    leading: Sequence[Content],
    contents: Sequence[Content],
    fits: dict[Content, dict[str, float]],
    weights: dict[Content, float],
    catalogue: Catalogue,
) -> _Scored:
    values = {c: _value(c, fits[c], name) for c in contents if fits[c]}
    total = sum(weights[c] for c in leading)
    coverage = sum(weights[c] * values[c] for c in leading) / total if total else 0.0
    hit = {s for c in contents for s in name.stems if fits[c].get(s, 0) > 0}
    core = name.core or frozenset(name.stems)
    whole = sum(catalogue.rarity.get(s, 1.0) for s in core)
    part = sum(catalogue.rarity.get(s, 1.0) for s in core & hit)
    helped = sum(0.04 for c in contents if c not in leading and values.get(c, 0) > 0)
    long_text = LONG_TEXT if name.subject is Subject.COMMITMENTS else 0.0
    score = coverage - long_text + 0.12 * (part / whole if whole else 0) + min(helped, 0.12)
    covered = tuple(c for c in contents if values.get(c, 0) > _least_of(c))
    return _Scored(name, score, coverage, covered, part / whole if whole else 0.0)


def _least_of(content: Content) -> float:
    """How well a name must fit more than for it to say what a word says."""
    return 0.0 if content.support or content.weak else NARROWER


def _value(content: Content, fit: dict[str, float], name: Name) -> float:
    own = max((fit.get(s, 0.0) for s in name.stems), default=0.0)
    stems = set(name.stems)
    for alternate in content.alternates:
        if all(any(related(a, s) for s in stems) for a in alternate):
            exact = all(any(_nearly(a, s) for s in stems) for a in alternate)
            own = max(own, EVERYDAY if exact else EVERYDAY * CONTAINED)
    return own


def _nearly(word: str, stem: str) -> bool:
    """Whether a stem is the word, but for a letter that the stemmer leaves in one form of it."""
    return stem.startswith(word) and len(stem) - len(word) <= 1


def _share_understood(contents: Sequence[Content], best: _Scored, catalogue: Catalogue) -> float:
    """How much of the contents the name covers, words that fit no name included."""
    telling = [c for c in contents if not (c.support or c.weak)]
    if not telling:
        return 1.0
    unknown = max(catalogue.rarity.values(), default=1.0)
    weights = {
        c: max((catalogue.rarity.get(s, 0.0) for s in c.stems), default=0.0) or unknown
        for c in telling
    }
    return sum(weights[c] for c in telling if c in best.covered) / sum(weights.values())


def _weight(content: Content, fit: dict[str, float], catalogue: Catalogue) -> float:
    if not fit:
        return 0.0
    best = max(fit.values())
    return max(catalogue.rarity.get(s, 1.0) for s, value in fit.items() if value == best)


def _in_scope(scored: Sequence[_Scored], catalogue: Catalogue, scope: Scope) -> list[_Scored]:
    """Names from what the question restricts itself to, where any fits as well there."""
    if not scored:
        return []
    documents = {
        d.path
        for d in catalogue.documents
        if is_of_place(d, scope.municipalities)
        and (not scope.documents or d.path in scope.documents)
        and (not scope.document_kinds or d.kind.value in scope.document_kinds)
    }
    inside = [
        each
        for each in scored
        if each.name.documents & documents
        and (not scope.organisations or each.name.organisations & set(scope.organisations))
    ]
    if inside and inside[0].coverage >= max(ENOUGH, scored[0].coverage - 0.3):
        return inside
    return list(scored)


def _whole_first(scored: Sequence[_Scored], scope: Scope) -> list[_Scored]:
    """Where no unit is named, a row about all of the municipality comes before a unit's own."""
    best = scored[0]
    if scope.organisations:
        return list(scored)
    whole = set(roots(" ".join(grammar()["whole"])))
    wider = [
        each
        for each in scored
        if each.name.subject is best.name.subject
        and each.coverage >= best.coverage - CLOSE
        and whole & set(each.name.stems) - best.name.core
        and each.name.core - whole == best.name.core
    ]
    return [*wider, *(each for each in scored if each not in wider and not _is_part(each, wider))]


def _of_place(scored: Sequence[_Scored], scope: Scope) -> list[_Scored]:
    """A row that is named after the place asked about comes first ("Medlemsbidrag, Alingsås")."""
    places = {stem for name in scope.municipalities for stem in roots(name.split()[0])}
    subject, least = scored[0].name.subject, scored[0].coverage - CLOSE
    own = [s for s in scored if places & set(s.name.stems) and s.coverage >= least]
    named = [each for each in own if each.name.subject is subject]
    return [*named, *(each for each in scored if each not in named)]


def _is_part(one: _Scored, wider: Sequence[_Scored]) -> bool:
    """Whether a name is a unit's share of what a document also gives for the whole."""
    return any(
        one.name.core <= each.name.core and not one.name.documents.isdisjoint(each.name.documents)
        for each in wider
    )


def _same_thing(one: _Scored, best: _Scored) -> bool:
    """Whether two names are one thing: the same words, or one that was renamed from one document
    to the next ("väntetid till boende", "väntetid från beslut till boende")."""
    if one.name.subject != best.name.subject or one.coverage < best.coverage - CLOSE:
        return False
    renamed = one.name.core <= best.name.core or best.name.core <= one.name.core
    apart = one.name.documents.isdisjoint(best.name.documents)
    if one.name.core == best.name.core or (renamed and apart):
        return True
    return apart and are_inflected(one.name.core, best.name.core)


def _elsewhere(scored: Sequence[_Scored], same: Sequence[_Scored], scope: Scope) -> list[_Scored]:
    """What fits as well in other documents, where the question does not say which."""
    if scope.municipalities or scope.documents or scope.organisations:
        return []
    best, found = same[0], []
    held = {path for each in same for path in each.name.documents}
    for each in scored:
        alike = each.coverage >= best.coverage and each.of_name >= best.of_name - CLOSE
        if not alike or each.name.subject != best.name.subject:
            continue
        if each not in same and held.isdisjoint(each.name.documents):
            found.append(each)
            held.update(each.name.documents)
    return found
