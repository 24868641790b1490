"""A question and its answer, with evidence, figures and calculations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plansvar.domain.places import (
    Box,
    Mark,
    Span,
)
from plansvar.domain.rows import (
    Amount,
    Commitment,
    Indicator,
    Place,
)


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    id: str | None = None
    conversation: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The places in one document that together prove something; `spans` are in document order.

    The quote is the text of the spans joined by " … ". `place` says where the proof stands (for a
    row: where its values stand). `row` is the label of the table row that the spans are cells of:
    an answer cites one row as one source."""

    place: Place
    spans: tuple[Span, ...]
    mark: Mark | None = None
    row: Span | None = None


@dataclass(frozen=True, slots=True)
class CellClaim:
    """What the cell of a printed table is told to be: its line by `labels`, its column by
    `headings` (the spans that print them), the year that it is of, null where none is asked for,
    and its unit, empty where none is told."""

    labels: tuple[Span, ...]
    headings: tuple[Span, ...]
    year: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a statement and the cell or span that prints it.

    `text` is the number as it stands in the statement. `row`, `measure`, `period` and `breakdown`
    say what it is claimed to be, where it comes from a table row, so that a true figure from the
    wrong column is caught. `claim` is the phrase of the statement that says so, figure included
    ("utfallet 2018 är 30%"). `cell` says it of a cell that is told from its table as printed."""

    text: str
    document_id: str
    span: Span
    row: str | None = None
    measure: str | None = None
    period: str | None = None
    breakdown: str | None = None
    unit: str | None = None
    claim: str | None = None
    cell: CellClaim | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that can be counted again: `items` are ids of rows, or names that a quote lists."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a number follows from others: the rule in words, the numbers that went in, the result.

    For a count over rows `base` says what it is counted over and `left_out` what is not in it;
    `tallies` hold all that was counted. For a sum `signs` has 1 or -1 for each operand;
    `percent` is true where the result is the first operand in percent of the second, rounded to
    one decimal at most; with `signs` it is how much the first is more or less than the second.
    `mean` is true where the sum of the operands is divided by their number, and rounded."""

    rule: str
    operands: tuple[Figure, ...]
    result: str
    base: str | None = None
    left_out: str | None = None
    rows: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    signs: tuple[int, ...] = ()
    percent: bool = False
    mean: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, born with its evidence."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    calculation: Calculation | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source of an answer, as in the contract. `ocr` is true where a part of the quote
    was read from a picture by OCR and nobody has checked it."""

    n: int
    document: str
    title: str
    section: tuple[str, ...]
    page: int | None
    page_index: int | None
    page_label: str | None
    quote: str
    anchor: str
    spans: tuple[Span, ...]
    boxes: tuple[Box, ...] = ()
    mark: Mark | None = None
    ocr: bool = False


class AnswerKind(StrEnum):
    INDICATOR = "indicator"
    COMMITMENT = "commitment"
    AMOUNT = "amount"
    PASSAGE = "passage"
    DOCUMENT = "document"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CitedStatement:
    """A statement whose evidence has become citation numbers."""

    text: str
    citations: tuple[int, ...]
    calculation: str | None = None


@dataclass(frozen=True, slots=True)
class ConflictValue:
    raw: str
    citation: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different printed values for the same thing."""

    what: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as in the contract; `rows` are the rows behind it."""

    question: str
    interpretation: str
    text: str
    kind: AnswerKind
    abstained: bool
    statements: tuple[CitedStatement, ...]
    citations: tuple[Citation, ...] = ()
    rows: tuple[Indicator | Commitment | Amount, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    suggestions: tuple[str, ...] = ()
    id: str | None = None
    elapsed_ms: float = 0.0
    not_understood: tuple[str, ...] = field(default=())
