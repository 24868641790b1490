"""Forms of verbs that carry no matter of their own ("hur mycket lades på", "vad hände med")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.language.folding import bare, stem
from plansvar.language.vocabulary import vocabulary

SHORTEST_STEM = 4  # letters of a verb that a noun is made of


@cache
def general_verbs(language: str = "sv") -> frozenset[str]:
    """All forms of the verbs in the vocabulary, in active and passive; none for other languages."""
    entries = _general() if language == "sv" else ()
    return frozenset(form for parts in entries for form in forms_of(list(parts)))


def same_verb(word: str) -> frozenset[str]:
    """The other forms of the verb that a word is a form of ("bor" → "bo", "bodde", "bott"), without
    the participle that may be a noun ("boende")."""
    forms = _verbs().get(word, frozenset())
    return frozenset(form for form in forms if form != word and not form.endswith("nde"))


def is_verb(word: str) -> bool:
    """Whether a word is a known verb form, or has the ending of one in the past."""
    return word in _verbs() or word.endswith(tuple(vocabulary("verbs")["past"]))


def is_bare_verb(word: str) -> bool:
    """Whether a word is a verb form written without dots and rings ("kande" for "kände")."""
    return word in _bare_verbs()


def verb_stems(word: str) -> tuple[str, ...]:
    """What is left of a noun that is made of a verb, as it is and as a stem ("lansering")."""
    if is_of_no_verb(word):
        return ()
    left = (word.removesuffix(e) for e in vocabulary("verbs")["nouns"] if word.endswith(e))
    long = [each for each in left if len(each) >= SHORTEST_STEM]
    return tuple(dict.fromkeys(form for each in long for form in (bare(each), bare(stem(each)))))


@cache
def is_of_no_verb(word: str) -> bool:
    """Whether a noun, or its bare root, is another thing than what it begins with ("hushållning" is
    of no "hushåll")."""
    return bare(word).startswith(tuple(map(bare, vocabulary("verbs")["of_no_verb"])))


def tells_matter(word: str) -> bool:
    """Whether a word is a form of a verb that carries matter and of none that does not."""
    return word in _verbs() and word not in general_verbs()


@cache
def _bare_verbs() -> frozenset[str]:
    return frozenset(bare(form) for form in _verbs())


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Each form of each Swedish verb with all the forms of its verb."""
    found: dict[str, frozenset[str]] = {}
    matter = [tuple(entry.split()) for entry in vocabulary("verbs")["matter"]]
    for parts in (*_general(), *matter):
        forms = frozenset(forms_of(list(parts)))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found


@cache
def _general() -> tuple[tuple[str, ...], ...]:
    """The principal parts of the verbs that carry no matter."""
    table = vocabulary("verbs")
    regular = ((a, f"{a}r", f"{a}de", f"{a}t") for a in table["regular"].split())
    return (*(tuple(entry.split()) for entry in table["sv"]), *regular)


def forms_of(parts: list[str]) -> Iterator[str]:
    """The forms of one verb from its principal parts: infinitive, present, past and supine."""
    for part in parts:
        yield part
        if not part.endswith(("r", "s")):
            yield f"{part}s"
    if len(parts) > 1:
        yield from _imperative(parts[0], parts[1])
        yield f"{_present_stem(parts[0], parts[1])}s"
        yield from _participles(parts[0], parts[-1])


def _present_stem(infinitive: str, present: str) -> str:
    """ "skriver" has the passive "skrivs" beside "skrivas", "bestämmer" has "bestäms"."""
    short = present.removesuffix("er") if present.endswith("er") else infinitive
    return short[:-1] if short.endswith("mm") else short


def _imperative(infinitive: str, present: str) -> Iterator[str]:
    """ "ställa", "ställer" has "ställ"; "visa", "visar" has the infinitive itself."""
    if infinitive.endswith("a") and present.endswith("er"):
        form = _present_stem(infinitive, present)
        yield from () if form in vocabulary("verbs")["nouns_too"] else (form,)


def _participles(infinitive: str, supine: str) -> Iterator[str]:
    stem = infinitive.removesuffix("a")
    yield f"{stem}ande" if infinitive.endswith("a") else f"{infinitive}ende"
    if supine.endswith("at"):
        yield from (f"{supine[:-1]}d", f"{supine[:-1]}de")
    elif supine.endswith("it"):
        yield from (f"{supine[:-2]}en", f"{supine[:-2]}et", f"{supine[:-2]}na")
    elif supine.endswith("satt"):
        yield f"{supine}a"
    elif supine.endswith("tt"):
        yield from (f"{supine[:-2]}dd", f"{supine[:-2]}dda")
    elif supine.endswith("t"):
        yield from (f"{supine[:-1]}d", f"{supine[:-1]}da", f"{supine[:-1]}ta")
