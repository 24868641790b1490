"""Prints the line for plansvar.toml that turns the staff's page on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from getpass import getpass

from plansvar.texts import text
from plansvar.web.staff.passwords import hashed


def main(ask: Callable[[str], str] = getpass) -> int:
    try:
        chosen = ask(text("staff.choose_password"))
    except (EOFError, KeyboardInterrupt):
        chosen = ""
    if not chosen:
        print(text("staff.no_password"), file=sys.stderr)
        return 2
    print(f'staff_password = "{hashed(chosen)}"')
    return 0


if __name__ == "__main__":
    sys.exit(main())
