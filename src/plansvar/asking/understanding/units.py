"""Shorter names that people give to municipalities and units."""

from __future__ import annotations

from collections.abc import Collection

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Unit
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_VOWELS = frozenset("aeiouy\u00e5\u00e4\u00f6")
_DEFINITE = ("en", "n", "et")
LONG_PART = 7
LEAST_FIELD, LONG_FIELD = 3, 10  # words, or letters of a single one, that name a unit's field


def short_forms(name: str) -> tuple[str, ...]:
    """ "Eskilstuna kommun" → also "Eskilstuna"; "Söderstrands kommun" → also "Söderstrand"."""
    first = " ".join(fold(name).split()[:-1]) if len(name.split()) > 1 else fold(name)
    return tuple(dict.fromkeys((fold(name), first, first.removesuffix(grammar()["genitive"]))))


def only_ones(names: Collection[str]) -> list[Unit]:
    """ "förbundet" is the only unit whose name ends so."""
    definite = [e for e in vocabulary("documents")["organisations"]["endings"] if e.endswith("et")]
    found = {e: [name for name in names if fold(name).endswith(e)] for e in definite}
    return [Unit((e,), fitting[0]) for e, fitting in found.items() if len(fitting) == 1]


def parts_of(names: Collection[str]) -> list[Unit]:
    """ "utbildningsnämnden" and "barnnämnden" for the only unit that is called "Barn- och
    utbildningsnämnden", and "tekniska" for "Tekniska nämnden"."""
    formed: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        for form in _parts(name):
            formed.setdefault(form, set()).add(name)
    whole = {tuple(words(name)) for name in names}
    return [Unit(f, min(n)) for f, n in sorted(formed.items()) if len(n) == 1 and f not in whole]


def indefinite_of(names: Collection[str]) -> list[Unit]:
    """ "Norrviks socialnämnd" for "Socialnämnden", where a word stands before the ending."""
    endings = vocabulary("documents")["organisations"]["endings"]
    found = []
    for name in sorted(names):
        *before, last = words(name) or [""]
        ending = max((e for e in endings if last.endswith(e)), key=len, default="")
        shorter = next((e for e in endings if ending.startswith(e) and e != ending), "")
        if shorter and (before or last != ending):
            found.append(Unit((*before, last.removesuffix(ending) + shorter), name))
    return found


def twins_of(names: Collection[str]) -> list[Unit]:
    """ "socialförvaltningen" for "Socialnämnden", whose work it does, where no unit is called so
    itself; and the other way round."""
    taken = {fold(name) for name in names}
    formed: dict[str, set[str]] = {}
    for name in names:
        for twin in _twins(fold(name)):
            formed.setdefault(twin, set()).add(name)
    alone = [(twin, min(n)) for twin, n in sorted(formed.items()) if len(n) == 1]
    return [Unit(tuple(words(twin)), name) for twin, name in alone if twin not in taken]


def _twins(name: str) -> list[str]:
    """What those who decide or do the work of a unit are called, in either form."""
    found: list[str] = []
    for pair in grammar()["unit_twins"]:
        for own, other in (pair, pair[::-1]):
            head = name.removesuffix(own[0])
            if head.strip() and head != name:
                found += [head + form for form in other]
    return found


def initials_of(names: Collection[str]) -> list[Unit]:
    """ "BUN" for the only unit that it may stand for; two letters may be a word."""
    formed: dict[str, set[str]] = {}
    for name in names:
        formed.setdefault(_initials(name), set()).add(name)
    fitting = {short: min(n) for short, n in formed.items() if len(n) == 1}
    return [Unit((s,), n) for s, n in sorted(fitting.items()) if len(s) >= LEAST_FIELD]


def letters_of(names: Collection[str]) -> list[Unit]:
    """ "SBN" for the only unit of one word whose first letter, another one of it and the first
    letter of its ending it has."""
    formed: dict[str, set[str]] = {}
    for name in names:
        for short in _letters(name):
            formed.setdefault(short, set()).add(name)
    return [Unit((s,), min(n)) for s, n in sorted(formed.items()) if len(n) == 1]


def _letters(name: str) -> set[str]:
    endings = vocabulary("documents")["organisations"]["endings"]
    last, *more = words(name) or [""]
    ending = max((e for e in endings if last.endswith(e)), key=len, default="")
    head = last.removesuffix(ending)
    if more or not ending or len(head) < LONG_PART:
        return set()
    return {f"{head[0]}{each}{ending[0]}" for each in head[2:] if each not in _VOWELS}


def _initials(name: str) -> str:
    endings = vocabulary("documents")["organisations"]["endings"]
    parts = [part for part in words(name) if part not in grammar()["joins"]]
    ending = max((e for e in endings if parts and parts[-1].endswith(e)), key=len, default="")
    glued = bool(ending) and parts[-1] != ending
    return "".join(part[0] for part in parts) + (ending[0] if glued else "")


def _parts(name: str) -> list[tuple[str, ...]]:
    endings = vocabulary("documents")["organisations"]["endings"]
    parts = words(name)
    ending = max((e for e in endings if parts[-1].endswith(e)), key=len, default="")
    if not ending or len(parts) == 1:
        return []
    if parts[-1] == ending:
        return [(parts[0],)] if len(parts) == 2 and len(parts[0]) >= LONG_PART else []
    if len(parts) < LEAST_FIELD:
        return []
    return [(parts[-1],), (parts[0] + ending,), (parts[0] + grammar()["genitive"] + ending,)]


def fields_of(name: str) -> tuple[tuple[str, ...], ...]:
    """ "Vård- och omsorgsnämnden" is also "vård och omsorg", a "räddningstjänstförbund" also the
    "räddningstjänst"; one short word is no name."""
    endings = vocabulary("documents")["organisations"]["endings"]
    parts = words(name)
    ending = max((e for e in endings if parts[-1].endswith(e)), key=len, default="")
    head = parts[-1][: len(parts[-1]) - len(ending)].removesuffix(grammar()["genitive"])
    if not ending or not head or (len(parts) < LEAST_FIELD and len(head) < LONG_FIELD):
        return ()
    firsts = [parts[0], *((parts[0] + end) for end in _DEFINITE if len(parts) == LEAST_FIELD)]
    lasts = [head, *(head + end for end in _DEFINITE), *grammar()["field_words"].get(head, ())]
    joins = [*parts[1:-1], *(grammar()["joins"] if len(parts) == LEAST_FIELD else ())]
    if len(parts) != LEAST_FIELD:
        return tuple((*parts[:-1], last) for last in lasts)
    return tuple((a, join, b) for a in firsts for join in dict.fromkeys(joins) for b in lasts)
