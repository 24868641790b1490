"""The Gradio page: what stands where, and which event does what."""

from __future__ import annotations

import uuid
from typing import Any

import gradio as gr

from plansvar.asking.conversation import Conversation
from plansvar.errors import PlansvarError
from plansvar.interchange.contract import documents_by_id
from plansvar.texts import text
from plansvar.web.desk import Desk
from plansvar.web.interfaces import add_interfaces, visitor_of
from plansvar.web.limits import Limits
from plansvar.web.rendering.answers import render_problem, render_turn, spoken
from plansvar.web.rendering.templates import render
from plansvar.web.telling import failure_line

Turn = dict[str, str]

# The log's markup never changes for Gradio; new turns are added to it by static/chat.js.
_HAND_OVER = """
watch('value', () => document.dispatchEvent(
    new CustomEvent('plansvar:turn', {detail: props.value})));
"""
_CLEARED: Turn = {"cleared": "yes"}


def build_page(desk: Desk, limits: Limits | None = None) -> Any:
    """The chat with its source viewer; the other views are fetched beside it."""
    limits = limits or Limits()
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
            made, after = answered(desk, limits, asked, before, visitor_of(request))
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
        add_interfaces(desk, limits)
    return page


def _markup(template: str) -> gr.HTML:
    """A piece of the page that Gradio neither styles nor changes."""
    return gr.HTML(
        str(render(template)), js_on_load=None, elem_id=template, apply_default_css=False
    )


def answered(
    desk: Desk, limits: Limits, question: str, before: Conversation | None, visitor: str = ""
) -> tuple[Turn, Conversation | None]:
    """The next turn as HTML, and the conversation after it (as before where nothing came of it)."""
    name = f"t{uuid.uuid4().hex[:12]}"
    try:
        answer, after = desk.ask(limits.checked(question, visitor), before)
        documents = documents_by_id(desk.opened().library.documents())
        html = render_turn(answer, documents, name)
    except Exception as error:
        line = failure_line(error)
        asked = " ".join(question.split())[:200]
        if isinstance(error, PlansvarError) and not asked:
            return {"problem": line, "spoken": line, "id": name}, before
        return {"html": str(render_problem(asked, line, name)), "spoken": line, "id": name}, before
    return {"html": str(html), "spoken": spoken(answer), "id": name}, after
