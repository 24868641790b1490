"""An index in memory with two invented municipalities, and an encoder of letter grams.

The documents are short texts written for the tests; every span is found in the text itself, so a
row proves what it says. `invented_library()` builds the whole; `Draft` builds further documents.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from plansvar.domain import (
    Abbreviation,
    Amount,
    Assessment,
    AssessmentSummary,
    BlockKind,
    Chunk,
    Commitment,
    CommitmentStatus,
    Document,
    DocumentKind,
    Extraction,
    Gap,
    Indicator,
    MarkSource,
    Observation,
    Place,
    Span,
    StatedCount,
    SummaryName,
)
from plansvar.engines.protocol import Vectors
from plansvar.index.library import Hit, RowHit
from plansvar.language.folding import grams, stems, words
from plansvar.language.numbers import parse_number
from plansvar.reading.building import Builder, Layout, PageDraft, Piece

KINDS = (
    "indicators",
    "commitments",
    "amounts",
    "summaries",
    "stated_counts",
    "abbreviations",
)


class FakeEncoder:
    """Letter grams hashed into a vector: near words are near, nothing is known of meaning."""

    name = "fake/grams"
    dimension = 256

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self.encode_query(text) for text in texts])

    def encode_query(self, text: str) -> Vectors:
        vector = np.full(self.dimension, 1e-3, dtype=np.float32)
        for word in words(text):
            for gram in grams(word):
                vector[zlib.crc32(gram.encode()) % self.dimension] += 1
        found: Vectors = vector / np.linalg.norm(vector)
        return found


class MemoryLibrary:
    """A `Library` over extractions, with plain word overlap for search."""

    def __init__(self, extractions: Sequence[Extraction], encoder: FakeEncoder | None = None):
        self._extractions = tuple(extractions)
        self._encoder = encoder or FakeEncoder()
        self._documents = tuple(each.document for each in self._extractions)
        self._by_path = {each.path: each for each in self._documents}
        self._rows: dict[str, tuple[Any, ...]] = {
            kind: tuple(row for each in self._extractions for row in getattr(each, kind))
            for kind in KINDS
        }

    def documents(self) -> tuple[Document, ...]:
        return self._documents

    def document(self, document_id: str) -> Document:
        return self._by_path[document_id]

    def indicators(self) -> tuple[Indicator, ...]:
        return self._rows["indicators"]

    def commitments(self) -> tuple[Commitment, ...]:
        return self._rows["commitments"]

    def amounts(self) -> tuple[Amount, ...]:
        return self._rows["amounts"]

    def summaries(self) -> tuple[AssessmentSummary, ...]:
        return self._rows["summaries"]

    def stated_counts(self) -> tuple[StatedCount, ...]:
        return self._rows["stated_counts"]

    def abbreviations(self) -> tuple[Abbreviation, ...]:
        return self._rows["abbreviations"]

    def gaps(self, document_id: str) -> tuple[Gap, ...]:
        return tuple(
            gap
            for each in self._extractions
            if each.document.path == document_id
            for gap in (*each.document.gaps, *each.gaps)
        )

    def search(
        self, text: str, vector: Vectors | None, limit: int = 20, documents: tuple[str, ...] = ()
    ) -> tuple[Hit, ...]:
        asked = set(stems(text))
        found = []
        counts = self.word_counts()
        for chunk, told in self._stems:
            if documents and chunk.place.document_id not in documents:
                continue
            shared = asked & told
            if shared:
                found.append((sum(1 / counts.get(stem, 1) for stem in shared), chunk))
        found.sort(key=lambda pair: -pair[0])
        return tuple(
            Hit(chunk, score, lexical_rank=rank)
            for rank, (score, chunk) in enumerate(found[:limit], 1)
        )

    def nearest_rows(self, vector: Vectors, limit: int = 20) -> tuple[RowHit, ...]:
        named = [(row.id, row.name) for row in self.indicators()]
        named += [(row.id, row.text) for row in self.commitments()]
        named += [(row.id, row.what) for row in self.amounts()]
        hits = [RowHit(i, float(self._encoder.encode_query(n) @ vector)) for i, n in named]
        return tuple(sorted(hits, key=lambda hit: -hit.cosine)[:limit])

    def word_counts(self) -> Mapping[str, int]:
        return self._word_counts

    @cached_property
    def _word_counts(self) -> Mapping[str, int]:
        return Counter(stem for _, told in self._stems for stem in told)

    @cached_property
    def _stems(self) -> tuple[tuple[Chunk, frozenset[str]], ...]:
        """The stems of each passage."""
        chunks = (chunk for each in self._extractions for chunk in each.chunks)
        return tuple((c, frozenset(stems(f"{c.heading} {c.text}"))) for c in chunks)


@dataclass
class Draft:
    """A document under way: headings and paragraphs first, then rows found in its text."""

    path: str
    title: str
    municipality: str
    kind: DocumentKind
    year: int
    organisation: str | None = None
    period: str | None = None
    builder: Builder = field(init=False)
    layout: Layout | None = None
    indicators: list[Indicator] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    summaries: list[AssessmentSummary] = field(default_factory=list)
    stated_counts: list[StatedCount] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    page: int = 1

    def __post_init__(self) -> None:
        self.builder = Builder([PageDraft(n, n, str(n)) for n in range(1, 10)])
        self.builder.start_part(None, self.organisation)

    def heading(self, text: str, level: int = 1) -> Draft:
        self.builder.add(BlockKind.HEADING, [Piece(text, self.page)], level)
        return self

    def text(self, *paragraphs: str) -> Draft:
        for paragraph in paragraphs:
            self.builder.add(BlockKind.PARAGRAPH, [Piece(paragraph, self.page)])
        return self

    def next_page(self) -> Draft:
        self.page += 1
        return self

    def done(self) -> Draft:
        self.layout = self.builder.finish()
        return self

    @property
    def document(self) -> Document:
        assert self.layout is not None
        made = self.layout
        return Document(
            path=self.path,
            digest=f"{zlib.crc32(made.text.encode()):x}",
            format="txt",
            title=self.title,
            text=made.text,
            pages=made.pages,
            parts=made.parts,
            sections=made.sections,
            blocks=made.blocks,
            tables=made.tables,
            municipality=self.municipality,
            kind=self.kind,
            year=self.year,
            period=self.period,
        )

    def find(self, text: str, after: str = "") -> Span:
        """Where `text` first stands (after `after`, where given)."""
        whole = self.document.text
        start = whole.index(text, whole.index(after) + len(after) if after else 0)
        return Span(start, start + len(text))

    def place(self, span: Span) -> Place:
        document = self.document
        page, section = document.page_at(span.start), document.section_at(span.start)
        return Place(
            self.path,
            page.number if page else None,
            page.index if page else None,
            page.label if page else None,
            section.path if section else (),
            self.organisation,
        )

    def indicator(
        self,
        name: str,
        values: str,
        columns: str,
        kind: str = "processmål",
        colour: str | None = None,
        direction: str | None = "högre är bättre",
        responsible: tuple[str, ...] = (),
        comment: str | None = None,
        unit: str | None = None,
        note: str | None = None,
    ) -> Draft:
        """A row printed as "name values", the values separated by " | " and described by
        `columns` ("utfall 2019 totalt | mål 2019 totalt")."""
        line = self.find(f"{name} | {values}")
        position = line.start + len(name)
        observations = []
        for raw, column in zip(values.split(" | "), columns.split(" | "), strict=True):
            position = self.document.text.index(raw, position)
            cell = Span(position, position + len(raw))
            position = cell.end
            measure, period, breakdown = column.rsplit(" ", 2)
            number = parse_number(raw)
            missing = number is None
            observations.append(
                Observation(
                    measure,
                    period,
                    breakdown,
                    raw,
                    number,
                    unit,
                    cell,
                    note=note if missing else None,
                    note_span=self.find(note) if note and missing else None,
                )
            )
        by_measure = {(o.measure, o.breakdown): o.value for o in reversed(observations)}
        outcome, target = by_measure.get(("utfall", "totalt")), by_measure.get(("mål", "totalt"))
        met = None
        if outcome is not None and target is not None and direction:
            met = outcome >= target if direction.startswith("högre") else outcome <= target
        proof = self._proof(colour)
        assessments = ()
        if colour:
            assessments = (Assessment(colour, MarkSource.SUMMARY, colour, proof=proof),)
        span = Span(line.start, line.start + len(name))
        self.indicators.append(
            Indicator(
                f"{self.path}#i{len(self.indicators)}",
                self.place(span),
                name,
                span,
                kind,
                tuple(observations),
                responsible,
                direction,
                "beräknad" if direction else None,
                assessments,
                meets_target=met,
                comment=comment,
                comment_span=self.find(comment) if comment else None,
                table=line,
            )
        )
        return self

    def _proof(self, colour: str | None) -> Span | None:
        return next((s.span for s in self.summaries if s.assessment == colour), None)

    def commitment(
        self,
        text: str,
        responsible: tuple[str, ...] = (),
        status: CommitmentStatus | None = None,
        comment: str | None = None,
    ) -> Draft:
        span = self.find(text)
        comment_span = self.find(comment) if comment else None
        self.commitments.append(
            Commitment(
                f"{self.path}#c{len(self.commitments)}",
                self.place(span),
                text,
                span,
                "åtagande",
                responsible,
                self.find(", ".join(responsible), text) if responsible else None,
                status,
                status.value if status else None,
                comment_span if status else None,
                comment,
                comment_span,
            )
        )
        return self

    def amount(self, what: str, raw: str, measure: str, period: str) -> Draft:
        span = self.find(what)
        cell = self.find(raw, what)
        self.amounts.append(
            Amount(
                f"{self.path}#a{len(self.amounts)}",
                self.place(span),
                what,
                span,
                raw,
                parse_number(raw),
                raw.split()[-1],
                cell,
                period,
                measure,
            )
        )
        return self

    def summary(self, colour: str | None, count: int, line: str, names: Sequence[str]) -> Draft:
        span = self.find(line)
        found = tuple(SummaryName(name, self.find(name, line.split("(")[0])) for name in names)
        self.summaries.append(
            AssessmentSummary(
                f"{self.path}#s{len(self.summaries)}",
                self.place(span),
                "processmål",
                colour,
                count,
                span,
                None,
                found,
            )
        )
        return self

    def stated(self, what: str, count: int, line: str, status: str | None = None) -> Draft:
        span = self.find(line)
        self.stated_counts.append(StatedCount(self.place(span), what, count, span, status))
        return self

    def abbreviation(self, short: str, long: str) -> Draft:
        span = self.find(f"{long} ({short})")
        self.abbreviations.append(Abbreviation(short, long, self.place(span), span))
        return self

    def extraction(self) -> Extraction:
        document = self.document
        chunks = tuple(
            Chunk(
                f"{self.path}#k{n}",
                self.place(section.heading),
                " › ".join(section.path),
                document.quote(Span(section.heading.end, section.span.end)),
                Span(section.heading.end, section.span.end),
            )
            for n, section in enumerate(document.sections)
        )
        return Extraction(
            document,
            tuple(self.indicators),
            tuple(self.commitments),
            tuple(self.amounts),
            tuple(self.summaries),
            tuple(self.stated_counts),
            tuple(self.abbreviations),
            chunks,
        )


def invented_library() -> MemoryLibrary:
    """Norrvalla's interim report 2019 and annual report 2018, Söderstrand's plan 2019."""
    return MemoryLibrary([_norrvalla_interim(), _norrvalla_annual(), _soderstrand_plan()])


GREEN = "Gröna, två stycken (företagsklimat, politikerindex)"
YELLOW = "Gula, två stycken (trygghet, sjukfrånvaro)"
RED = "Röda, tre stycken (förnybara bränslen, nya företag, bredband)"
THREE = "utfall 2019 totalt | utfall 2018 totalt | mål 2019 totalt"


def _norrvalla_interim() -> Extraction:
    draft = Draft(
        "norrvalla/delar2-2019.txt",
        "Delårsrapport 2 2019 Kommunledningskontoret",
        "Norrvalla kommun",
        DocumentKind.INTERIM,
        2019,
        "Kommunledningskontoret",
        "januari-augusti 2019",
    )
    draft.heading("Sammanfattning").text(
        "Året för kommunledningskontoret (KLK) har präglats av flytten till nya lokaler.",
        "Mätningen av hållbart medarbetarengagemang (HME) görs i november.",
        "KLK följer åtta stycken processmål under 2019.",
        GREEN,
        YELLOW,
        RED,
        "Ett processmål saknar mätetal (krisberedskap)",
        "Antalet åtaganden är fyra stycken.",
        "Utfallet för perioden är +4,2 mnkr mot budgeterat resultat 0.",
        "Prognosen för helåret visar ett underskott på 1,5 mnkr.",
    )
    draft.next_page().heading("Trygg kommun").text(
        "Index för trygghet ska vara minst 50 | 44 | 44 | 48",
        "Ingen ny mätning har gjorts, den kommer under hösten.",
        "Öka förmågan att hantera kriser",
        "Målvärdet är struket men uppföljningen fortsätter.",
        "Införa e-petition i stället för medborgarförslag (KS, KFN)",
        "Utredningen om e-petition är avslutad.",
        "Ta fram en plan för landsbygden (KS, KFAB)",
        "Arbetet med landsbygdsplanen pågår enligt tidplan.",
    )
    draft.next_page().heading("Fler jobb").text(
        "Antal nya företag per år | 180 | 260 | 300",
        "Siffran gäller januari till augusti och väntas stiga till årets slut.",
        "Företagsklimat enligt Svenskt Näringsliv | 3,6 | 3,5 | 3,5",
        "Tillgång till bredband (%) | 71 | 68 | 90",
        "Utbyggnaden av fiber har försenats eftersom entreprenören bytts ut.",
        "Genomföra åtgärdsplanen för service till företag (KS, MSN, NDAB)",
        "Arbetet har inte påbörjats.",
    )
    draft.next_page().heading("Effektiv organisation").text(
        "Andel förnybara bränslen i kommunens fordonsflotta (%) | 35 % | 28 % | 80 %",
        "Målet nås inte eftersom nya fordon har lång leveranstid.",
        "Nöjd politikerindex | 74 | 70 | 72",
        "Total sjukfrånvaro, % | 4,4 % | 4,9 % | 4,0 %",
        "Självservicegrad på norrvalla.se | 81 % | 79 % | 85 %",
        "Byta ut samtliga bensinbilar i verksamheten (KS, alla nämnder)",
        "Fordon beställs löpande och åtagandet pågår.",
    )
    draft.done()
    draft.summary("grön", 2, GREEN, ["företagsklimat", "politikerindex"])
    draft.summary("gul", 2, YELLOW, ["trygghet", "sjukfrånvaro"])
    draft.summary("röd", 3, RED, ["förnybara bränslen", "nya företag", "bredband"])
    draft.stated("processmål", 8, "åtta stycken processmål")
    draft.stated("åtagande", 4, "fyra stycken")
    draft.abbreviation("KLK", "kommunledningskontoret")
    draft.abbreviation("HME", "hållbart medarbetarengagemang")
    draft.indicator(
        "Index för trygghet ska vara minst 50",
        "44 | 44 | 48",
        THREE,
        colour="gul",
        comment="Ingen ny mätning har gjorts, den kommer under hösten.",
    )
    draft.indicators.append(_without_values(draft))
    draft.indicator(
        "Antal nya företag per år",
        "180 | 260 | 300",
        THREE,
        colour="röd",
        comment="Siffran gäller januari till augusti och väntas stiga till årets slut.",
    )
    draft.indicator(
        "Företagsklimat enligt Svenskt Näringsliv", "3,6 | 3,5 | 3,5", THREE, colour="grön"
    )
    draft.indicator(
        "Tillgång till bredband (%)",
        "71 | 68 | 90",
        THREE,
        colour="röd",
        unit="%",
        comment="Utbyggnaden av fiber har försenats eftersom entreprenören bytts ut.",
    )
    draft.indicator(
        "Andel förnybara bränslen i kommunens fordonsflotta (%)",
        "35 % | 28 % | 80 %",
        THREE,
        colour="röd",
        unit="%",
        comment="Målet nås inte eftersom nya fordon har lång leveranstid.",
    )
    draft.indicator("Nöjd politikerindex", "74 | 70 | 72", THREE, colour="grön")
    draft.indicator(
        "Total sjukfrånvaro, %",
        "4,4 % | 4,9 % | 4,0 %",
        THREE,
        colour="gul",
        direction="lägre är bättre",
        unit="%",
    )
    draft.indicator(
        "Självservicegrad på norrvalla.se", "81 % | 79 % | 85 %", THREE, "nyckeltal", unit="%"
    )
    draft.commitment(
        "Införa e-petition i stället för medborgarförslag",
        ("KS", "KFN"),
        CommitmentStatus.DONE,
        "Utredningen om e-petition är avslutad.",
    )
    draft.commitment(
        "Ta fram en plan för landsbygden",
        ("KS", "KFAB"),
        CommitmentStatus.ONGOING,
        "Arbetet med landsbygdsplanen pågår enligt tidplan.",
    )
    draft.commitment(
        "Genomföra åtgärdsplanen för service till företag",
        ("KS", "MSN", "NDAB"),
        CommitmentStatus.NOT_STARTED,
        "Arbetet har inte påbörjats.",
    )
    draft.commitment(
        "Byta ut samtliga bensinbilar i verksamheten",
        ("KS", "alla nämnder"),
        CommitmentStatus.ONGOING,
        "Fordon beställs löpande och åtagandet pågår.",
    )
    draft.amount("Utfallet för perioden", "+4,2 mnkr", "utfall", "januari-augusti 2019")
    draft.amount("underskott", "1,5 mnkr", "prognos", "2019")
    return draft.extraction()


def _without_values(draft: Draft) -> Indicator:
    name = "Öka förmågan att hantera kriser"
    comment = "Målvärdet är struket men uppföljningen fortsätter."
    span = draft.find(name)
    return Indicator(
        f"{draft.path}#i{len(draft.indicators)}",
        draft.place(span),
        name,
        span,
        "processmål",
        (),
        comment=comment,
        comment_span=draft.find(comment),
    )


def _norrvalla_annual() -> Extraction:
    draft = Draft(
        "norrvalla/arsredovisning-2018.txt",
        "Årsredovisning 2018 Kommunledningskontoret",
        "Norrvalla kommun",
        DocumentKind.ANNUAL,
        2018,
        "Kommunledningskontoret",
        "2018",
    )
    draft.heading("Personal").text(
        "Total sjukfrånvaro, % | 4,8 % | 5,3 % | 4,5 %",
        "Sjukfrånvaron har minskat tack vare rehabiliteringen.",
    )
    draft.heading("Ekonomi").text(
        "Årets resultat blev ett överskott på 3,1 mnkr.",
        "Kostnaderna för personal var 52,4 mnkr.",
    )
    draft.done()
    draft.indicator(
        "Total sjukfrånvaro, %",
        "4,8 % | 5,3 % | 4,5 %",
        "utfall 2018 totalt | utfall 2017 totalt | mål 2018 totalt",
        "nyckeltal",
        direction="lägre är bättre",
        unit="%",
        comment="Sjukfrånvaron har minskat tack vare rehabiliteringen.",
    )
    draft.amount("överskott", "3,1 mnkr", "bokslut", "2018")
    draft.amount("Kostnaderna för personal", "52,4 mnkr", "bokslut", "2018")
    return draft.extraction()


def _soderstrand_plan() -> Extraction:
    draft = Draft(
        "soderstrand/plan-2019.txt",
        "Kommunstyrelsens plan med budget 2019",
        "Söderstrands kommun",
        DocumentKind.PLAN,
        2019,
        "Kommunstyrelsen",
        "2019",
    )
    footnote = "*** Utfallet redovisas i årsberättelsen"
    draft.heading("Prioriterad utveckling").text(
        "Vi ska testa en digital assistent på kommunens webbplats.",
        "Medborgardialogen utvecklas tillsammans med föreningslivet.",
        "Handlingsplanen för barnets rättigheter blir klar i juni 2019.",
    )
    draft.next_page().heading("Ekonomi").text(
        "Anslaget för politisk kommunledning 38,2 mnkr",
        "Anslaget för kommungemensamt 160,5 mnkr",
        "Besparingarna ska uppgå till 12,7 mnkr.",
    )
    draft.next_page().heading("Attraktiv arbetsgivare").text(
        "Sjukfrånvaro i procent av arbetstiden | 5,1 | 6,0 | 4,1 | *** | Minska",
        "Korttidssjukfrånvaro | 2,4 | 2,7 | 2,0 | *** | Minska",
        "Styrningsindex | 68 | 66 | Öka",
        footnote,
        "Kommunstyrelsen ansvarar för att arbetsmiljöutbildningen genomförs.",
    )
    draft.done()
    sick = (
        "utfall 2017 totalt | utfall 2017 kvinnor | utfall 2017 män | "
        "utfall 2018 totalt | mål 2019 totalt"
    )
    draft.indicator(
        "Sjukfrånvaro i procent av arbetstiden",
        "5,1 | 6,0 | 4,1 | *** | Minska",
        sick,
        "indikator",
        direction="lägre är bättre",
        unit="procent",
        note=footnote,
    )
    draft.indicator(
        "Korttidssjukfrånvaro",
        "2,4 | 2,7 | 2,0 | *** | Minska",
        sick,
        "indikator",
        direction="lägre är bättre",
        note=footnote,
    )
    draft.indicator(
        "Styrningsindex",
        "68 | 66 | Öka",
        "utfall 2017 totalt | utfall 2018 totalt | mål 2019 totalt",
        "indikator",
    )
    draft.amount("Anslaget för politisk kommunledning", "38,2 mnkr", "anslag", "2019")
    draft.amount("Anslaget för kommungemensamt", "160,5 mnkr", "anslag", "2019")
    draft.amount("Besparingarna", "12,7 mnkr", "besparing", "2019")
    return draft.extraction()
