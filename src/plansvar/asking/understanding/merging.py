"""A follow-up as a whole question: the words of the one before with what is said anew in them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from plansvar.asking.query import Scope
from plansvar.asking.understanding import grammar as rules
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.reading import Reading, contents, read
from plansvar.asking.understanding.scoping import is_unit, slots_of

MOST_KEPT = 4  # words of the earlier question that are tried beside the new ones


@dataclass(frozen=True, slots=True)
class Merged:
    """The earlier question with the new words in it, as parsed; `fresh` are the new words of
    content and `old` those of the earlier question; `fits` says whether the new are linked."""

    parsed: Parsed
    fresh: tuple[Content, ...]
    fits: bool
    old: tuple[Content, ...] = ()

    @property
    def text(self) -> str:
        return self.parsed.query.text


def merged(
    before: str,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    language: str,
    pointing: bool = False,
) -> Merged | None:
    """`before` is the text of the earlier question and `scope` the one in force now; null where
    nothing was said that takes a place in it. Where it is `pointing` back some of the earlier
    words have to stay. A new word may take the place of one within a name that the earlier question
    repeats ("och särskilt boende?" after "nöjda med hemtjänsten")."""
    whole = _merged(before, reading, catalogue, scope, language, pointing, False)
    if whole is None or whole.fits or not whole.fresh or pointing:
        return whole
    apart = _merged(before, reading, catalogue, scope, language, pointing, True)
    return apart if apart is not None and apart.fits else whole


def _merged(
    before: str,
    reading: Reading,
    catalogue: Catalogue,
    scope: Scope,
    language: str,
    pointing: bool,
    word_by_word: bool,
) -> Merged | None:
    """The questions merged, the names of rows in the earlier one each as one word or not."""
    fresh = (*telling(reading, catalogue), *_names_places(reading, catalogue))
    said = slots_of(reading.tokens, language, catalogue)
    # Another unit takes the place of one within the name of a row ("sjukfrånvaro i socialnämnden").
    earlier = read(before, 0, catalogue, scope, language, named=not (said["unit"] or word_by_word))
    if not before or not (fresh or any(said.values())):
        return None
    taken = slots_of(earlier.tokens, language, catalogue)
    if said["year"] and not said["month"]:
        taken["year"] |= taken["month"]
    old = telling(earlier, catalogue)
    units = units_among(fresh, reading)
    if units or said["unit"]:
        taken["unit"] |= units_among(old, earlier)
        old = tuple(c for c in old if taken["unit"].isdisjoint(c.tokens))
    own = _names_themselves(fresh, reading, catalogue)
    named = {i for c in fresh for i in c.tokens}
    phrased = tuple(_with_word_before(c, named, reading, catalogue) for c in fresh)
    best: Merged | None = None
    for kept in _kept(old, fresh, least=int(pointing and bool(old))):
        over = taken["unit"] if units else frozenset()
        pieces = _Pieces(earlier, reading, taken, said, over, scope.years)
        text = pieces.text([c for c in old if c not in kept], phrased)
        parsed = _parsed(text, catalogue, scope, language)
        if reading.has("money") and not fresh:
            left = [c for c in old if c.words.text in {u.words.text for u in parsed.unlinked}]
            parsed = _parsed(pieces.text(left, phrased), catalogue, scope, language)
        found = Merged(parsed, fresh, _fits(parsed, fresh, kept, own), old)
        best = best or found
        if found.fits:
            return found
    return best


def asked_about(parsed: Parsed, topic: str, catalogue: Catalogue, scope: Scope) -> Parsed:
    """A question that leaves out what it is about, with the words for that behind it."""
    text = f"{parsed.query.text} {topic}"
    return _parsed(text, catalogue, scope, parsed.reading.language)


def telling(reading: Reading, catalogue: Catalogue) -> tuple[Content, ...]:
    """The words of a question that carry content of their own."""
    found = contents(reading, rules.kind_tokens(reading, catalogue), catalogue)
    return tuple(c for c in found if not c.support)


def _names_places(reading: Reading, catalogue: Catalogue) -> tuple[Content, ...]:
    """Places that rows are named after, where all documents are of one place: there it tells
    which rows are meant ("och alingsås?" after "medlemsbidrag för vårgårda")."""
    if len({d.municipality for d in catalogue.documents}) > 1:
        return ()
    scope = reading.found.scope.municipalities
    named = [
        (i, stem)
        for i in sorted(reading.found.used)
        if scope and (stem := reading.tokens[i].stem) in catalogue.rarity
    ]
    return tuple(Content(reading.words(i, i + 1), (i,), (stem,)) for i, stem in named)


def topic_of(text: str, catalogue: Catalogue, language: str, measured: bool = True) -> str:
    """The words of a question that say what it is about, without places, years and cues; without
    the words for a measure too where another one takes their place."""
    reading = read(text, 0, catalogue, Scope(), language)
    named = {i for c in telling(reading, catalogue) for i in c.tokens}
    cues = {m.start for m in reading.places("operation")}
    measures = (m for m in reading.places("measure") if m.start not in cues)
    kept = (*reading.places("money"), *(measures if measured else ()))
    named |= {i for m in kept for i in range(m.start, m.end)}
    return " ".join(reading.tokens[i].text for i in sorted(named))


def _with_word_before(
    content: Content, named: Container[int], reading: Reading, catalogue: Catalogue
) -> Content:
    """ "och särskilt boende?": with the small word before it that names have there too."""
    first = content.tokens[0]
    before = reading.tokens[first - 1] if first else None
    if before is None or first - 1 in named or _is_preposition(reading, first - 1):
        return content
    pair = (before.stem, reading.tokens[first].stem)
    beginning = catalogue.names_by_stem.get(pair[0], ()), catalogue.names_by_stem.get(pair[1], ())
    held = any(pair in pairwise(name.stems) for names in beginning for name in names)
    return replace(content, tokens=(first - 1, *content.tokens)) if held else content


def units_among(words: Iterable[Content], reading: Reading) -> frozenset[int]:
    """The words that are units by their ending: another unit takes their place."""
    ends = [i for c in words for i in c.tokens if is_unit(reading.tokens[i])]
    return frozenset(i for end in ends for i in _whole_unit(end, reading))


def _whole_unit(end: int, reading: Reading) -> range:
    """ "barn- och utbildningsnämnden": the unit with the first half of its name."""
    tokens = reading.tokens
    joined = end > 1 and tokens[end - 1].key in grammar()["joins"] and tokens[end - 2].hyphened
    return range(end - 2 if joined else end, end + 1)


def money_of(text: str, catalogue: Catalogue, language: str) -> str:
    """The words of a question that say which way money went ("back")."""
    reading = read(text, 0, catalogue, Scope(), language)
    places = (i for m in reading.places("money") for i in range(m.start, m.end))
    told = (i for i in sorted(set(places)) if not reading.is_function(reading.tokens[i]))
    return " ".join(reading.tokens[i].text for i in told)


def _kept(
    old: Sequence[Content], fresh: Sequence[Content], least: int
) -> Iterator[tuple[Content, ...]]:
    """Which words of the earlier question may stay beside the new ones: most of them first."""
    yield tuple(old)
    if not fresh:
        return
    for size in range(min(len(old), MOST_KEPT) - 1, least - 1, -1):
        yield from combinations(old[:MOST_KEPT], size)


def _parsed(text: str, catalogue: Catalogue, scope: Scope, language: str) -> Parsed:
    reading = read(text, 0, catalogue, scope, language)
    units = scope.organisations or reading.found.scope.organisations
    found = replace(reading.found, scope=replace(scope, organisations=units), no_document=())
    return parse(replace(reading, found=found), catalogue)


def _names_themselves(
    fresh: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> tuple[Content, ...]:
    """The new words that names of rows hold themselves ("enkelbad"), but not what a value is given
    for each of ("per person")."""
    per = grammar()["per"]
    return tuple(
        c
        for c in fresh
        if not c.weak
        and c.stems
        and c.stems[0] in catalogue.rarity
        and not any(
            reading.tokens[i].key in per for i in range(max(0, c.tokens[0] - 1), c.tokens[-1])
        )
    )


def _fits(
    parsed: Parsed, fresh: Sequence[Content], kept: Sequence[Content], own: Sequence[Content]
) -> bool:
    """Whether one thing goes by all of the words; its name holds those of `own` themselves, not
    only others for them."""
    links = parsed.query.links
    if not links or parsed.unlinked:
        return not fresh
    if len(links) > 1 and kept and any(not c.weak for c in fresh):
        return False
    linked = {w for link in links for words in link.words for w in words.text.split()}
    named = {stem for link in links for stem in name_stems(link.name)}
    wanted = [c for c in (*fresh, *kept) if not c.weak] or list(fresh)
    if any(named.isdisjoint(c.stems) for c in own):
        return False
    return all(linked & set(c.words.text.split()) or named & set(c.stems[:1]) for c in wanted)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The words of two questions, and which of them take each other's place."""

    earlier: Reading
    later: Reading
    taken: dict[str, frozenset[int]]
    said: dict[str, frozenset[int]]
    over: frozenset[int] = frozenset()
    years: tuple[int, ...] = ()

    def text(self, dropped: Iterable[Content], fresh: Sequence[Content]) -> str:
        """The earlier question without `dropped`, with `fresh` and all slots said anew, each in the
        place of what it stands for."""
        dropped = list(dropped)
        gone = {i for c in dropped for i in c.tokens} | self.over
        gone |= {i for slot, named in self.said.items() if named for i in self.taken[slot]}
        place = min((i for c in dropped for i in c.tokens), default=None)
        new = [self.later.tokens[i].text for c in fresh for i in c.tokens]
        slots = self._slots()
        words: list[str] = []
        for index, token in enumerate(self.earlier.tokens):
            if index == place:
                words += new
            words += slots.pop(index, ())
            before_gone = index + 1 in gone and index + 1 != place
            kept = index + 1 in slots and not self._opens_with_preposition(slots[index + 1])
            if index not in gone and (
                kept or not (before_gone and _is_preposition(self.earlier, index))
            ):
                words.append(token.text + "-" * token.hyphened)
        words += [] if place is not None else new
        return " ".join([*words, *(word for said in slots.values() for word in said)])

    def _slots(self) -> dict[int, list[str]]:
        """The words of each slot said anew, by the place of what it stands for; behind all where
        nothing had been said of it."""
        found: dict[int, list[str]] = {}
        for slot, named in self.said.items():
            if named:
                at = min(self.taken[slot], default=len(self.earlier.tokens))
                found.setdefault(at, []).extend(self._year(slot) or self._said(named))
        return found

    def _year(self, slot: str) -> list[str]:
        """ "året innan" as the year that it is in the talk; empty where a year is said itself."""
        relative = slot == "year" and self.later.has("relative_year")
        return [str(year) for year in self.years] if relative else []

    def _said(self, named: frozenset[int]) -> Iterator[str]:
        for index in sorted(named):
            before = index - 1
            if before >= 0 and before not in named and _is_preposition(self.later, before):
                yield self.later.tokens[before].text
            token = self.later.tokens[index]
            yield token.text + "-" * token.hyphened

    @staticmethod
    def _opens_with_preposition(said: Sequence[str]) -> bool:
        return bool(said) and said[0] in grammar()["prepositions"]


def _is_preposition(reading: Reading, index: int) -> bool:
    return reading.tokens[index].key in grammar()["prepositions"]
