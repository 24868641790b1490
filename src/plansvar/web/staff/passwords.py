"""Passwords are kept as scrypt hashes only.

`python -m plansvar.web.staff` asks for a password and prints the line for plansvar.toml."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

COST, BLOCK, LANES = 2**14, 8, 1
NAME = "scrypt"


def hashed(password: str) -> str:
    salt = secrets.token_bytes(16)
    return ":".join((NAME, _text(salt), _text(_key(password, salt))))


def matches(password: str, kept: str) -> bool:
    """Whether `password` is the one behind `kept`; never where `kept` is no hash."""
    try:
        name, salt, key = kept.split(":")
        expected = base64.b64decode(key, validate=True)
        found = _key(password, base64.b64decode(salt, validate=True))
    except ValueError:
        return False
    return name == NAME and hmac.compare_digest(found, expected)


def _key(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()
