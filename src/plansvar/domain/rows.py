"""What was extracted: indicators, commitments, amounts, summaries, passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plansvar.domain.documents import (
    Document,
    Gap,
)
from plansvar.domain.places import (
    Box,
    Mark,
    MarkSource,
    Span,
    Trend,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands, ready to show: page as in the contract, heading path, boxes.

    `document_id` is the document's path. `page` is the printed number, else counted from 1. `ocr`
    is true where OCR read it from a picture and nobody has checked it."""

    document_id: str
    page: int | None
    page_index: int | None
    page_label: str | None
    section: tuple[str, ...]
    organisation: str | None
    boxes: tuple[Box, ...] = ()
    ocr: bool = False


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
class Label:
    """A label of a row as printed. `kind` is what its column calls it ("nämndmål"), where each row
    has one of its own."""

    text: str
    span: Span
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A goal or key figure with its printed values.

    `id` is unique in the index and the same when the same document is read again.
    `kind` is the document's own word (processmål, nyckeltal, indikator, nämndmål, aktivitet).
    `name_span` is null only where the name is put together from several places. `also` are the
    other labels of its row: the goal that it measures, or how the goal is measured.
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
    also: tuple[Label, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the row is by each of its labels: a mätetal, and the nämndmål that it measures."""
        others = (label.kind for label in self.also if label.kind)
        return tuple(dict.fromkeys((self.kind, *others)))

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
    """Something that an organisation has undertaken to do (åtagande, uppdrag, aktivitet).

    `deadline` is when it is to be done, as printed: in one place, or in the headings of several
    columns that the row marks, each of which `deadline_spans` has in the order said."""

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
    deadline: str | None = None
    deadline_spans: tuple[Span, ...] = ()


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
