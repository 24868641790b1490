"""Companies of a municipality by what they do: "energibolaget" as the name that the documents
have for it ("Stenarps Energi och Nät AB")."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_OPENING = 5  # letters of what a company does that its name begins a word with
_SHORTEST = 3
_LONG = 8  # letters of a name that is no other word
_SAID = re.compile(r"\b(?P<does>[^\W\d_]{2,}?)s?-?bolage(?:t|ts|n|ns)\b", re.IGNORECASE)
_NAME = re.compile(
    r"\b[A-ZÅÄÖ][^\W\d_]+(?:[ -](?:[A-ZÅÄÖ][^\W\d_]*|i|och|&)){0,4} (?:AB|Aktiebolag)\b"
)
_KEPT: WeakKeyDictionary[Library, tuple[str, ...]] = WeakKeyDictionary()


def with_companies_named(text: str, library: Library) -> str:
    """The question with the names of the companies that it calls by what they do, where the
    documents call one so, or have one such company."""

    def named(match: re.Match[str]) -> str:
        does = fold(match["does"])
        called = _called(library, does)
        if called:
            return called[0] if len(called) == 1 else match[0]
        also = vocabulary("companies")["does"].get(does, (does,))
        found = [name for name in _companies(library) if any(_does(name, each) for each in also)]
        return found[0] if len(found) == 1 else match[0]

    return _in_full(_SAID.sub(named, text), library)


def _in_full(text: str, library: Library) -> str:
    """The question with the names of companies in full, where it leaves out what sort of company
    they are ("morkulla energi")."""
    for name in _companies(library):
        bare, _, sort = name.rpartition(" ")
        if len(bare) >= _LONG:
            said = rf"\b{re.escape(bare)}s?\b(?! {re.escape(sort)}\b)"
            text = re.sub(said, name, text, flags=re.IGNORECASE)
    return text


def _does(name: str, what: str) -> bool:
    start = what[:_OPENING]
    said = words(fold(name))
    if len(start) < _OPENING:  # a short word is within many others
        return len(start) >= _SHORTEST and any(
            w.startswith(start) or w.endswith(start) for w in said
        )
    return any(start in word for word in said)


def _called(library: Library, does: str) -> tuple[str, ...]:
    """The companies whose names stand behind the word itself ("bostadsbolaget Vallsjöhus AB")."""
    said = re.compile(rf"\b{re.escape(does)}s?-?bolaget +(?={_NAME.pattern})", re.IGNORECASE)
    found = (
        _NAME.match(d.text, m.end()) for d in library.documents() for m in said.finditer(d.text)
    )
    return tuple(dict.fromkeys(" ".join(m[0].split()) for m in found if m))


def _companies(library: Library) -> tuple[str, ...]:
    """The names of companies that any document prints, each once."""
    if library not in _KEPT:
        printed = (" ".join(m[0].split()) for d in library.documents() for m in _names(d.text))
        _KEPT[library] = tuple(dict.fromkeys(printed))
    return _KEPT[library]


def _names(text: str) -> list[re.Match[str]]:
    return list(_NAME.finditer(text))
