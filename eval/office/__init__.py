"""Office files and web pages of our own whose marks are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eval.office import pages, sheets, slides, word_drawn, word_text
from eval.office.truth import Row

MAKERS: dict[str, Callable[[Path], list[Row]]] = {
    "word_shaded.docx": word_text.word_shaded,
    "word_themed.docx": word_text.word_themed,
    "word_digits.docx": word_text.word_digits,
    "word_discs.docx": word_text.word_discs,
    "word_smileys.docx": word_text.word_smileys,
    "word_money.docx": word_text.word_money,
    "word_forms.docx": word_text.word_forms,
    "word_pictures.docx": word_drawn.word_pictures,
    "word_lights.docx": word_drawn.word_lights,
    "word_sprites.docx": word_drawn.word_sprites,
    "word_shapes.docx": word_drawn.word_shapes,
    "word_vml.docx": word_drawn.word_vml,
    "sheet_filled.xlsx": sheets.sheet_filled,
    "sheet_compared.xlsx": sheets.sheet_compared,
    "sheet_limits.xlsx": sheets.sheet_limits,
    "sheet_icons.xlsx": sheets.sheet_icons,
    "sheet_reversed.xlsx": sheets.sheet_reversed,
    "sheet_rich.xlsx": sheets.sheet_rich,
    "sheet_pictures.xlsx": sheets.sheet_pictures,
    "slide_filled.pptx": slides.slide_filled,
    "slide_shapes.pptx": slides.slide_shapes,
    "slide_pictures.pptx": slides.slide_pictures,
    "page_classes.html": pages.page_classes,
    "page_pictures.html": pages.page_pictures,
    "page_vectors.html": pages.page_vectors,
    "page_icons.html": pages.page_icons,
}
