"""What every engine does to a text before its tokenizer sees it."""

from __future__ import annotations

# More than 512 tokens ever cover (the longest piece has 16 characters), with a margin for marks
# that normalisation joins; a longer text would cost time and change nothing.
MOST_CHARACTERS = 20_000


def clean(text: str) -> str:
    """The text with runs of white space as one, lone surrogates replaced and a bounded length."""
    shortened = " ".join(text.split())[:MOST_CHARACTERS]
    # The way through UTF-16 also joins surrogates that are a pair.
    return shortened.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
