"""Gradio's theme: system fonts and the page's own colours, so that nothing is fetched."""

from __future__ import annotations

from typing import Any

import gradio as gr

FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
MONO = ("ui-monospace", "Consolas", "monospace")


def theme() -> Any:
    made = gr.themes.Base(font=list(FONTS), font_mono=list(MONO))
    return made.set(
        body_background_fill="var(--page)",
        body_background_fill_dark="var(--page)",
        body_text_color="var(--ink)",
        body_text_color_dark="var(--ink)",
        input_background_fill="var(--paper)",
        input_background_fill_dark="var(--paper)",
        input_border_color="var(--edge)",
        input_border_color_dark="var(--edge)",
        button_primary_background_fill="var(--accent)",
        button_primary_background_fill_dark="var(--accent)",
        button_primary_text_color="var(--on-accent)",
        button_primary_text_color_dark="var(--on-accent)",
    )
