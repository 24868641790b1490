"""The Gradio page: what stands where, and which event does what."""

from __future__ import annotations

from typing import Any

import gradio as gr

from plansvar.asking.conversation import Conversation
from plansvar.texts import text
from plansvar.web.chat import Chat, Turn
from plansvar.web.interfaces import add_interfaces, visitor_of
from plansvar.web.rendering.templates import render

# The log's markup never changes for Gradio; new turns are added to it by static/chat.js.
_HAND_OVER = """
watch('value', () => document.dispatchEvent(
    new CustomEvent('plansvar:turn', {detail: props.value})));
"""
_CLEARED: Turn = {"cleared": "yes"}


def build_page(chat: Chat) -> Any:
    """The chat with its source viewer; the other views are fetched beside it."""
    with gr.Blocks(title=text("web.title"), analytics_enabled=False, fill_width=True) as page:
        conversation = gr.State(None)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="chat", min_width=0):
                _markup("welcome")
                turn = gr.HTML(
                    html_template=str(render("log")),
                    js_on_load=_HAND_OVER,
                    elem_id="turns",
                    apply_default_css=False,
                )
                with gr.Row(elem_id="asking"):
                    question = gr.Textbox(
                        label=text("web.chat.label"),
                        placeholder=text("web.chat.placeholder"),
                        elem_id="question",
                        lines=1,
                        max_lines=4,
                        scale=1,
                    )
                    ask = gr.Button(text("web.chat.ask"), variant="primary", elem_id="ask")
                    stop = gr.Button(text("web.chat.stop"), elem_id="stop")
                    new = gr.Button(text("web.chat.new"), elem_id="new")
            _markup("viewer")

        def answer(
            asked: str, before: Conversation | None, request: gr.Request
        ) -> tuple[Turn, Conversation | None, str]:
            made, after = chat.answered(asked, before, visitor_of(request))
            return made, after, "" if after is not before else asked

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        asking = gr.on(
            [ask.click, question.submit],
            answer,
            [question, conversation],
            [turn, conversation, question],
            concurrency_limit=8,
            **quiet,
        )
        stop.click(None, cancels=[asking], **quiet)
        new.click(lambda: (_CLEARED, None, ""), None, [turn, conversation, question], **quiet)
        add_interfaces(chat.desk, chat.limits)
    return page


def _markup(template: str) -> gr.HTML:
    """A piece of the page that Gradio neither styles nor changes."""
    return gr.HTML(
        str(render(template)), js_on_load=None, elem_id=template, apply_default_css=False
    )
