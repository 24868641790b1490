"""What an index holds, prepared once so that each question is linked in a few milliseconds."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from weakref import WeakKeyDictionary, ref

from plansvar.asking.keeping import Kept
from plansvar.asking.places import unit_above
from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.name_forms import Form, by_first_root
from plansvar.asking.understanding.names import (
    Name,
    Unit,
    called,
    core_of,
    fillers,
    name_stems,
    without_number,
)
from plansvar.asking.understanding.roles import people_in, titles_of
from plansvar.asking.understanding.roots import root, shortened
from plansvar.asking.understanding.rowfacts import RowFacts
from plansvar.asking.understanding.surroundings import (
    places_of,
    unit_rows,
    years_of_library,
)
from plansvar.asking.understanding.unit_letters import name_of, names_unit, with_letters
from plansvar.asking.understanding.unit_words import names_in_talk
from plansvar.asking.understanding.units import fields_of, initials_of, short_forms
from plansvar.domain import Place
from plansvar.index.library import Library
from plansvar.language.folding import bare, by_letter, fold, words
from plansvar.language.vocabulary import vocabulary

SHORTEST_SPELT = 4
KEPT_FITS = 2000
SHORT_BEHIND = re.compile(r"\(([^\W\d_]{2,6})\)\s*$")
WORD = re.compile(r"[^\W\d_]{5,}")
FIRST = re.compile(r"(?:^|[.:] )([^\W\d_]{8,})", re.MULTILINE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Catalogue(RowFacts):
    """Names, places, units, years and words of one library."""

    def __init__(self, library: Library) -> None:
        self._library = _weakly(library)
        self.documents = library.documents()
        self.fits: Kept[dict[str, float]] = Kept(KEPT_FITS)
        self._held: Kept[bool] = Kept(KEPT_FITS)
        self._spelling: dict[str, dict[str, dict[str, str]]] = {}

    @property
    def library(self) -> Library:
        library = self._library()
        if library is None:
            raise ReferenceError
        return library

    @cached_property
    def names(self) -> tuple[Name, ...]:
        rows: list[tuple[Subject, str, str, Place]] = []
        rows += [(Subject.INDICATORS, r.id, r.name, r.place) for r in self.library.indicators()]
        rows += [(Subject.COMMITMENTS, r.id, r.text, r.place) for r in self.library.commitments()]
        named = ((r, name_of(r, self.abbreviations)) for r in self.library.amounts())
        rows += [(Subject.AMOUNTS, r.id, name, r.place) for r, name in named]
        measured = [(r, label) for r in self.library.indicators() for label in r.also]
        rows += [(Subject.INDICATORS, r.id, label.text, r.place) for r, label in measured]
        grouped: dict[tuple[Subject, str], list[tuple[str, str, Place]]] = {}
        for subject, row, text, place in rows:
            grouped.setdefault((subject, called(text)), []).append((row, text, place))
        return tuple(
            Name(
                found[0][1],
                subject,
                tuple(row for row, _, _ in found),
                name_stems(without_number(found[0][1])),
                self._core(without_number(found[0][1])),
                frozenset(place.document_id for _, _, place in found),
                frozenset(
                    unit for row, text, place in found for unit in self._units_of(row, text, place)
                ),
            )
            for (subject, _), found in grouped.items()
        )

    @cached_property
    def name_forms(self) -> dict[str, tuple[Form, ...]]:
        """First root → the names of rows that begin with it, as people say them."""
        return by_first_root(self.names)

    def _units_of(self, row: str, text: str, place: Place) -> Iterable[str]:
        """The units that a row is of: it reports it, answers for it, or is named behind it."""
        behind = SHORT_BEHIND.search(text)
        named = self.abbreviations.get(behind[1]) if behind else None
        answering = self.answering.get(row, ())
        above = None if answering else unit_above(place, self.units_by_name.values())
        told = (place.organisation, named, self.unit_behind(text), above, *answering)
        return filter(None, told)

    def unit_behind(self, text: str) -> str | None:
        """The unit that a name ends in ("Sjukfrånvaro per nämnd, Socialnämnden")."""
        before, _, last = text.rpartition(",")
        return self.units_by_name.get(fold(last.strip())) if before else None

    @cached_property
    def units_by_name(self) -> dict[str, str]:
        names = {p.organisation or "" for p in places_of(self.library)}
        names |= {p.organisation or "" for d in self.documents for p in d.parts}
        return {fold(name): name for name in sorted(names - {""})}

    def _core(self, text: str) -> frozenset[str]:
        """The core of a name, without an abbreviation that only repeats what it says."""
        core = core_of(text)
        repeated = {
            bare(short)
            for short, long in self.abbreviations.items()
            if bare(short) in core and set(name_stems(long)) - fillers() <= core
        }
        return core - repeated

    @cached_property
    def by_row(self) -> dict[str, Name]:
        """Row → its name, though another row is called as one of its other labels."""
        found = {row: name for name in reversed(self.names) for row in name.rows}
        by_name = {(name.subject, called(name.text)): name for name in self.names}
        own = ((r.id, (Subject.INDICATORS, called(r.name))) for r in self.library.indicators())
        return {**found, **{row: by_name[key] for row, key in own}}

    @cached_property
    def units_as_rows(self) -> dict[str, tuple[str, ...]]:
        """Unit → the amounts that are printed for it under its name."""
        names = {fold(unit.name): unit.name for unit in self.organisations}
        return unit_rows(self.library, with_letters(names, self.abbreviations))

    @cached_property
    def years_of_documents(self) -> frozenset[int]:
        return frozenset(d.year for d in self.documents if d.year)

    def document_years_of(self, rows: Iterable[str]) -> frozenset[int]:
        """The years of the documents that hold `rows`."""
        paths = {path for row in rows for path in self.by_row[row].documents}
        return frozenset(d.year for d in self.documents if d.year and d.path in paths)

    def holds(self, stem: str) -> bool:
        """Whether a passage holds a word, by itself or as the first or last piece of another."""
        every = self.passage_stems
        if stem in every or len(stem) <= SHORTEST_SPELT:
            return stem in every
        return self._held.get(
            stem, lambda: any(each.startswith(stem) or each.endswith(stem) for each in every)
        )

    @cached_property
    def rarity(self) -> dict[str, float]:
        """How much a stem tells: the fewer names hold it, the more."""
        counts = Counter(each for name in self.names for each in set(name.stems))
        total = len(self.names) + 1
        return {each: math.log(1 + total / count) for each, count in counts.items()}

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(self.rarity)

    @cached_property
    def names_by_stem(self) -> dict[str, tuple[Name, ...]]:
        found: dict[str, list[Name]] = {}
        for name in self.names:
            for each in name.stems:
                found.setdefault(each, []).append(name)
        return {each: tuple(names) for each, names in found.items()}

    @cached_property
    def passage_stems(self) -> frozenset[str]:
        return frozenset(shortened(each) for each in self.library.word_counts())

    @cached_property
    def municipalities(self) -> tuple[Unit, ...]:
        names = sorted({d.municipality for d in self.documents if d.municipality})
        return tuple(Unit(tuple(words(form)), name) for name in names for form in short_forms(name))

    @cached_property
    def organisations(self) -> tuple[Unit, ...]:
        names = set(self.units_by_name.values())
        found = [Unit(tuple(words(name)), name) for name in sorted(names)]
        fields = [Unit(form, name) for name in sorted(names) for form in fields_of(name)]
        found += [u for u in fields if u.words[1:] or root(u.words[0]) not in self.rarity]
        found += names_in_talk(names, {w for name in self.names for w in words(name.text)})
        long = {fold(name): name for name in sorted(names)}
        shorts = ((fold(short), long.get(fold(of))) for short, of in self.abbreviations.items())
        return (*found, *(Unit((short,), name) for short, name in shorts if name))

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Short form → long form; what the documents explain wins over the common ones."""
        explained = {each.short: each.long for each in self.library.abbreviations()}
        common = vocabulary("abbreviations")
        return {**common["other"], **common["units"], **explained}

    @cached_property
    def boards_by_initials(self) -> dict[str, str]:
        """Initials → the only unit named by an amount that they may stand for."""
        of = {fold(n.text) for n in self.names if n.subject is Subject.AMOUNTS}
        return {unit.words[0]: unit.name for unit in initials_of(set(filter(names_unit, of)))}

    @cached_property
    def responsible(self) -> tuple[Unit, ...]:
        groups = [row.responsible for row in self.library.commitments()]
        groups += [row.responsible for row in self.library.indicators()]
        names = sorted({name for group in groups for name in group})
        long_forms = {
            name: long for name in names for s, long in self.abbreviations.items() if s == name
        }
        found = [Unit(said, name) for name in names for said in titles_of(tuple(words(name)))]
        found += [Unit(said, name) for name in names for said in people_in(name)]
        return tuple(found + [Unit(tuple(words(long)), name) for name, long in long_forms.items()])

    @cached_property
    def sections(self) -> tuple[Unit, ...]:
        headings = {h for place in places_of(self.library) for h in place.section}
        return tuple(Unit(tuple(words(h)), h) for h in sorted(headings) if len(words(h)) < 8)

    @cached_property
    def shorts(self) -> frozenset[str]:
        return frozenset(short.upper() for short in self.abbreviations)

    @cached_property
    def years(self) -> frozenset[int]:
        """Years of documents, of printed values and of names."""
        return years_of_library(self.library) | self.years_of_documents

    @cached_property
    def text_years(self) -> frozenset[int]:
        return frozenset(int(y) for d in self.documents for y in YEAR.findall(d.text))

    @cached_property
    def latest_year(self) -> int | None:
        return max((d.year for d in self.documents if d.year), default=None)

    @cached_property
    def spelling(self) -> frozenset[str]:
        """Words that a misspelt word may have been meant to be."""
        units = (*self.municipalities, *self.organisations, *self.responsible)
        return frozenset(
            {word for name in self.names for word in words(name.text)}
            | {word for unit in units for word in unit.words}
        )

    def spelling_by_letter(self, language: str) -> dict[str, dict[str, str]]:
        """First letter → the words that begin with it → their bare forms."""
        if language not in self._spelling:
            known = self.spelling | lexicon(language).spelling
            self._spelling[language] = by_letter(w for w in known if len(w) >= SHORTEST_SPELT)
        return self._spelling[language]

    @cached_property
    def text_counts(self) -> Counter[str]:
        """The words of texts that are no names: small ones, and long ones that begin a sentence."""
        found: Counter[str] = Counter()
        for document in self.documents:
            found.update(word for word in WORD.findall(document.text) if word[0].islower())
            found.update(FIRST.findall(document.text))
        return Counter(fold(word) for word in found.elements())

    @cached_property
    def text_words(self) -> dict[str, dict[str, str]]:
        """First letter → the words of texts that begin with it → their bare forms."""
        return by_letter(self.text_counts)


def catalogue_of(library: Library) -> Catalogue:
    """The catalogue of `library`, made anew when its documents have changed."""
    try:
        kept = _KEPT.get(library)
        if kept is None or kept.documents != library.documents():
            kept = _KEPT[library] = Catalogue(library)
        return kept
    except TypeError:
        return Catalogue(library)


def _weakly(library: Library) -> Callable[[], Library | None]:
    """A weak reference, since the catalogue must not keep alive the key that it is kept under."""
    try:
        return ref(library)
    except TypeError:
        return lambda: library


_KEPT: WeakKeyDictionary[Library, Catalogue] = WeakKeyDictionary()
