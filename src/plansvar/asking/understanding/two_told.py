"""Two things that the talk told a value of ("och Källskolan?"), or the ends of a list, which a
question for the difference is about."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.merging import topic_of
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_TWO = 2


def two_told(conversation: Conversation, catalogue: Catalogue) -> str:
    """ "mellan Brunnsskolan och Källskolan behöriga": the words for both and for what was told of
    them; empty where no two were."""
    asked = [query for query in conversation.queries if query.decline is None]
    tops = _tops(conversation, catalogue)
    names = tops or _ends(conversation, catalogue) or _last_two(asked, catalogue)
    if len(names) != _TWO:
        return ""
    rules = vocabulary("talks")["pair"]
    one, other = names
    both = f"{rules['between']} {one} {rules['and']} {other}"
    told = [m for row in conversation.rows for m in catalogue.dated_measures.get(row, ())]
    one_each = len(told) == len(conversation.rows)
    dated = " ".join(filter(None, told[0])) if told and one_each else ""
    measured = dated if tops and dated else _measured(asked[-1], names, catalogue)
    return f"{both} {measured}"


def _tops(conversation: Conversation, catalogue: Catalogue) -> Sequence[str]:
    """The one that has most and the one that has least, each told by a turn of its own."""
    turns = (conversation.earlier, conversation)
    if any(t is None or not (t.last and t.last.order and t.rows) for t in turns):
        return ()
    kept = [t for t in turns if t is not None and t.last is not None]
    first = [t.rows[0] for t in kept]
    asked = [(t.last.measures, t.last.scope.years) for t in kept if t.last is not None]
    single = all(t.last and t.last.order and t.last.order.limit == 1 for t in kept)
    told = all(len(catalogue.dated_measures.get(t.rows[0], ())) == 1 for t in kept)
    if not single or asked[0] != asked[1] or not (told or any(asked[0])):
        return ()
    names = [catalogue.by_row[row].text for row in first if row in catalogue.by_row]
    return names if len(set(names)) == _TWO else ()


def _ends(conversation: Conversation, catalogue: Catalogue) -> Sequence[str]:
    """The first and the last row of a list in order."""
    last = conversation.last
    if last is None or last.operation is not Operation.RANK:
        return ()
    shown = [catalogue.by_row[row].text for row in conversation.rows if row in catalogue.by_row]
    names = list(dict.fromkeys(shown))
    return (names[0], names[-1]) if len(names) >= _TWO else ()


def _last_two(asked: Sequence[Query], catalogue: Catalogue) -> Sequence[str]:
    """The two things that the last two questions were about, the second asked for the same as the
    first, or both parts of one table."""
    two = asked[-_TWO:]
    links = [query.links[0] for query in two if len(query.links) == 1]
    if len(links) < _TWO or two[0].measures != two[1].measures:
        return ()
    rows = {row for link in links for row in link.rows}
    tables = ({member.row for member in table.members} for table in catalogue.member_tables)
    followed = two[1].follow_up and two[0].scope.years == two[1].scope.years
    same = followed or any(rows <= held for held in tables)
    names = [link.name for link in links]
    return names if same and len(set(names)) == _TWO else ()


def _measured(last: Query, names: Sequence[str], catalogue: Catalogue) -> str:
    """What was told of both: a column of its own, or the words of the question but their names."""
    if last.own_column or last.measures:
        return " ".join(last.measures)
    held = {word for name in names for word in words(name)}
    topic = topic_of(last.base or last.text, catalogue, last.language)
    kept = (w for w in topic.split() if not any(words(w)[0] in one for one in held))
    return " ".join(kept)  # "förvaltning" is said by the names of two
