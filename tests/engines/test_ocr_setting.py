"""OCR is off until asked for, and one clear line says what is wrong."""

from __future__ import annotations

import pytest

from plansvar.engines.ocr import is_installed, wants_ocr
from plansvar.errors import ArgumentError
from plansvar.settings import Settings, load_settings


def test_off_by_default() -> None:
    assert not wants_ocr(Settings())


def test_the_environment_turns_it_on() -> None:
    assert load_settings(environment={"PLANSVAR_OCR": "on"}).ocr == "on"


def test_another_value_is_refused() -> None:
    with pytest.raises(ArgumentError, match="ja"):
        wants_ocr(Settings(ocr="ja"))


@pytest.mark.skipif(is_installed(), reason="the extra ocr is installed")
def test_a_missing_extra_is_one_line_with_what_to_run() -> None:
    with pytest.raises(ArgumentError, match=r"pip install plansvar\[ocr\]") as error:
        wants_ocr(Settings(ocr="on"))
    assert "\n" not in str(error.value)


@pytest.mark.skipif(not is_installed(), reason="the extra ocr is not installed")
def test_an_installed_extra_is_used() -> None:
    assert wants_ocr(Settings(ocr="on"))
