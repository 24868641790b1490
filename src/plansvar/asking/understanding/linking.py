"""Links the content words of a question to names of rows: stems, compounds, spelling, nearness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plansvar.asking.places import is_of_place
from plansvar.asking.query import Link, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import EVERYDAY, stands_under
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name, are_inflected, fillers
from plansvar.asking.understanding.renamed import renamed_in
from plansvar.asking.understanding.roots import root, roots
from plansvar.asking.understanding.scoring import MOST, Scored, is_named_by, scored_names
from plansvar.language.folding import words

ENOUGH, SURE, CLOSE = 0.5, 0.7, 0.08
NAMED_WHOLE = 2
PARTS = 2  # of a name: what it stands under, and its own
LEAST_SHARE, LEAST_OF_TEXT = 0.3, 0.55
NEAR, BESIDE = 0.4, 0.4  # names that headings may lift, and by how much for each word


@dataclass(frozen=True, slots=True)
class Linked:
    """The link found, if any, and the contents that it covers."""

    link: Link | None = None
    subject: Subject | None = None
    covered: tuple[Content, ...] = ()


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
    everywhere = _with_context(scored_names(contents, subjects, catalogue), contents, catalogue)
    everywhere = [each for each in everywhere if keep is None or keep(each.name)]
    scored = _in_scope(everywhere, catalogue, scope)
    if not scored or scored[0].coverage < ENOUGH:
        return Linked()
    scored = _of_place(_whole_first(scored, scope), scope)
    best = scored[0]
    if _share_understood(contents, best, catalogue) < least:
        return Linked()
    same = [best, *(each for each in everywhere if each != best and _same_thing(each, best))]
    same += _elsewhere(everywhere, same, catalogue, scope)
    named = [c for c in best.covered if is_named_by(best.name, c)]
    same = [
        s
        for s in same
        if s is best
        or _is_asked_beside(s, best, scope)
        or _shares_part(s, best)
        or not _is_narrower(s, best, named)
    ]
    same += [each for each in everywhere if each not in same and _is_named(each, best, named)]
    rivals = (
        []
        if named
        else [each for each in scored if each not in same and each.score >= best.score - CLOSE]
    )
    renamed = renamed_in(best.name, catalogue.names, frozenset(scope.documents))
    link = Link(
        words=tuple(each.words for each in best.covered),
        name=(renamed or best.name).text,
        rows=(renamed.rows if renamed else ())
        or tuple(dict.fromkeys(row for each in same for row in each.name.rows)),
        score=round(min(1.0, best.coverage), 2),
        sure=best.coverage >= SURE and not rivals,
        alternatives=tuple(dict.fromkeys(each.name.text for each in rivals))[:4],
    )
    return Linked(link, best.name.subject, best.covered)


def _is_asked_beside(one: Scored, best: Scored, scope: Scope) -> bool:
    """Whether a name stands in another of the documents that the question names."""
    asked = set(scope.documents)
    held = asked & best.name.documents
    return bool(held) and bool(asked & one.name.documents - held)


def _is_narrower(one: Scored, best: Scored, named: Sequence[Content]) -> bool:
    """Whether a name lacks words of the one repeated, or has one more before one of them that
    narrows it ("hushåll med långvarigt bistånd")."""
    if not set(named) <= set(one.covered):
        return True
    core = best.name.core
    told = core | fillers() | {s for c in best.covered for p in c.parts or (c,) for s in p.stems}
    return any(
        root(word) not in told and root(behind) in core
        for word, behind in pairwise(words(one.name.text))
    )


def _is_named(one: Scored, best: Scored, named: Sequence[Content]) -> bool:
    """Whether a name is repeated by the words that repeat the best one."""
    return one.name.subject is best.name.subject and any(is_named_by(one.name, c) for c in named)


def link_all(
    contents: Sequence[Content], catalogue: Catalogue, subjects: Iterable[Subject]
) -> Linked:
    """All names that fit every content: the restriction of a list ("mål som handlar om …")."""
    wanted = [each for each in contents if not each.support]
    scored = [
        each
        for each in scored_names(wanted, subjects, catalogue)
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


def _with_context(
    scored: Sequence[Scored], contents: Sequence[Content], catalogue: Catalogue
) -> list[Scored]:
    """The best names anew, those first that say, or stand under, most of what the question says."""
    near = [s for s in scored[:MOST] if s.score >= scored[0].score - NEAR]
    telling = [c for c in contents if not (c.support or c.weak)]

    def under(each: Scored) -> int:
        return sum(
            any(stands_under(r, c, catalogue) for r in each.name.rows)
            if c not in each.covered
            else each.values.get(c, 0.0) >= EVERYDAY
            for c in telling
        )

    better = [replace(each, score=each.score + BESIDE * under(each)) for each in near]
    return [*sorted(better, key=lambda s: -s.score), *(s for s in scored if s not in near)]


def _share_understood(contents: Sequence[Content], best: Scored, catalogue: Catalogue) -> float:
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


def _in_scope(scored: Sequence[Scored], catalogue: Catalogue, scope: Scope) -> list[Scored]:
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


def _whole_first(scored: Sequence[Scored], scope: Scope) -> list[Scored]:
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


def _of_place(scored: Sequence[Scored], scope: Scope) -> list[Scored]:
    """A row that is named after the place asked about comes first ("Medlemsbidrag, Alingsås")."""
    places = {stem for name in scope.municipalities for stem in roots(name.split()[0])}
    subject, least = scored[0].name.subject, scored[0].coverage - CLOSE
    own = [s for s in scored if places & set(s.name.stems) and s.coverage >= least]
    named = [each for each in own if each.name.subject is subject]
    return [*named, *(each for each in scored if each not in named)]


def _is_part(one: Scored, wider: Sequence[Scored]) -> bool:
    """Whether a name is a unit's share of what a document also gives for the whole."""
    return any(
        one.name.core <= each.name.core and not one.name.documents.isdisjoint(each.name.documents)
        for each in wider
    )


def _same_thing(one: Scored, best: Scored) -> bool:
    """Whether two names are one thing: the same words, or one that was renamed from one document
    to the next ("väntetid till boende", "väntetid från beslut till boende")."""
    if one.name.subject != best.name.subject or one.coverage < best.coverage - CLOSE:
        return False
    if divides(one.name.text) != divides(best.name.text):
        return False
    if _shares_part(one, best):
        return True
    renamed = one.name.core <= best.name.core or best.name.core <= one.name.core
    apart = one.name.documents.isdisjoint(best.name.documents)
    if one.name.core == best.name.core or (renamed and apart):
        return True
    return apart and are_inflected(one.name.core, best.name.core)


def _shares_part(one: Scored, best: Scored) -> bool:
    """Whether two amounts of one document have the part of their names in common that the question
    says, and not the other: "Intäkter, Simhall" and "Kostnader, Simhall" for the swimming hall."""
    if best.name.subject is not Subject.AMOUNTS or one.name.documents != best.name.documents:
        return False
    mine, others = (each.name.text.split(", ") for each in (one, best))
    if len(mine) != PARTS or len(others) != PARTS:
        return False
    common = {root(word) for part in set(mine) & set(others) for word in words(part)}
    return bool(common) and all(not common.isdisjoint(c.stems) for c in best.covered)


def divides(name: str) -> bool:
    """Whether a name is given for each of something ("barn per årsarbetare"), not unit by unit."""
    pairs = pairwise(words(name))
    groups = {root(word) for word in grammar()["per_groups"]}
    return any(word in grammar()["per"] and root(each) not in groups for word, each in pairs)


def _elsewhere(
    scored: Sequence[Scored], same: Sequence[Scored], catalogue: Catalogue, scope: Scope
) -> list[Scored]:
    """What fits as well in other documents, where the question does not say which."""
    if scope.documents or scope.organisations:
        return []
    best, found = same[0], []
    held = {path for each in same for path in each.name.documents}
    towns = {d.path for d in catalogue.documents if is_of_place(d, scope.municipalities)}
    for each in scored:
        if each.name.documents.isdisjoint(towns):
            continue
        alike = each.coverage >= best.coverage and each.of_name >= best.of_name - CLOSE
        if not alike or each.name.subject != best.name.subject:
            continue
        if each not in same and held.isdisjoint(each.name.documents):
            found.append(each)
            held.update(each.name.documents)
    return found
