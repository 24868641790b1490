"""The closed grammar of questions: what a person can ask, as the program understands it.

A `Query` holds only things that the index has (linked rows, units, documents, years) and members
of these enumerations, so it cannot invent a column. What could not be linked stands in
`not_understood`, and `decline` says why a question cannot be answered at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plansvar.asking.tables.lines import TableLines
from plansvar.domain import Span
from plansvar.language.deadlines import Due


class Subject(StrEnum):
    """What is asked about."""

    INDICATORS = "indicators"
    COMMITMENTS = "commitments"
    AMOUNTS = "amounts"
    PASSAGES = "passages"
    DOCUMENTS = "documents"


class Operation(StrEnum):
    """What is wanted of it."""

    LIST = "list"  # vilka … är röda?
    COUNT = "count"  # hur många … ?
    SHARE = "share"  # hur stor andel … ?
    VALUE = "value"  # hur hög är … ?
    TARGET = "target"  # vad är målet för … ?
    STATUS = "status"  # vilken färg har … ? vad är status på … ?
    COMPARE = "compare"  # jämför A och B
    TREND = "trend"  # bättre eller sämre än förra året?
    RANK = "rank"  # vilket ligger längst ifrån?
    DIFFERENCE = "difference"  # hur mycket saknas till målet?
    SHARE_OF_TARGET = "share_of_target"  # hur stor del av målet är nådd?
    RESPONSIBLE = "responsible"  # vem ansvarar för … ?
    WHY = "why"
    HOW = "how"
    WHEN = "when"
    WHO = "who"
    WHAT = "what"  # vad står det om … ?
    EXPLAIN = "explain"  # vad betyder … ?
    PAGE = "page"  # vilken sida?
    CHECK_SUM = "check_sum"  # stämmer 12+9+6+2?
    CONFLICTS = "conflicts"  # var säger text och tabell olika?
    OLD_MEASUREMENTS = "old_measurements"  # vilka bedömningar bygger på gamla mätvärden?
    SUMMARISE = "summarise"


class TargetState(StrEnum):
    """A condition on the printed outcome against the printed target."""

    MET = "met"
    MISSED = "missed"


class Change(StrEnum):
    """A condition on the outcome against last year's."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UP = "up"
    DOWN = "down"


class OrderBy(StrEnum):
    DISTANCE_TO_TARGET = "distance_to_target"
    CHANGE = "change"  # for the better or worse
    RISE = "rise"  # up or down, whichever is better
    VALUE = "value"
    DEVIATION = "deviation"


class Decline(StrEnum):
    """Why a question is not answered."""

    NOT_IN_DOCUMENTS = "not_in_documents"
    OTHER_YEAR = "other_year"
    OTHER_PLACE = "other_place"
    OPINION = "opinion"
    NONSENSE = "nonsense"
    INSTRUCTION = "instruction"
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the question with their place in it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the question linked to rows of the index that carry the same thing.

    `rows` are ids of indicators, commitments or amounts that are one and the same thing under this
    name (other years, documents, units), best first. `score` is 0 to 1; `sure` is false where the
    answer has to say how it was read. `alternatives` are names of other rows that came close."""

    words: tuple[Words, ...]
    name: str
    rows: tuple[str, ...]
    score: float
    sure: bool = True
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """A condition on a value: "under 50 procent". `relation` is <, <=, >, >= or between."""

    measure: str | None
    relation: str
    value: float
    upper: float | None = None
    unit: str | None = None
    words: tuple[Words, ...] = ()
    of_target: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What the question restricts itself to; empty tuples restrict nothing.

    `documents` are document ids, `organisations` names as the index has them, `years` and
    `periods` those of the values asked for, `document_years` those of the documents."""

    municipalities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    document_kinds: tuple[str, ...] = ()
    document_years: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def names_documents(self) -> bool:
        """Whether certain documents, or those of a kind, are asked of."""
        return bool(self.documents or self.document_kinds)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Which rows (empty: all), of the documents' own `kinds`, whose target says which way to go."""

    kinds: tuple[str, ...] = ()
    assessments: tuple[str, ...] = ()
    target_state: TargetState | None = None
    change: Change | None = None
    statuses: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    without_value: bool = False
    unassessed: bool = False
    negated: bool = False
    trend: str | None = None
    target_way: Change | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are put in order by; `whole` where the list itself is sorted, so that all of it is
    told, and not only those that come first."""

    by: OrderBy
    descending: bool = True
    limit: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Money:
    """How a question asks for money.

    `side` is "deficit", "surplus", "kept" (not short) or "either" where it asks which way it went;
    `group` what is listed or ranked ("units", "investments", "costs", "incomes", "rows");
    `against_plan` where it is set against what was planned, `investing` where it is about
    investments, `of_years` where years are ranked, `together` where amounts are added up,
    `granted` or `spent` where it is about what is given or laid out, and `changing` where it is
    about a change over years; `beside` is what is to be done with amounts that are named side by
    side ("sum", "apart", "most", "beside"), and `way` which way amounts went since the year before
    ("up", "down", "same"), where rows are listed by that. A `side` may also be "zero" (as planned
    to the last krona) and "all" (whichever way), and a `group` "parts" (of a unit's own)."""

    side: str | None = None
    group: str | None = None
    against_plan: bool = False
    investing: bool = False
    of_years: bool = False
    together: bool = False
    granted: bool = False
    spent: bool = False
    changing: bool = False
    beside: str | None = None
    way: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A place in a document that an earlier answer quoted."""

    document: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """What a question was asked after: its own words (`said`), names and words of what was spoken
    of (`about`), what the last answer quoted, and whether a pronoun points back at it."""

    said: str
    about: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    pointing: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood. `parts` holds the queries of several questions in one.

    `base` is the text of a whole question about the same thing, into which a follow-up puts its
    own words. `passed_over` are words that nothing knows and that restrict nothing, and `aside`
    those of remarks beside the question: neither need stand in an answer. `listed` are the ids of
    the rows among which one was picked by its place. `against_years` are years that values are
    compared with ("bättre än 2017?"), while `scope.years` are those asked for. `claimed` is the
    value that the question says a row has. `carried` are words of earlier questions in `text`,
    beside new ones: a passage need not hold them. `cited` is what the last answer quoted, where
    its page is asked for, and `near` the document that it quoted first: running text of that is
    looked in first. `talk` is what was said right before; `of_figures` is "trust" or "fresh" where
    it asks how sure or how new the figures are. `pair` says how the two `parts` are set side by
    side: "beside", "apart", "than_more", "than_less", "which_more" or "which_less". `place` is
    what places are asked of, in the question's words; `of_documents` what is asked about documents
    as such ("pages", "newest", "units"). `goals` says how goals that are asked for themselves are
    judged: "met", "partly", "missed"; "changed" (since before) or "financial" may stand first.
    `risks` is "highest" or "limited" where risks are asked for by their grades. `of_parts` is true
    where it asks which of the rows of one table, and `own_column` where the one of `measures` is a
    column of the rows' own that takes the place of their outcome. `of_boards` is true where it
    asks how boards judge goals for their own part, `area` the words for the area whose goals it
    asks for, `basic` what of a whole municipality, and `limit` what a value is held against."""

    text: str
    subject: Subject
    operation: Operation
    links: tuple[Link, ...] = ()
    scope: Scope = Scope()
    conditions: Conditions = Conditions()
    measures: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()
    order: Order | None = None
    numbers: tuple[float, ...] = ()
    keywords: tuple[str, ...] = ()
    premise: Conditions | None = None
    decline: Decline | None = None
    not_understood: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    as_table: bool = False
    follow_up: bool = False
    language: str = "sv"
    parts: tuple[Query, ...] = field(default=())
    against_years: tuple[int, ...] = ()
    by_unit: bool = False
    over_years: bool = False
    base: str = ""
    money: Money | None = None
    claimed: Threshold | None = None
    carried: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    near: str = ""
    talk: Talk | None = None
    of_figures: str = ""
    pair: str = ""
    place: str = ""
    of_documents: str = ""
    things: bool = False
    goals: tuple[str, ...] = ()
    risks: str = ""
    of_parts: bool = False
    own_column: bool = False
    of_boards: bool = False
    area: str = ""
    table: TableLines | None = None
    basic: str = ""
    newest: bool = False
    limit: Threshold | None = None

    def __hash__(self) -> int:  # of little, as much is kept by queries and asked for often
        return hash((self.text, self.operation, self.subject))
