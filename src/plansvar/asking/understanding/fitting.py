"""How well words of a question fit the words of names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from plansvar.asking.keeping import KeptBeside
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.held import held_words
from plansvar.asking.understanding.lexicon import function_words, lexicon
from plansvar.asking.understanding.names import fillers
from plansvar.asking.understanding.roots import root
from plansvar.language.everyday import small_words_of_names
from plansvar.language.folding import bare, fold, words
from plansvar.language.lexicon import of_other_sense
from plansvar.language.particles import parted
from plansvar.language.verbs import is_of_no_verb, verb_stems
from plansvar.language.vocabulary import vocabulary

EQUAL, CONTAINED, CONTAINS, SPELT = 1.0, 0.85, 0.65, 0.7
EVERYDAY = 0.95
SHORT = 0.6  # "tak" in "takrenovering": enough only beside another word of the same name
NARROWER = 0.45  # "väderprognos" is another thing than "prognos": never enough alone
REST = 4  # letters that a compound's other word has at least: "personal" holds no "person"
INFLECTED = 0.98
LEAST_LENGTH = 4
PAIR = 2  # words of a name within a phrase
LEAST_VERB = 6  # letters of the verb in a noun: shorter ones are pieces of too many words
LIKE = 84  # percent of letters that a misspelt word shares with the name
_DENTALS = ("d", "t")  # endings of forms of one verb
_DEFINITE = "an"  # "skolan" is too short for the stemmer to see "skola" in it


@lru_cache(maxsize=4096)
def content_stems(key: str) -> tuple[str, ...]:
    """The bare stems under which a word may be found: its own, its pieces', and its beginning
    where an ending such as "-målet" hangs on a topic."""
    found = [root(key), *([root(key[:-1])] if bare(key).endswith(_DEFINITE) else [])]
    pieces = [piece for piece in key.replace("/", "-").split("-") if len(piece) >= LEAST_LENGTH]
    if len(pieces) > 1:
        found += [root(piece) for piece in pieces]
    for ending in _endings():
        head = key.removesuffix(key[-len(ending) :])
        if (
            bare(key).endswith(ending)
            and len(head) >= LEAST_LENGTH
            and head not in function_words()
        ):
            found += [root(head), root(head.removesuffix("s"))]
            break
    return tuple(dict.fromkeys(each for each in found if len(each) > 1 or each == key))


def alternates_of(targets: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The documents' words for everyday ones, as bare stems."""
    return tuple(dict.fromkeys(_alternate(target) for target in targets))


@cache
def _alternate(target: str) -> tuple[str, ...]:
    """The roots of a target's words; names may have others for the small ones."""
    said = words(target)
    telling = [word for word in said if word not in small_words_of_names()]
    return tuple(root(word) for word in telling or said)


def verb_alternates(key: str) -> tuple[tuple[str, ...], ...]:
    """ "ombyggd" as "bygga om", where its verb and particle are written apart, and
    "digitaliseringen" as "digitalisera"."""
    pair = parted(key)
    if pair:
        verb = (verb_stems(pair[0]) or (root(pair[0]),))[-1]
        return ((root(verb), bare(pair[1])),)
    made = verb_stems(key) if key.endswith(_doing()) and "-" not in key else ()
    return tuple((root(each),) for each in made[-1:] if len(each) >= LEAST_VERB)


def fits_of(content: Content, catalogue: Catalogue) -> dict[str, float]:
    """Which stems of names the content fits, and how well."""
    return catalogue.fits.get(
        (content.stems, content.alternates), lambda: _fits_anew(content, catalogue)
    )


def _fits_anew(content: Content, catalogue: Catalogue) -> dict[str, float]:
    found: dict[str, float] = {}
    stems = catalogue.stems
    more = _means_more(content, catalogue)
    for own in () if more else _whole(content.stems, stems) or content.stems:
        unknown = own not in catalogue.passage_stems and not lexicon("sv").means(own)
        guessed = CONTAINS if unknown else NARROWER
        for each in _likely(own, catalogue):
            fit = _fit(own, each, guessed) or _short_fit(own, each, catalogue)
            _keep_best(found, each, fit if _is_compound(own, each, catalogue) else 0.0)
        if len(own) > LEAST_LENGTH + 1 and unknown:
            near = process.extract(own, stems, scorer=fuzz.ratio, score_cutoff=LIKE, limit=5)
            for each, ratio, _ in near:
                _keep_best(found, each, SPELT * ratio / 100)
    for alternate in content.alternates:
        worth = EVERYDAY * CONTAINED if len(alternate) == 1 else NARROWER
        long = [word for word in alternate if len(word) > LEAST_LENGTH]
        for each in stems:
            if each in alternate or any(word in each for word in long):
                _keep_best(found, each, worth)
    return found


def _likely(own: str, catalogue: Catalogue) -> list[str]:
    """The stems of names that a word may fit at all, in their order: those that hold it, that it
    begins or ends with, that end in the other of "d" and "t", or that are of one verb with it."""
    places, by_base = _STEMS.get(catalogue, "", lambda: _stems_of(catalogue))
    found = {each for each in places if own in each}
    pieces = (own[:n] for n in range(1, len(own)))
    tails = (own[n:] for n in range(1, len(own)))
    forms = (own[:-1] + ending for ending in _DENTALS)
    found.update(each for each in (*pieces, *tails, *forms) if each in places)
    found.update(each for base in _bases(own) for each in by_base.get(base, ()))
    return sorted(found, key=places.__getitem__)


def _stems_of(catalogue: Catalogue) -> _Stems:
    """The place of each stem among those of all names, and the stems that may be of each verb."""
    by_base: dict[str, list[str]] = {}
    for each in catalogue.stems:
        for base in _bases(each):
            by_base.setdefault(base, []).append(each)
    return {each: n for n, each in enumerate(catalogue.stems)}, by_base


_Stems = tuple[dict[str, int], dict[str, list[str]]]
_STEMS: KeptBeside[_Stems] = KeptBeside(limit=1)


def _means_more(content: Content, catalogue: Catalogue) -> bool:
    """Whether a phrase that holds a whole name stands for more than that, and another name has all
    of it: "kön till särskilt boende" is not any "särskilt boende"."""
    said = tuple(map(root, fold(content.words.text).split()))
    own = set(content.stems)
    within = (n for each in own for n in catalogue.names_by_stem.get(each, ()))
    if len(content.tokens) <= PAIR or not any(
        len(n.core) >= PAIR and n.core < {*said} for n in within
    ):
        return False
    others = (a for a in content.alternates if own < set(a) and a != said)
    return any(map(held_words(catalogue).names_hold, others))


def _whole(own: tuple[str, ...], stems: tuple[str, ...]) -> tuple[str, ...]:
    """The word as it stands, where a name has it, and what it is the definite form of."""
    if not own or own[0] not in stems:
        return ()
    definite = len(own) > 1 and own[0] == f"{own[1]}{_DEFINITE}"
    return own[: 1 + definite]


def _keep_best(found: dict[str, float], key: str, value: float) -> None:
    if value > found.get(key, 0.0):
        found[key] = value


def _fit(own: str, name: str, guessed: float) -> float:
    """How well a word fits a name's; `guessed` where the name holds only what the word begins
    with: a compound that no passage holds is most likely about that."""
    if own == name:
        return EQUAL
    if _are_forms(own, name):
        return INFLECTED
    if len(own) >= LEAST_LENGTH and (_begins(name, own) or _ends(name, own)):
        return CONTAINED
    if len(own) > LEAST_LENGTH and own in name:
        return CONTAINS if _begins(name[name.index(own) :], own) else 0.0
    other = is_of_no_verb(own) and own.startswith(name)
    if other or len(name) <= LEAST_LENGTH or name in fillers():
        return 0.0
    if _are_of_one_verb(own, name):
        return CONTAINED
    if _begins(own, name):
        return NARROWER if name in _common() else guessed
    return NARROWER if own.endswith(name) else 0.0


def _are_of_one_verb(own: str, name: str) -> bool:
    """Whether one root is made of the other ("trygghet"), or both of one verb ("legitimerade",
    "legitimation")."""
    if own.startswith(name) and own[len(name) :] in _derivations():
        return True
    return not _bases(own).isdisjoint(_bases(name))


@lru_cache(maxsize=32768)
def _bases(root: str) -> frozenset[str]:
    """The verbs that a root may be made of."""
    made = vocabulary("questions")["grammar"]["verbal"]
    bases = (root.removesuffix(end) for end in made if root.endswith(end))
    return frozenset(base for base in bases if len(base) >= LEAST_LENGTH)


def _are_forms(own: str, name: str) -> bool:
    """Whether two roots differ only in an ending that the stemmer left on one of them."""
    short, long = sorted((own, name), key=len)
    if len(short) > LEAST_LENGTH and long.startswith(short):
        return long[len(short) :] in _inflections()
    return len(own) > LEAST_LENGTH and own[:-1] == name[:-1] and {own[-1], name[-1]} == {*_DENTALS}


def _is_compound(own: str, name: str, catalogue: Catalogue) -> bool:
    """Whether what a name has behind a short word is a word too: "hundralapp" is of no "hund"."""
    rest = name[len(own) :]
    if len(own) > LEAST_LENGTH or not name.startswith(own) or len(rest) <= REST:
        return True
    known = {rest, *verb_stems(rest), rest.removeprefix("s")}
    if not known.isdisjoint(catalogue.passage_stems):
        return True
    others = (stem for stem in catalogue.passage_stems if not stem.startswith(own))
    return any(stem.endswith(rest) for stem in others)


def _short_fit(own: str, name: str, catalogue: Catalogue) -> float:
    """How well a short word fits a compound that joins it and another that the documents have."""
    if len(own) != LEAST_LENGTH - 1 or not name.startswith(own):
        return 0.0
    rest = name[len(own) :]
    known = (rest, *verb_stems(rest))
    held = len(rest) > REST and any(r in catalogue.passage_stems for r in known)
    return SHORT if held else 0.0


def _begins(long: str, short: str) -> bool:
    """Whether `long` is `short` with another word or an ending that makes a word of it behind."""
    rest = long[len(short) :]
    known = len(rest) >= REST or rest in _derivations() or rest in _short_heads()
    return long.startswith(short) and (not rest or known)


def _ends(long: str, short: str) -> bool:
    """Whether `long` ends with `short` behind what may be a word: "frisk" is no sort of "risk"."""
    before = long.removesuffix(short)
    other = len(before) == 1 or before in _prefixes() or before.startswith(of_other_sense(short))
    return long.endswith(short) and not other


def _prefixes() -> frozenset[str]:
    return frozenset(vocabulary("questions")["grammar"]["unparted"])


def stands_under(row: str, content: Content, catalogue: Catalogue) -> bool:
    """Whether a heading, unit or measure that a row stands under says what the content says."""
    context = catalogue.contexts.get(row, frozenset())
    return any(_fit(own, each, NARROWER) >= CONTAINED for own in content.stems for each in context)


def is_meant_above(row: str, content: Content, catalogue: Catalogue) -> bool:
    """Whether a row stands under what people use the word for ("gymnasiet" for "gymnasium")."""
    context = catalogue.contexts.get(row, frozenset())
    return any(
        all(any(related(word, each) for each in context) for word in alternate)
        for alternate in content.alternates
    )


def related(word: str, name: str) -> bool:
    return word == name or (len(word) > LEAST_LENGTH and word in name)


@cache
def _doing() -> tuple[str, ...]:
    """Endings of nouns for what is done."""
    return tuple(vocabulary("verbs")["doing"])


@cache
def _inflections() -> frozenset[str]:
    return frozenset(vocabulary("questions")["grammar"]["inflections"])


@cache
def _common() -> frozenset[str]:
    """Roots that tell too little to carry a link as a piece of a longer word."""
    return frozenset(root(word) for word in vocabulary("questions")["sv"]["weak"]["yes"])


@cache
def _derivations() -> frozenset[str]:
    return frozenset(vocabulary("questions")["grammar"]["derivations"]) | _inflections()


@cache
def _short_heads() -> frozenset[str]:
    """Short words that compounds end in ("skolkök")."""
    return frozenset(root(word) for word in vocabulary("questions")["grammar"]["short_heads"])


@cache
def _endings() -> tuple[str, ...]:
    endings = map(bare, vocabulary("questions")["sv"]["ending"]["yes"])
    return tuple(sorted(set(endings), key=len, reverse=True))
