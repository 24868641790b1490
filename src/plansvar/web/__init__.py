"""The Gradio page: wiring only, pure rendering beside it."""
