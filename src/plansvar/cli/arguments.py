"""What the command line takes. A wrong argument is an ArgumentError of one line in Swedish."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from plansvar.errors import ArgumentError
from plansvar.texts import text

ROW_KINDS = ("indicators", "commitments", "amounts")
FORMATS = ("json", "csv", "xlsx")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The command and what was given to it; null where nothing was given."""

    command: str
    paths: tuple[str, ...] = ()
    index: str | None = None
    question: str | None = None
    history: Path | None = None
    batch: Path | None = None
    as_json: bool = False
    format: str = "json"
    output: Path | None = None
    pages: Path | None = None
    host: str | None = None
    port: int | None = None
    public: bool = False
    root_path: str | None = None
    ocr: bool = False


def parse(argv: Sequence[str]) -> Arguments:
    """The arguments. Raises ArgumentError; `--help` prints and ends the program."""
    parser, commands = _build()
    _require_command(argv, tuple(commands))
    known, unknown = parser.parse_known_args(list(argv))
    if unknown:
        raise ArgumentError(
            text(
                "cli.arguments.unknown",
                given=unknown[0],
                command=known.command,
                options=", ".join(_options(commands[known.command])),
            )
        )
    values = {key: value for key, value in vars(known).items() if value is not None}
    if "paths" in values:
        values["paths"] = tuple(values["paths"])
    if "words" in values:
        words = values.pop("words")
        values["question"] = " ".join(words) if words else None
    return _checked(Arguments(**values))


class _Parser(argparse.ArgumentParser):
    """argparse with Swedish help; its own errors become ArgumentError."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self._optionals.title = text("cli.help.options")
        self._positionals.title = text("cli.help.positionals")
        self.add_argument("-h", "--help", action="help", help=text("cli.help.help"))

    def error(self, message: str) -> NoReturn:
        named = re.match(r"argument (?P<name>[^:]+):", message)
        key = (
            "cli.arguments.needs_value"
            if named and "expected" in message
            else ("cli.arguments.takes_no_value" if named else "cli.arguments.wrong")
        )
        name = named["name"] if named else message
        raise ArgumentError(text(key, name=name, program=self.prog))


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix or text("cli.help.usage"))


def _build() -> tuple[_Parser, dict[str, _Parser]]:
    parser = _Parser("plansvar", text("cli.help.plansvar"))
    group = parser.add_subparsers(dest="command", metavar="", title=text("cli.help.commands"))
    commands: dict[str, _Parser] = {}
    for name, fill in _COMMANDS.items():
        summary = text(f"cli.help.{name}")
        command = group.add_parser(name, help=summary, prog=f"plansvar {name}", description=summary)
        fill(command)
        commands[name] = command
    return parser, commands


def _index(parser: _Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar=text("cli.help.path_name"))
    _index_folder(parser)
    parser.add_argument("--ocr", action="store_true", help=text("cli.help.ocr"))


def _ask(parser: _Parser) -> None:
    parser.add_argument("words", nargs="*", metavar=text("cli.help.question_name"))
    _index_folder(parser)
    parser.add_argument(
        "--history", type=Path, metavar=text("cli.help.file_name"), help=text("cli.help.history")
    )
    parser.add_argument(
        "--batch", type=Path, metavar=text("cli.help.file_name"), help=text("cli.help.batch")
    )
    _json_flag(parser)


def _rows(parser: _Parser) -> None:
    _index_folder(parser)
    _format(parser, FORMATS)
    parser.add_argument(
        "--output", type=Path, metavar=text("cli.help.file_name"), help=text("cli.help.output")
    )


def _conflicts(parser: _Parser) -> None:
    _index_folder(parser)
    _format(parser, ("json",))


def _inspect(parser: _Parser) -> None:
    _index_folder(parser)
    _json_flag(parser)
    parser.add_argument(
        "--pages", type=Path, metavar=text("cli.help.folder_name"), help=text("cli.help.pages")
    )


def _check(parser: _Parser) -> None:
    parser.add_argument("paths", nargs="*", metavar=text("cli.help.file_name"))
    _index_folder(parser)
    _json_flag(parser)


def _serve(parser: _Parser) -> None:
    _index_folder(parser)
    parser.add_argument("--host", metavar=text("cli.help.address_name"), help=text("cli.help.host"))
    parser.add_argument(
        "--port", type=_port, metavar=text("cli.help.port_name"), help=text("cli.help.port")
    )
    parser.add_argument("--public", action="store_true", help=text("cli.help.public"))
    parser.add_argument(
        "--root-path",
        type=_root_path,
        metavar=text("cli.help.prefix_name"),
        help=text("cli.help.root_path"),
    )


_COMMANDS: dict[str, Callable[[_Parser], None]] = {
    "index": _index,
    "ask": _ask,
    "indicators": _rows,
    "commitments": _rows,
    "amounts": _rows,
    "conflicts": _conflicts,
    "inspect": _inspect,
    "check": _check,
    "serve": _serve,
}


def _index_folder(parser: _Parser) -> None:
    parser.add_argument(
        "--index", metavar=text("cli.help.folder_name"), help=text("cli.help.index_folder")
    )


def _json_flag(parser: _Parser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help=text("cli.help.json"))


def _format(parser: _Parser, formats: tuple[str, ...]) -> None:
    def known(given: str) -> str:
        if given.lower() not in formats:
            possible = ", ".join(formats)
            raise ArgumentError(text("cli.arguments.format", given=given, possible=possible))
        return given.lower()

    parser.add_argument(
        "--format", type=known, metavar="/".join(formats), help=text("cli.help.format")
    )


def _port(given: str) -> int:
    if given.isascii() and given.isdigit() and 0 < int(given) < 65536:
        return int(given)
    raise ArgumentError(text("cli.arguments.port", given=given))


def _root_path(given: str) -> str:
    if re.fullmatch(r"(?:/[\w.~-]+)*/?", given, re.ASCII):
        return given.rstrip("/")
    raise ArgumentError(text("cli.arguments.root_path", given=given))


def _require_command(argv: Sequence[str], commands: tuple[str, ...]) -> None:
    possible = ", ".join(commands)
    if not argv:
        raise ArgumentError(text("cli.arguments.no_command", possible=possible))
    given = argv[0]
    if given in commands or given in ("-h", "--help"):
        return
    if given.startswith("-"):
        raise ArgumentError(text("cli.arguments.command_first", given=given, possible=possible))
    near = get_close_matches(given, commands, n=1)
    if near:
        raise ArgumentError(text("cli.arguments.near_command", given=given, near=near[0]))
    raise ArgumentError(text("cli.arguments.unknown_command", given=given, possible=possible))


def _options(parser: _Parser) -> list[str]:
    return [action.option_strings[-1] for action in parser._actions if action.option_strings]


def _checked(arguments: Arguments) -> Arguments:
    if arguments.command == "ask":
        if arguments.question is None and arguments.batch is None:
            raise ArgumentError(text("cli.arguments.no_question"))
        if arguments.question is not None and arguments.batch is not None:
            raise ArgumentError(text("cli.arguments.question_and_batch"))
    if arguments.command == "check" and len(arguments.paths) != 1:
        raise ArgumentError(text("cli.arguments.check_file"))
    if arguments.format == "xlsx" and arguments.output is None:
        raise ArgumentError(text("cli.arguments.xlsx_output", command=arguments.command))
    return arguments
