"""The Gradio page: wiring only, pure rendering beside it."""

from plansvar.web.serving import serve

__all__ = ["serve"]
