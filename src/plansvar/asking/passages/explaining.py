"""Why the rows that a question names are as they are, and what is done about them, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence import selecting
from plansvar.asking.passages import accounts
from plansvar.asking.passages.accounts import Account, Tie, accounts_of, tied
from plansvar.asking.passages.effects import is_cause_of_other
from plansvar.asking.passages.named_rows import Row, rows_names, rows_of, years_of
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.restricting import is_of_other_unit
from plansvar.asking.passages.signs import is_plan_for, sign_tells
from plansvar.asking.passages.terms import Term, Terms
from plansvar.asking.passages.units import heading_at, surroundings
from plansvar.asking.passages.wording import ACTION, asked_terms, kind_of, lexicon_of
from plansvar.asking.query import Query, Subject
from plansvar.asking.understanding.lexicon import grammar as lexicon_grammar
from plansvar.domain import Amount
from plansvar.index.library import Library
from plansvar.language.folding import stems, told_stems, words
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_bare_verb, is_verb, tells_matter
from plansvar.language.vocabulary import vocabulary

WHY, CONSEQUENCE, DEVIATION = "why", "consequence", "deviation"
KINDS = (WHY, ACTION, CONSEQUENCE)
LEAST = 0.7  # of the words beside the name that an account has to speak of
SURE = 0.6
SENTENCE = 5  # words; a shorter one explains nothing
LONG = 5  # letters of a name that a compound may hold
MOST = 2
HEADED = 2  # words of a heading that names one thing and no other


@dataclass(frozen=True, slots=True)
class Explained:
    """An account of what a question names; `cued` where its words say that they explain it, and
    `sure` where nothing else can be meant: they say so plainly, or it stands behind the name."""

    account: Account
    cued: bool
    sure: bool


def explained(query: Query, library: Library) -> tuple[Explained, ...]:
    """The likeliest accounts of the rows that a question names, of the year that it asks for and
    else of the newest document; none where the documents tell nothing of them by name."""
    kind = kind_of(query)
    if kind not in KINDS or not (query.links or query.scope.organisations):
        return ()
    telling = _telling(query, library, kind) or _telling(query, library, kind, everywhere=True)
    if kind == ACTION and not telling and query.scope.years:
        return explained(replace(query, scope=replace(query.scope, years=())), library)
    ranked = sorted(telling, key=_rank)
    return tuple(_of_one_document(ranked)[:MOST])


def _telling(
    query: Query, library: Library, kind: str, everywhere: bool = False
) -> list[Explained]:
    """The accounts that tell what is asked of the rows, in the documents that hold them or in all
    of their municipality."""
    of_rows = list(_of_links(query, library, everywhere))
    named = query if of_rows else replace(query, links=())  # a unit's has to speak of the rows
    needed, asked = needed_terms(named, library), asked_terms(query, library)
    found = [
        Explained(account, _says(account, kind), _is_sure(account, kind, query))
        for account in _each_once(of_rows or _of_units(query, library))
        if _speaks_of(account, needed)
        and (kind != ACTION or account.tie >= Tie.LABEL or _says_any(account, asked))
        and not (kind == WHY and account.tie is Tie.OPENING and _is_of_effect(account, query))
        and not is_of_other_unit(account.document, account.told[0], query)
    ]
    if everywhere:
        return [each for each in found if each.cued and each.account.tie is not Tie.COMMENT]
    return [each for each in found if each.cued or _is_own(each.account, query, kind)]


def _of_one_document(ranked: Sequence[Explained]) -> list[Explained]:
    """Those of the document that tells it best, and where one says that it explains, no others."""
    if not ranked:
        return []
    first = ranked[0]
    return [
        each
        for each in ranked
        if each.account.document is first.account.document
        and (each.sure, each.cued) == (first.sure, first.cued)
        and each.account.tie >= first.account.tie
        and (each is first or each.account.block != first.account.block)
    ]


def _each_once(found: Iterable[Account]) -> Iterator[Account]:
    seen: set[tuple[str, int, int]] = set()
    for account in found:
        key = (account.document.path, account.told[0].start, account.told[-1].end)
        if key not in seen:
            seen.add(key)
            yield account


def _of_links(query: Query, library: Library, everywhere: bool) -> Iterator[Account]:
    towns = {town for d in library.documents() if (town := d.municipality)}
    for link in query.links:
        rows = [row for row in rows_of(query, library) if row.id in link.rows]
        names = list(
            dict.fromkeys((link.name, *(name for row in rows for name in rows_names(row))))
        )
        held = _paths(query, rows, library)
        for path in _beside(query, held, library) if everywhere else held:
            mine = [row for row in rows if row.place.document_id == path]
            around = [row.place.organisation or "" for row in mine]
            around += query.scope.organisations
            yield from _comments(mine, library)
            yield from tied(accounts_of(library, path), names, around, towns)


def _paths(query: Query, rows: Sequence[Row], library: Library) -> list[str]:
    """The documents that hold the rows; where none of them is of the year asked for, those of that
    year, which may tell of the same thing under another name."""
    held = list(dict.fromkeys(row.place.document_id for row in rows))
    years = years_of(query)
    if not years or any(library.document(path).year in years for path in held):
        return held
    within = selecting.documents_in_scope(query.scope, library)
    return [d.path for d in within if d.year in years] or held


def _beside(query: Query, held: Sequence[str], library: Library) -> list[str]:
    """The other documents in scope, of the municipalities of those that hold the rows."""
    towns = {library.document(path).municipality for path in held}
    within = selecting.documents_in_scope(query.scope, library)
    years = years_of(query)
    return [
        document.path
        for document in within
        if document.municipality in towns
        and document.path not in held
        and (not years or document.year in years)
    ]


def _of_units(query: Query, library: Library) -> Iterator[Account]:
    """What the documents in scope tell of the units that a question names and nothing beside."""
    years = years_of(query)
    for document in selecting.documents_in_scope(query.scope, library):
        if not years or document.year in years:
            yield from tied(accounts_of(library, document.path), query.scope.organisations)


def _comments(rows: Iterable[Row], library: Library) -> Iterator[Account]:
    """The short comments that stand beside rows; of a long one only some sentences explain."""
    for row in rows:
        span = None if isinstance(row, Amount) else row.comment_span
        if span is None:
            continue
        document = library.document(row.place.document_id)
        told = sentences(document.text, span)
        if told and len(told) <= accounts.MOST:
            yield Account(document, -1 - span.start, told, (), Tie.COMMENT)


def needed_terms(query: Query, library: Library) -> list[Term]:
    """The words of the question that an account has to speak of: those that name neither the row
    nor its unit, and that tell more than what happens to it."""
    named = _naming(query)
    units = frozenset(stem for name in query.scope.organisations for stem in stems(name))
    wholes = _compounds(words(query.text), named)
    return [
        term
        for term in asked_terms(query, library).items
        if not (term.soft or _happens(term.word, query, library))
        and not any(term.word in whole for whole in wholes)
        and not any(_same_name(term.word, word) for word in named)
        and not term.factor(units) > SURE
        and not _tells_budget(term.word, query)
    ]


def _compounds(said: Sequence[str], named: set[str]) -> list[str]:
    """The words of a question that hold a word of a name, and those right behind one, which are
    the rest of a compound that was cut ("simhall bygget")."""
    names = [any(_same_name(word, name) for name in named) for word in said]
    linking = str(lexicon_grammar()["genitive"])
    behind = (
        word
        for is_name, first, word in zip(names, said, said[1:], strict=False)
        if is_name and not first.endswith(linking) and not is_verb(word)
    )
    return [*(word for word, is_name in zip(said, names, strict=True) if is_name), *behind]


def _naming(query: Query) -> set[str]:
    """The words that name the rows that a question asks of, or else its units."""
    named = {w for link in query.links for part in link.words for w in words(part.text)}
    named |= set(vocabulary("passages")["of_rows"]["words"])
    if query.follow_up:
        named |= {word for keyword in query.keywords for word in words(keyword)}
    if not query.links:
        named |= {word for name in query.scope.organisations for word in words(name)}
    return named


def _tells_budget(word: str, query: Query) -> bool:
    """Whether a word only says that it is about money, where amounts are asked for."""
    heads = tuple(vocabulary("passages")["of_rows"]["money"])
    of_money = query.subject is Subject.AMOUNTS or not query.links or query.money is not None
    return of_money and word.endswith(heads)


def _same_name(word: str, name: str) -> bool:
    """Whether a word is a word of a name, a piece of one, or a compound of one."""
    return word in name or (len(name) >= LONG and name in word)


def _happens(word: str, query: Query, library: Library) -> bool:
    """Whether a word only tells what happens to a thing; a word of an English question that no
    document holds cannot be asked of them."""
    known = lexicon_of(library).holds(word)
    foreign = query.language == "en" or is_bare_verb(word)
    return (is_verb(word) and not tells_matter(word)) or (foreign and not known)


def _says_any(account: Account, asked: Terms) -> bool:
    """Whether an account or what it stands under says a word of the question itself."""
    document = account.document
    text = " ".join(document.quote(span) for span in account.spans)
    held = told_stems(f"{heading_at(document, account.told[0])} {text}")
    return any(
        f > SURE for f in Terms(tuple(t for t in asked.items if not t.soft)).match(held).values()
    )


def _speaks_of(account: Account, needed: Sequence[Term]) -> bool:
    document = account.document
    above = surroundings(document, account.block, account.told[0])
    text = " ".join(document.quote(span) for span in account.spans)
    return is_spoken_of(needed, f"{above} {text}", text if account.tie is Tie.LABEL else "")


def is_spoken_of(needed: Sequence[Term], text: str, own: str = "") -> bool:
    """Whether a text holds most of the words needed; `own` is what a label stands before."""
    total = sum(term.weight for term in needed)
    held = frozenset(told_stems(text))
    spoken = (
        t
        for t in needed
        if t.factor(held) > SURE or is_plan_for(t.word, held) or sign_tells(t.word, own)
    )
    return not total or sum(term.weight for term in spoken) >= LEAST * total


def _says(account: Account, kind: str) -> bool:
    """Whether the words of an account say that they tell a cause, a measure, a consequence."""
    texts = (account.document.quote(span) for span in account.told)
    return any(holds_cue(text, kind) for text in texts if len(words(text)) >= SENTENCE)


def _is_of_effect(account: Account, query: Query) -> bool:
    """Whether a sentence names what is asked of as the cause of something else."""
    names = " ".join(link.name for link in query.links)
    return is_cause_of_other([account.document.quote(account.told[0])], names)


def _is_sure(account: Account, kind: str, query: Query) -> bool:
    """Whether nothing else can be meant: the account says plainly that it explains, stands behind
    the name, or begins with the name of an amount and tells of it with figures."""
    if account.tie in (Tie.LABEL, Tie.MENTION):
        return kind == WHY and account.tie is Tie.LABEL
    return _says(account, f"plain_{kind}") or _tells_money(account, kind, query)


def _tells_money(
    account: Account, kind: str, query: Query, ties: Sequence[Tie] = (Tie.OPENING,)
) -> bool:
    of_money = kind == WHY and (query.subject is Subject.AMOUNTS or not query.links)
    if not of_money or account.tie not in ties or len(account.told) == 1:
        return False
    texts = [account.document.quote(span) for span in account.told]
    return any(map(str.isdigit, "".join(texts))) and any(holds_cue(t, DEVIATION) for t in texts)


def _is_own(account: Account, query: Query, kind: str) -> bool:
    """Whether an account explains a row without a word that says so: its comment, what stands
    behind its label; of an amount only that, and what tells under its heading how it came out."""
    of_money = query.subject is Subject.AMOUNTS or not query.links
    least = Tie.LABEL if of_money else Tie.OPENING
    several = account.tie is not Tie.OPENING or len(account.told) > 1
    own = kind == WHY and account.tie >= least and several
    headed = len(account.title) >= HEADED and _tells_money(account, kind, query, (Tie.HEADING,))
    return own or headed or _tells_money(account, kind, query)


def _rank(each: Explained) -> tuple[bool, bool, tuple[int, int], int]:
    newest = selecting.newest_key(each.account.document)
    return (not each.sure, not each.cued, newest, -each.account.tie)
