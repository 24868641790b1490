"""Running text with what it says of the facts filled in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ekvalla.facts import HOME, facts

_FIELD = re.compile(r"\{(\w+)(?: ([\wåäö]+))?\}")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text: h1, h2, h3, p, li, or the name of something built from facts."""

    kind: str
    text: str
    caption: str = ""


@cache
def _prose() -> dict[str, dict[str, str]]:
    return tomllib.loads((HOME / "prose.toml").read_text("utf-8"))


def blocks(document: str, report: str) -> Iterator[Block]:
    """The blocks of a document; `report` is whose assessments its text speaks of."""
    for line in _prose()[document]["text"].strip().splitlines():
        yield _block(_filled(line, report))


def _block(line: str) -> Block:
    heading = re.match(r"(#+) (.*)", line)
    if heading:
        return Block(f"h{len(heading.group(1))}", heading.group(2))
    if line.startswith("- "):
        return Block("li", line[2:])
    if line.startswith("@"):
        name, _, rest = line[1:].partition(" ")
        text, _, caption = rest.partition(" | ")
        return Block(name, text, caption)
    return Block("p", line)


def _filled(line: str, report: str) -> str:
    return _FIELD.sub(lambda found: _value(found.group(1), found.group(2), report), line)


def _value(what: str, colour: str, report: str) -> str:
    if what == "antal_alla":
        return str(len(facts().goals))
    goals = facts().named(report, colour)
    if what == "antal":
        return str(len(goals))
    names = [goal.data["kort"] for goal in goals]
    return ", ".join(names[:-1]) + " och " + names[-1]
