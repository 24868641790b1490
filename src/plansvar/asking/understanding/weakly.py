"""A follow-up whose only word is one that mostly need not be linked ("hur mycket är det på
personalen?"): there it is the very thing that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.query import Link, Query
from plansvar.asking.understanding.carrying import is_within
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.linking import SURE, link_names
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.parsing import Parsed
from plansvar.language.folding import words


def linked_by_weak(parsed: Parsed, query: Query, catalogue: Catalogue) -> tuple[Link, ...]:
    """The link of the weak words to rows of the talk's kind within its scope; none where they stand
    beside others or the talk is of those words already."""
    named = telling(parsed.reading, catalogue)
    if parsed.query.links or parsed.unlinked or not named or not all(c.weak for c in named):
        return ()
    if any(token.key in grammar()["per"] for token in parsed.reading.tokens):
        return ()
    told = {stem for link in query.links for row in link.rows for stem in _stems(row, catalogue)}
    if not query.links or any(told & set(c.stems) for c in named):
        return ()
    strong = [replace(content, weak=False) for content in named]
    found = link_names(strong, catalogue, query.scope, (query.subject,)).link
    found = found or _by_beginning(strong, query, catalogue)
    return (found,) if found and found.score >= SURE else ()


def _by_beginning(named: Sequence[Content], query: Query, catalogue: Catalogue) -> Link | None:
    """The shortest name within the scope of which a word begins with the word asked
    ("personalkostnader")."""
    stems = [stem for content in named for stem in content.stems[:1]]
    if len(stems) != 1:
        return None
    fitting = [
        name
        for name in catalogue.names
        if name.subject is query.subject
        and any(each.startswith(stems[0]) for each in name.stems)
        and any(is_within(row, query.scope, catalogue) for row in name.rows)
    ]
    fewest = min((len(name.stems) for name in fitting), default=0)
    best = [name for name in fitting if len(name.stems) == fewest]
    if len(best) != 1:
        return None
    return Link(tuple(c.words for c in named), best[0].text, best[0].rows, SURE)


def without_empty_links(parsed: Parsed, catalogue: Catalogue) -> Parsed:
    """ "hur mycket kostade de?" names nothing that was not spoken of, nor does "hela kommunen"."""
    if parsed.reading.has("whole") and parsed.query.links and _names_whole(parsed):
        return replace(parsed, query=replace(parsed.query, links=()))
    empty = not telling(parsed.reading, catalogue) and parsed.reading.has("spending")
    points = any(token.key in grammar()["it"] for token in parsed.reading.tokens)
    if not (empty and points and parsed.query.links):
        return parsed
    return replace(parsed, query=replace(parsed.query, links=()))


def _stems(row: str, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(catalogue.by_row[row].stems) if row in catalogue.by_row else ()


def _names_whole(parsed: Parsed) -> bool:
    """Whether rows are only named by the words for the whole municipality."""
    whole = set(grammar()["whole_lines"])
    said = (w.text for link in parsed.query.links for w in link.words)
    return all(set(words(each)) <= whole for each in said)
