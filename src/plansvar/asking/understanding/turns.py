"""Whether a question is whole or leaves to the one before what it is about."""

from __future__ import annotations

from itertools import pairwise

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Subject
from plansvar.asking.understanding.alone import asked_alone
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.implied import are_people
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.numbered_rows import names_numbered_row
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.pointing import points_back
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.unit_turns import names_mere_unit
from plansvar.language.folding import fold
from plansvar.language.verbs import is_verb


def is_follow_up(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> bool:
    """Whether a question leaves to the one before what it is about."""
    if conversation.last is None or names_numbered_row(parsed.reading, catalogue):
        return False
    query, reading = parsed.query, parsed.reading
    if reading.has("as_table") and not query.links:
        return True
    if asked_alone(parsed) is not parsed or names_mere_unit(parsed, conversation.last):
        return True
    pointing = points_back(reading, catalogue)
    if not pointing and query.money and query.money.group and query.scope.sections:
        return False
    if not pointing and counts_people(reading, catalogue):
        return False
    told = parsed.operation is Operation.CHECK_SUM and bool(query.keywords)
    if _whole(parsed, catalogue) and (told or not pointing):
        return False
    begins = any(m.start == 0 for m in reading.places("follow"))
    begins = begins or _is_piece(parsed) or _of_figure(parsed)
    that = _says_that(reading) and not _stands_for_nothing(parsed, catalogue)
    if begins or pointing or reading.has("whole") or that:
        return True
    return not parsed.unlinked and not names_rows(parsed, catalogue)


def counts_people(reading: Reading, catalogue: Catalogue) -> bool:
    """ "hur många invånare hade kommunen?": who is counted, and of whom or what is told of them."""
    ends = {match.end for match in reading.places("operation", Operation.COUNT.value)}
    named = telling(reading, catalogue)
    counted = [c for c in named if c.tokens[0] in ends and are_people(c)]
    if not counted:
        return False
    behind = reading.tokens[max(counted[0].tokens) + 1 :]
    someone = any(t.key in grammar()["someone"] or is_verb(t.key) for t in behind)
    return someone or bool(reading.found.scope.municipalities)


def _says_that(reading: Reading) -> bool:
    """Whether "det" or "de" is said; in "det året" it only tells which year."""
    dated = {i for m in reading.places("relative_year") for i in range(m.start, m.end)}
    return any(m.start not in dated for m in reading.places("follow", "that"))


def _of_figure(parsed: Parsed) -> bool:
    """ "vilken siffra nämnde ordföranden?" leaves out of what."""
    said = [token.key for token in parsed.reading.tokens]
    return any(a in grammar()["which"] and b in grammar()["figures"] for a, b in pairwise(said))


def _stands_for_nothing(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether "det" is said of nothing ("hur mycket övertid blev det?", "varför blir det färre barn
    i skolan?"): a verb without matter stands before it, and what it is about is named."""
    tokens = parsed.reading.tokens
    places = [i for m in parsed.reading.places("follow", "that") for i in range(m.start, m.end)]
    verbs = (*grammar()["be"], *grammar()["becoming"])
    if not all(i > 0 and tokens[i - 1].key in verbs for i in places):
        return False
    if parsed.operation in (Operation.VALUE, Operation.COUNT):
        return bool(parsed.unlinked)
    behind = [c for c in telling(parsed.reading, catalogue) if c.tokens[0] > max(places, default=0)]
    several = len(behind) > 1 and all(tokens[i].key in grammar()["nothing"] for i in places)
    return several and parsed.operation is not None


def _whole(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether a question names both what is wanted and of what."""
    query, operation = parsed.query, parsed.operation
    linked = names_rows(parsed, catalogue) and all(link.score >= 0.6 for link in query.links)
    noun = parsed.reading.has("subject") and not parsed.reading.has("subject", "amounts")
    if operation is None:
        return (linked or noun) and not parsed.reading.has("follow")
    if operation in (Operation.CONFLICTS, Operation.OLD_MEASUREMENTS, Operation.CHECK_SUM):
        return True
    if operation is Operation.SUMMARISE and not parsed.reading.has("follow", "that"):
        return True
    if operation.value in grammar()["over_rows"]:
        conditions = query.conditions != Conditions() or query.order is not None
        rows = noun or _ranks_parts(parsed)
        return (rows and not parsed.reading.has("follow", "that")) or (linked and conditions)
    return linked or _asks_of_someone(parsed) or query.subject is Subject.DOCUMENTS


def _ranks_parts(parsed: Parsed) -> bool:
    """ "vilken nämnd har störst överskott", "vilket av projekten blir dyrast": of which units or
    investments, and which way their money went or in what order."""
    money, order = parsed.query.money, parsed.query.order
    if money is None or parsed.reading.has("follow"):
        return False
    amounts = order is not None and parsed.reading.has("subject", "amounts")
    sided = money.group == "units" and (money.side is not None or amounts)
    return sided or (money.group == "investments" and order is not None)


def _is_piece(parsed: Parsed) -> bool:
    """ "socialnämnden då": a few words that ask nothing themselves, and "då" behind them."""
    said = {i for m in parsed.reading.places("follow", "and") for i in range(m.start, m.end)}
    return parsed.operation is None and bool(said) and max(said) == len(parsed.reading.tokens) - 1


def names_rows(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether words with content of their own name a row; words of the grammar ("prognosen",
    "klara") and units leave open what it is about."""
    linked = {word for link in parsed.query.links for w in link.words for word in w.text.split()}
    said = {fold(w.text) for link in parsed.query.links for w in link.words}
    said -= _measures(parsed)
    rows = {row for link in parsed.query.links for row in link.rows if row in catalogue.by_row}
    if any(fold(catalogue.by_row[row].text) in said for row in rows):
        return True
    units = {root(word) for word in grammar()["money_groups"]["units"]}
    own = [c for c in telling(parsed.reading, catalogue) if units.isdisjoint(c.stems)]
    return any(linked & set(content.words.text.split()) for content in own)


def _measures(parsed: Parsed) -> set[str]:
    """Words that a row may be called by and that are measures of any row ("avvikelsen")."""
    places = parsed.reading.places("measure")
    return {fold(parsed.reading.words(m.start, m.end).text) for m in places}


def _asks_of_someone(parsed: Parsed) -> bool:
    """ "ligger vi back?" says of whom, "hur mycket över budget?" does not."""
    reading = parsed.reading
    someone = any(token.key in grammar()["someone"] for token in reading.tokens)
    units = reading.found.scope.organisations or reading.found.scope.municipalities
    paid = reading.has("spending") and bool(parsed.query.links and units)
    return paid or (reading.has("money") and bool(someone or units))
