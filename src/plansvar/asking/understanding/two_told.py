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
    dated = " ".join(filter(None, told[0])) if told else ""
    measured = dated if tops else _measured(asked[-1], names, catalogue)
    return f"{both} {measured}"


def _tops(conversation: Conversation, catalogue: Catalogue) -> Sequence[str]:
    """The amount that is most and the one that is least, each told by a turn of its own."""
    earlier = conversation.earlier
    if earlier is None or not all(t.last and t.last.order for t in (earlier, conversation)):
        return ()
    rows = (*earlier.rows, *conversation.rows)
    if any(len(catalogue.dated_measures.get(row, ())) != 1 for row in rows):
        return ()
    names = [catalogue.by_row[row].text for row in rows if row in catalogue.by_row]
    return names if len(rows) == len(set(names)) == _TWO else ()


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
    return " ".join(word for word in topic.split() if words(word)[0] not in held)
