"""Who holds a post: the person's name that stands beside the word for it, in running text, lists
and signatures ("Ordförande är Eva Ek", "Eva Ek, nämndens ordförande")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from plansvar.asking.keeping import KeptBeside
from plansvar.asking.passages.restricting import documents_within
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import heading_at
from plansvar.asking.passages.wording import asked_terms, lexicon_of
from plansvar.asking.query import Query
from plansvar.asking.understanding.roots import root
from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.alike import alike
from plansvar.language.english import english_words
from plansvar.language.folding import bare, fold, stems, words
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

REACH = 90  # characters between a post and the name of who holds it
LONGEST = 150  # characters of a sentence that is quoted whole
SURE = 0.6
SHORTEST = 4  # letters of a word that tells something
MOST = 3
_PARTY = re.compile(r" ?\([^\W\d_]{1,4}\)")  # behind a name
# Where each document of an index has words for posts.
_POSTS: KeptBeside[tuple[Span, ...]] = KeptBeside(limit=512)


@dataclass(frozen=True, slots=True)
class Held:
    """Where a document names the holder of a post; `head` is the unit that a word for the post
    begins with."""

    document: Document
    span: Span
    head: str = ""


def posts_asked(query: Query) -> tuple[str, ...]:
    """The words for posts whose holder a question asks the name of; none where it asks none."""
    told = fold(query.text)
    if not re.search("|".join(_data()["asked"]), told):
        return ()
    said = words(told)
    if not set(_data()["acting"]).isdisjoint(said):
        return ()  # who stands in is told in a sentence of its own, without the post
    said += [first + last for first, last in pairwise(said)]  # compounds that were cut
    if query.language == "en":
        whole = f" {' '.join(said)} "
        said += [swedish for english, swedish in english_words() if f" {english} " in whole]
    return tuple(dict.fromkeys(word for word in said if _post().fullmatch(word)))


def names_asked(query: Query) -> bool:
    """Whether it is the name itself of who holds a post that a question asks for."""
    posts = posts_asked(query)
    told = fold(query.text)
    plainly = re.search("|".join(_data()["named"]), told) is not None
    return bool(posts) and plainly


def holders(query: Query, library: Library) -> tuple[Held, ...]:
    """Where the documents name the holder of a post that a question asks for, of the unit and the
    matter that it names; of the newest document where several tell it."""
    posts = posts_asked(query)
    within = documents_within(query.scope, library)
    if not posts or within is None:
        return ()
    needed = _needed(query, library, posts)
    documents = [d for d in library.documents() if not within or d.path in within]
    joined = [post for post in posts if post not in words(query.text)]
    for each in filter(None, (joined, list(posts))):
        found = [
            held
            for document in sorted(documents, key=lambda d: -(d.year or 0))
            for held in _held(document, each, query, library)
            if _is_of(held, query, needed)
        ]
        found.sort(key=lambda held: _left(held.document, held.span))
        if found:
            return tuple(held for held in found if held.document is found[0].document)[:MOST]
    return ()


def _needed(query: Query, library: Library, posts: Sequence[str]) -> list[Term]:
    """What beside the post and the unit a question names."""
    units = frozenset(stem for name in query.scope.organisations for stem in stems(name))
    free = frozenset((*posts, *_data()["light"]))
    return [
        term
        for term in asked_terms(query, library).items
        if not (term.soft or term.word in free or _post().fullmatch(term.word))
        and len(term.word) >= SHORTEST
        and not term.factor(units) > SURE
        and (query.language != "en" or lexicon_of(library).holds(term.word))
    ]


def _held(
    document: Document, posts: Sequence[str], query: Query, library: Library
) -> Iterator[Held]:
    """Where a text tells who holds one of the posts: the post alone, a deputy only if asked for."""
    text, said = document.text, words(query.text)
    deputy = set(_data()["deputy"])
    for found in _POSTS.get(library, document.path, lambda: tuple(_posts_in(text))):
        before = set(words(text[max(0, found.start - REACH) : found.start])[-1:])
        post = fold(text[found.start : found.end])
        head = _head(post, posts, said, bool(query.scope.organisations))
        if head is None or bool(before & deputy) is not bool(deputy & set(said)):
            continue
        name = _name_beside(text, found.start, found.end)
        own = Span(min(name.start, found.start), max(name.end, found.end)) if name else found
        if name and (_is_whole(document, name) or _is_whole(document, own)):
            yield Held(document, _whole(document, own), head)


def _posts_in(text: str) -> Iterator[Span]:
    return (Span(found.start(), found.end()) for found in _post().finditer(text))


def _is_whole(document: Document, name: Span) -> bool:
    """Whether a name is no run of words from a table's cells."""
    tables = (block.span for block in document.blocks if block.kind is BlockKind.TABLE)
    if not any(table.overlaps(name) for table in tables):
        return True
    text = document.text
    party = _PARTY.match(text, name.end)
    end = party.end() if party else name.end
    around = text[max(0, name.start - 1) : name.start] + text[end : end + 1]
    return not around.strip("\t\n|") and "\t" not in text[name.start : name.end]


def _head(told: str, posts: Sequence[str], said: Sequence[str], of_unit: bool) -> str | None:
    """Empty where a text's word for a post is one asked for or means it; what one has before the
    other where a unit is put before it ("socialchef" for "chef" of a unit that begins so)."""
    own = root(told)
    for asked in (root(each) for post in posts for each in (post, *alike(post))):
        if own == asked:
            return ""
        short, long = sorted((own, asked), key=len)
        head = long.removesuffix(short)
        if len(head) < SHORTEST or head == long:
            continue
        if of_unit and head in map(bare, _data()["units"]) and short == asked:
            return ""
        if long == asked or any(bare(w).startswith(head) and w != told for w in said):
            return head
    return None


def _name_beside(text: str, start: int, end: int) -> Span | None:
    """The name before or behind a post; between two names the one that the run begins with tells
    whether names stand first."""
    before, behind = _before(text, start), _behind(text, end)
    if before and behind and not _is_linked(text[end : behind.start]):
        return before if _names_first(text, before) else behind
    return behind or before


def _names_first(text: str, name: Span) -> bool:
    """Whether names stand before their posts in a run of both."""
    earlier = re.search(
        rf"({_post().pattern}){_BETWEEN}$", text[max(0, name.start - REACH) : name.start]
    )
    if not earlier:
        return True
    start = max(0, name.start - REACH) + earlier.start(1)
    further = _before(text, start)
    return further is not None and _names_first(text, further)


_NAME = r"(?:[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?)"
_BETWEEN = r"[\s,:(–-]*"


def _before(text: str, place: int) -> Span | None:
    """The name that ends right before a place, a party in brackets or a unit's genitive between."""
    from_ = max(0, place - REACH)
    between = rf"(?:\s*\([A-ZÅÄÖ]{{1,3}}\))?{_BETWEEN}(?:(?:{_links()})\s+)?(?:[\wåäö-]+s\s+)?"
    pattern = rf"(?=({_person()}){between}$)"
    found = [m for m in re.finditer(pattern, text[from_:place])]
    if not found:
        return None
    return Span(from_ + found[-1].start(1), from_ + found[-1].end(1))


def _behind(text: str, place: int) -> Span | None:
    """The name that begins right behind a place, a unit and a linking word between."""
    unit = rf"(?:\s+(?:{'|'.join(_data()['of_units'])})\s+[^.;:\n]{{3,40}}?)?"
    pattern = rf"{unit}\s*(?:,|:|–|\s(?:{_links()})\s)?\s*({_person()})"
    found = re.match(pattern, text[place : place + REACH])
    return Span(place + found.start(1), place + found.end(1)) if found else None


def _is_linked(between: str) -> bool:
    return re.search(rf"\b(?:{_links()})\b|:", between) is not None


@cache
def _person() -> str:
    """Two or three words with capitals, none of them a post."""
    no_post = rf"(?!\w*(?:{_heads()})\b)"
    return rf"\b{no_post}{_NAME}(?:\s(?:von|af|de))?\s{no_post}{_NAME}(?![\wåäö])"


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"\b[\wåäöÅÄÖ-]*(?:{_heads()})(?:n|en|r|s|ns|ens)?\b", re.IGNORECASE)


def _heads() -> str:
    return "|".join(rf"(?i:{head})" for head in _data()["heads"])


def _links() -> str:
    return "|".join(_data()["links"])


def _data() -> dict[str, list[str]]:
    found: dict[str, list[str]] = vocabulary("passages")["posts"]
    return found


def _whole(document: Document, own: Span) -> Span:
    """The sentence that holds a post and its name, where it is no run of many."""
    block = next((b.span for b in document.blocks if b.span.holds(own)), None)
    told = sentences(document.text, block) if block else ()
    for n, sentence in enumerate(told):
        if sentence.holds(own) and sentence.end - sentence.start <= LONGEST:
            after = next((s for s in told[n + 1 : n + 2] if _succeeds(document, s)), sentence)
            return Span(sentence.start, after.end) if _left(document, sentence) else sentence
    return own


def _left(document: Document, told: Span) -> bool:
    """Whether it is said that somebody no longer holds a post."""
    return re.search("|".join(_data()["left"]), document.quote(told)) is not None


def _succeeds(document: Document, told: Span) -> bool:
    """Whether a sentence behind one of somebody who left names who came instead."""
    text = document.quote(told)
    newer = re.search("|".join(_data()["newer"]), fold(text)) is not None
    return newer and re.search(_person(), text) is not None


def _is_of(held: Held, query: Query, needed: Sequence[Term]) -> bool:
    """Whether what stands beside a post is of the unit and the matter asked for."""
    document, span = held.document, held.span
    block = next((b.span for b in document.blocks if b.span.holds(span)), span)
    part = document.part_at(span.start)
    owner = part.organisation if part and part.organisation else document.title
    text = document.text[block.start : block.end]
    around = fold(f"{heading_at(document, span)} {text} {owner}")
    if held.head:
        return held.head in bare(around)
    units = query.scope.organisations
    if units and not any(fold(unit) in around for unit in units):
        return False
    told = frozenset(stems(around))
    return all(term.factor(told) > SURE for term in needed)
