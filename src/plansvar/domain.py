"""All nouns of plansvar: frozen values, standard library only.

Every value keeps where it came from. A `Span` counts characters in `Document.text`, the one
canonical text of a document, from which running headers, contents lists and other furniture have
been taken out. Boxes are in points with the origin at the top left corner of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

# --- Where something stands ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of `Document.text`."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: `page_index` counts physically from 1, the rest is in points."""

    page_index: int
    x0: float
    top: float
    x1: float
    bottom: float


class Colour(StrEnum):
    """Colours that documents use for assessments."""

    GREEN = "grön"
    YELLOW = "gul"
    RED = "röd"
    BLUE = "blå"
    WHITE = "vit"
    GREY = "grå"
    PURPLE = "lila"
    ORANGE = "orange"


class Trend(StrEnum):
    UP = "upp"
    DOWN = "ned"
    LEVEL = "oförändrad"


class MarkSource(StrEnum):
    """What showed an assessment."""

    CELL = "cell"
    PICTURE = "bild"
    TEXT = "text"
    GLYPH_COLOUR = "teckenfärg"
    SYMBOL = "symbol"
    SUMMARY = "sammanfattning"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something seen in a cell that is not text: a colour, an arrow, a tick, a progress bar.

    `colour` and `trend` are null when the mark says nothing of them or when the two witnesses
    disagree; then `disagreement` says so. `raw` describes the symbol ("●", "pil upp", "bock").
    `share` is the filled share (0 to 1) of a progress bar.
    """

    source: MarkSource
    colour: Colour | None = None
    trend: Trend | None = None
    raw: str | None = None
    box: Box | None = None
    share: float | None = None
    disagreement: str | None = None


# --- A document as read -------------------------------------------------------------------


class DocumentKind(StrEnum):
    INTERIM = "delårsrapport"
    ANNUAL = "årsredovisning"
    PLAN = "verksamhetsplan"
    BUDGET = "budget"
    FOLLOW_UP = "uppföljning"
    MONTHLY = "månadsuppföljning"
    INDICATOR_SHEET = "indikatorer"
    OTHER = "dokument"


class Status(StrEnum):
    """Whether the document is a proposal or adopted, where it says so."""

    PROPOSAL = "förslag"
    ADOPTED = "antagen"


@dataclass(frozen=True, slots=True)
class Page:
    """A page. `index` counts physically from 1 in the file, `number` is the printed number as an
    integer, `label` the printed number as printed ("1 (3)"); both null where none is printed.
    `width` and `height` are in points, null where the format has no layout."""

    index: int
    span: Span
    number: int | None = None
    label: str | None = None
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the file with numbering and sender of its own (Missiv, Bilaga 1).

    `title` is null in a file of one part. `organisation` is the unit that reports."""

    title: str | None
    span: Span
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, subsections included.

    `path` is the heading path from the part (where the file has several) down to this heading.
    `parent` is the index in `Document.sections`, null at the top."""

    path: tuple[str, ...]
    heading: Span
    span: Span
    level: int
    parent: int | None = None


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table or footnote, in reading order."""

    kind: BlockKind
    span: Span
    page_index: int
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. An empty cell has an empty span where its text would have stood.

    `row` and `column` count from 0 at the top left cell that it covers."""

    row: int
    column: int
    text: str
    span: Span
    page_index: int
    row_span: int = 1
    column_span: int = 1
    boxes: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid of cells in reading order; pieces over several pages are already joined
    and repeated header rows dropped.

    `header_rows` counts the rows at the top that name columns (0 where none could be told).
    `caption` is the line above that names the table, its unit or its goal. `legend` is the text
    that explains its colours or symbols. `problems` says what could not be read, in Swedish."""

    cells: tuple[Cell, ...]
    header_rows: int
    span: Span
    caption: Span | None = None
    legend: Span | None = None
    problems: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @property
    def column_count(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, or null where the grid has a hole."""
        for cell in self.cells:
            covers_row = cell.row <= row < cell.row + cell.row_span
            if covers_row and cell.column <= column < cell.column + cell.column_span:
                return cell
        return None


class GapKind(StrEnum):
    """Why something could not be read, or needs a person's eye."""

    PICTURE_TABLE = "picture_table"
    SCAN = "scan"
    UNFIT_ROW = "unfit_row"
    EMPTY_TABLE = "empty_table"
    DISAGREEMENT = "disagreement"
    MISSING_LEGEND = "missing_legend"
    REPAIRED = "repaired"
    HIDDEN_TEXT = "hidden_text"
    LIMIT = "limit"
    OCR = "ocr"
    AMBIGUOUS_NAME = "ambiguous_name"
    UNKNOWN_NAME = "unknown_name"
    UNNAMED = "unnamed"
    FEWER_THAN_STATED = "fewer_than_stated"
    UNIT_MISSING = "unit_missing"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not read or not understood: where, and why, in Swedish."""

    kind: GapKind
    reason: str
    page_index: int | None = None
    span: Span | None = None
    boxes: tuple[Box, ...] = ()


class FurnitureKind(StrEnum):
    CONTENTS = "contents"
    RUNNING_HEADER = "running_header"
    RUNNING_FOOTER = "running_footer"
    PAGE_NUMBER = "page_number"
    FOREIGN_TITLES = "foreign_titles"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that was recognised and kept out of `Document.text`."""

    kind: FurnitureKind
    text: str
    page_index: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. `path` is relative to the folder given, with `/`. `digest` is the SHA-256 of
    the file's bytes in hex. `period` is as printed ("januari-augusti 2018")."""

    path: str
    digest: str
    format: str
    title: str
    text: str
    pages: tuple[Page, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    municipality: str | None = None
    kind: DocumentKind = DocumentKind.OTHER
    year: int | None = None
    period: str | None = None
    status: Status | None = None
    gaps: tuple[Gap, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    def quote(self, span: Span) -> str:
        """The text of `span` with white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def page_at(self, position: int) -> Page | None:
        """The page that holds the character at `position`; null in a text without pages."""
        for page in self.pages:
            if page.span.start <= position < page.span.end:
                return page
        return self.pages[-1] if self.pages and position >= self.pages[-1].span.end else None

    def part_at(self, position: int) -> Part | None:
        for part in self.parts:
            if part.span.start <= position < part.span.end:
                return part
        return None

    def section_at(self, position: int) -> Section | None:
        """The innermost section that holds the character at `position`."""
        found = None
        for section in self.sections:
            if section.span.start <= position < section.span.end and (
                found is None or section.level >= found.level
            ):
                found = section
        return found

    @property
    def is_of_whole(self) -> bool:
        """Whether it reports for all units: no unit's own chapters, and chapters of several."""
        units = {part.organisation for part in self.parts}
        return None in units and len(units) > 2


# --- What was extracted -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands, ready to show: page as in the contract, heading path, boxes.

    `document_id` is the document's path. `page` is the printed number, else counted from 1."""

    document_id: str
    page: int | None
    page_index: int | None
    page_label: str | None
    section: tuple[str, ...]
    organisation: str | None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One printed value of an indicator, with the spans that prove what it is.

    `measure`, `period`, `breakdown`, `raw`, `value`, `unit` and `note` are as in the contract.
    `cell` is the value as printed, `headings` the column headings (and unit cells) that say what it
    is, `label` the row label that says whose it is (null where it is the indicator's name),
    `note_span` the footnote or sentence that `note` quotes. `measured` is false where the row's own
    comment says that nothing was measured."""

    measure: str
    period: str | None
    breakdown: str
    raw: str
    value: float | None
    unit: str | None
    cell: Span
    headings: tuple[Span, ...] = ()
    label: Span | None = None
    note: str | None = None
    note_span: Span | None = None
    measured: bool = True
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment as the document gives it, never computed.

    `value` is a colour or the document's own word; null where witnesses disagree.
    `meaning` is what the legend says it stands for; `legend` where it says so. `proof` is the text
    that states it (null where only a mark does)."""

    value: str | None
    source: MarkSource
    raw: str | None = None
    breakdown: str = "totalt"
    trend: Trend | None = None
    trend_raw: str | None = None
    mark: Mark | None = None
    meaning: str | None = None
    legend: Span | None = None
    proof: Span | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A goal or key figure with its printed values.

    `id` is unique in the index and the same when the same document is read again.
    `kind` is the document's own word (processmål, nyckeltal, indikator, nämndmål, aktivitet).
    `name_span` is null only where the name is put together from several places.
    `direction` is "högre är bättre" or "lägre är bättre"; `direction_source` is "text",
    "beräknad" (follows from target words or figures) or "antagen" (from a vocabulary)."""

    id: str
    place: Place
    name: str
    name_span: Span | None
    kind: str
    observations: tuple[Observation, ...]
    responsible: tuple[str, ...] = ()
    direction: str | None = None
    direction_source: str | None = None
    assessments: tuple[Assessment, ...] = ()
    trend: Trend | None = None
    trend_raw: str | None = None
    meets_target: bool | None = None
    comment: str | None = None
    comment_span: Span | None = None
    status: str | None = None
    table: Span | None = None

    @property
    def assessment(self) -> Assessment | None:
        """The assessment of the whole, where the document gives one."""
        return next((a for a in self.assessments if a.breakdown == "totalt"), None)


class CommitmentStatus(StrEnum):
    DONE = "klar"
    ONGOING = "pågår"
    NOT_STARTED = "ej påbörjad"
    DELAYED = "försenad"


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something that an organisation has undertaken to do (åtagande, uppdrag, aktivitet)."""

    id: str
    place: Place
    text: str
    text_span: Span
    kind: str
    responsible: tuple[str, ...] = ()
    responsible_span: Span | None = None
    status: CommitmentStatus | None = None
    status_raw: str | None = None
    status_span: Span | None = None
    comment: str | None = None
    comment_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount of money with what it is for.

    `what_span` and `headings` prove what it is; `cell` is the amount as printed with its unit where
    that stands beside it, else `unit_span` proves the unit."""

    id: str
    place: Place
    what: str
    what_span: Span
    raw: str
    value: float | None
    unit: str | None
    cell: Span
    period: str | None = None
    measure: str | None = None
    is_sum: bool = False
    headings: tuple[Span, ...] = ()
    unit_span: Span | None = None


@dataclass(frozen=True, slots=True)
class SummaryName:
    """A short name in an assessment summary and the ids of the rows that it fits: one when it is
    linked, none or several when it is not."""

    text: str
    span: Span
    fits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AssessmentSummary:
    """A sentence that sums assessments up: "Röda, sex stycken (förnybara bränslen, …)".

    `assessment` is a colour or the document's own word, null for a group without assessment
    ("två processmål … utan att ha några mätetal"). `open_ended` is true where the list of names
    says that it goes on (m fl)."""

    id: str
    place: Place
    kind: str
    assessment: str | None
    stated_count: int | None
    span: Span
    count_span: Span | None = None
    names: tuple[SummaryName, ...] = ()
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class StatedCount:
    """How many of something the document says that there are ("29 stycken processmål").

    `what` is the kind in lower case ("processmål", "åtagande"); `status` tells counts of a status
    apart ("38 pågår"), null for the whole. `forecast` is true for what is expected later."""

    place: Place
    what: str
    count: int
    span: Span
    status: str | None = None
    forecast: bool = False


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form that the document itself explains."""

    short: str
    long: str
    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage for search: a section or a piece of one. `heading` is the path joined by " › " and
    goes into the embedding together with the text."""

    id: str
    place: Place
    heading: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was taken out of one document."""

    document: Document
    indicators: tuple[Indicator, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    amounts: tuple[Amount, ...] = ()
    summaries: tuple[AssessmentSummary, ...] = ()
    stated_counts: tuple[StatedCount, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    gaps: tuple[Gap, ...] = ()


# --- A question and its answer ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    id: str | None = None
    conversation: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The places in one document that together prove something; `spans` are in document order.

    The quote is the text of the spans joined by " … ". `place` says where the proof stands (for a
    row: where its values stand)."""

    place: Place
    spans: tuple[Span, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a statement and the cell or span that prints it.

    `text` is the number as it stands in the statement. `row`, `measure`, `period` and `breakdown`
    say what it is claimed to be, where it comes from a table row, so that a true figure from the
    wrong column is caught. `claim` is the phrase of the statement that says so, figure included
    ("utfallet 2018 är 30%")."""

    text: str
    document_id: str
    span: Span
    row: str | None = None
    measure: str | None = None
    period: str | None = None
    breakdown: str | None = None
    unit: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that can be counted again: `items` are ids of rows, or names that a quote lists."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a number follows from others: the rule in words, the numbers that went in, the result.

    For a count over rows `base` says what it is counted over and `left_out` what is not in it;
    `tallies` hold all that was counted. For a sum `signs` has 1 or -1 for each operand."""

    rule: str
    operands: tuple[Figure, ...]
    result: str
    base: str | None = None
    left_out: str | None = None
    rows: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    signs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer, born with its evidence."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    figures: tuple[Figure, ...] = ()
    calculation: Calculation | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered source of an answer, as in the contract."""

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


# --- A draft text held against the documents ------------------------------------------------


TARGET = "mål"  # the contract's word for the measure of a target


class ClaimVerdict(StrEnum):
    """What the documents say of a sentence in a draft."""

    SUPPORTED = "stöds"
    DEVIATES = "avviker"
    NOT_FOUND = "hittas inte"
    NO_FIGURES = "inga siffror"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft and what the documents print of it.

    `unproved` are its figures that no source prints of the matter; `printed` says what the
    documents print instead, in words; `citations` are numbered through the whole draft."""

    text: str
    verdict: ClaimVerdict
    citations: tuple[int, ...] = ()
    unproved: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftReport:
    """A draft, claim by claim, with all sources."""

    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
