"""The command that makes the staff's password."""

import pytest

from plansvar.web.staff.__main__ import main


def _closed(_: str) -> str:
    raise EOFError


def test_a_password_becomes_a_line_for_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(lambda _: "hemligt nog") == 0
    out = capsys.readouterr().out
    assert out.startswith('staff_password = "')
    assert "hemligt" not in out


@pytest.mark.parametrize("ask", [_closed, lambda _: ""])
def test_none_given_is_one_line(ask: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ask) == 2  # type: ignore[arg-type]
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
