"""Other forms of a word that the stemmer does not bring together: those that lose an e before an
ending ("vatten", "vattnet"; "regel", "regler") and those with another vowel ("bok", "böcker")."""

from __future__ import annotations

from functools import lru_cache

from plansvar.language.folding import stem
from plansvar.language.vocabulary import vocabulary

SONORANTS = "lnr"
VOWELS = "aeiouy\u00e5\u00e4\u00f6"
FULL = tuple(f"e{last}" for last in SONORANTS)
DEFINITE = "et"
PLURALS = ("arna", "erna", "orna", "arnas", "ernas", "ar", "er", "or", "a")
DOUBLED = "m"  # the letter that is written once where another consonant follows ("numret")
SHORTEST = 4  # letters of a form that is enough of a word
FIRST = 3  # letters of the first piece of a compound
KEPT = 65536  # words: what people ask may be any word


@lru_cache(maxsize=KEPT)
def other_forms(word: str) -> tuple[str, ...]:
    """The stems of the other forms of a word."""
    return tuple(dict.fromkeys((*syncopated(word), *mutated(word))))


@lru_cache(maxsize=KEPT)
def whole_form(word: str) -> str:
    """A compound with the e that its noun lost before an ending ("badvattnet" as "badvatten"); any
    other word as it is: the noun alone names many things."""
    for base, forms in vocabulary("stems")["whole"].items():
        form = next((form for form in forms if word.endswith(form)), None)
        if form is not None and len(word) - len(form) >= FIRST:
            return word.removesuffix(form) + str(base)
    return word


def mutated(word: str) -> tuple[str, ...]:
    """The stems of those forms of a noun that have another vowel, in compounds too."""
    found: list[str] = []
    for group in vocabulary("stems")["mutated"]:
        ends = [form for form in group if word.endswith(form)]
        first = word.removesuffix(max(ends, key=len)) if ends else ""
        if ends and (not first or len(first) >= FIRST):
            found += [stem(first + form) for form in group if form not in ends]
    return tuple(dict.fromkeys(found))


def syncopated(word: str) -> tuple[str, ...]:
    """The stems of those forms of a word that have or lack the e."""
    short = _without(word)
    full = [form for each in _cut(word) for form in _with(each)]
    # "vatten" stands as "vattnet" and "regel" as "regler", "regel" beside "regeln"
    others = [short, f"{short}{DEFINITE}", *_single(f"{short}{DEFINITE}")] if short else []
    others += [form for each in full for form in (each, f"{each}n")]
    found = (stem(form) for form in others)
    return tuple(dict.fromkeys(form for form in found if len(form) >= SHORTEST and form != word))


def _without(word: str) -> str:
    """ "vatten" → "vattn"; empty for a word that has no such e."""
    base = word.removesuffix("n") if word.endswith(("eln", "ern")) else word
    whole = base.endswith(FULL) and len(base) > SHORTEST and base[-3] not in VOWELS
    return f"{base[:-2]}{base[-1]}" if whole else ""


def _cut(word: str) -> list[str]:
    """What is left of a word without an ending before which the e is lost ("vattn", "regl")."""
    endings = (DEFINITE, *PLURALS)
    left = (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    return [each for each in left if len(each) >= SHORTEST - 1 and _is_cluster(each[-2:])]


def _is_cluster(end: str) -> bool:
    return end[-1] in SONORANTS and end[0] not in VOWELS + SONORANTS


def _with(left: str) -> tuple[str, ...]:
    """ "vattn" → "vatten", "numr" → "numer" and "nummer"."""
    doubled = (f"{left[:-1]}{left[-2]}e{left[-1]}",) if left[-2] == DOUBLED else ()
    return f"{left[:-1]}e{left[-1]}", *doubled


def _single(form: str) -> tuple[str, ...]:
    """ "nummret" → "numret"."""
    return (form.replace(DOUBLED * 2, DOUBLED),) if DOUBLED * 2 in form else ()
