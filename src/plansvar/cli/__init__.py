"""The command line: `plansvar index`, `plansvar ask` and the rest."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from plansvar.errors import PlansvarError
from plansvar.texts import text

INTERRUPTED = 130
FAILED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Every failure is one line on stderr."""
    _speak_utf8()
    try:
        return _run(sys.argv[1:] if argv is None else list(argv))
    except PlansvarError as error:
        _complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        _forget_output()
        return 0
    except KeyboardInterrupt:
        _complain(text("cli.interrupted"))
        return INTERRUPTED
    except Exception as error:
        # A bug; who looks for it sets PLANSVAR_DEBUG and gets the traceback.
        if os.environ.get("PLANSVAR_DEBUG"):
            raise
        _complain(text("cli.unexpected", kind=type(error).__name__, why=_one_line(error)))
        return FAILED


def _run(argv: list[str]) -> int:
    from plansvar.cli.arguments import parse
    from plansvar.cli.commands import run

    code = run(parse(argv))
    sys.stdout.flush()
    return code


def _complain(line: str) -> None:
    print(_one_line(line), file=sys.stderr)


def _one_line(given: object) -> str:
    return " ".join(str(given).split())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _forget_output() -> None:
    """Whoever read the output has gone: keep Python from complaining at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(devnull)
