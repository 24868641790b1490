"""Labels in running text: what says what the sentences behind it are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_verb

KEPT = 4096  # paragraphs that are kept, as each question reads the same ones
LABEL = 5  # words; shorter pieces without a verb are labels


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of one paragraph that stand behind the same label; no label where none opens
    them."""

    label: Span | None
    told: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The label and what stands behind it."""
        start = self.label.start if self.label else self.told[0].start
        return Span(min(start, self.told[0].start), self.told[-1].end)


def names_in(library: Library, path: str) -> frozenset[str]:
    """What the rows of a document are called: a sentence that says just that is a label."""
    indicators = [row for row in library.indicators() if row.place.document_id == path]
    names = [name for r in indicators for name in (r.name, *(label.text for label in r.also))]
    return frozenset(fold(name) for name in names)


def stretches(document: Document, number: int, names: Collection[str] = ()) -> tuple[Stretch, ...]:
    """The sentences of a paragraph by the labels that open them ("Trygg hemtjänst. …"); those
    before the first label stand behind the line of its own right before the paragraph. `names`
    are those of rows, which may have verbs ("Fler vågar starta eget. …")."""
    block = document.blocks[number]
    before = document.blocks[number - 1] if number else block
    lines = before is not block and {before.kind, block.kind} == {BlockKind.PARAGRAPH}
    return _stretches(document.text, block.span, before.span if lines else None, frozenset(names))


@lru_cache(maxsize=KEPT)
def _stretches(
    text: str, span: Span, before: Span | None, names: frozenset[str]
) -> tuple[Stretch, ...]:
    """The stretches of the paragraph in `span`; `before` is the paragraph right before it."""
    told = sentences(text, span)
    opens: list[int] = []
    for n in range(len(told)):
        if _opens(text, told, n, names) and n - 1 not in opens:
            opens.append(n)
    above = before if before and _is_line(_quote(text, before), _quote(text, span)) else None
    found = []
    for begin, end in zip([-1, *opens], [*opens, len(told)], strict=True):
        behind = told[begin + 1 : end]
        if behind:
            found.append(Stretch(told[begin] if begin >= 0 else above, behind))
    return tuple(found)


def label_of(document: Document, number: int, position: int | None = None) -> Span | None:
    """What says what is told at `position` of a paragraph (its beginning where none is given)."""
    found = stretches(document, number)
    if position is None:
        return found[0].label if found else None
    held = (each for each in found if each.span.start <= position < each.span.end)
    return next((each.label for each in held), None)


def _opens(text: str, told: Sequence[Span], n: int, names: Collection[str]) -> bool:
    """Whether a sentence is a label of those behind it: the name of a row, or short and without a
    verb."""
    if n + 1 == len(told):
        return False
    said = _quote(text, told[n])
    if said.endswith((":", "!", "?")):
        return False
    return fold(said).rstrip(" .") in names or _is_short(said)


def _is_short(said: str) -> bool:
    told = words(said)
    if any(word.isdigit() for word in told):
        return False
    return 0 < len(told) <= LABEL and not any(map(is_verb, told))


def _is_line(before: str, text: str) -> bool:
    """Whether a paragraph is a line of its own that stands as a heading right before another."""
    told = words(before)
    plain = before[-1:].isalpha() and not any(map(is_verb, told))
    return plain and 0 < len(told) <= LABEL and len(words(text)) > LABEL


def _quote(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
