"""Prints the line for plansvar.toml that turns the staff's page on."""

from __future__ import annotations

from getpass import getpass

from plansvar.texts import text
from plansvar.web.staff.passwords import hashed

if __name__ == "__main__":
    print(f'staff_password = "{hashed(getpass(text("staff.choose_password")))}"')
