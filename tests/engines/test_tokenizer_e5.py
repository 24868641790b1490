"""The tokenizer against what is known of the model's own."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from plansvar.engines.folder import TOKENIZER
from plansvar.engines.packed import PackedModel, _Cursor
from plansvar.engines.tokenizer import build_tokenizer


@pytest.fixture(scope="session")
def tokenizer(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / TOKENIZER))


def _printed_rules(data: bytes) -> dict[str, str]:
    """The normalisation table that lies in the weights file, character → replacement."""
    cursor = _Cursor(data)
    cursor.take("I7i fi")
    count, *_ = cursor.take("5i")
    (length,) = cursor.take("Q")
    cursor.bytes(8 * count + 4 + length)
    rules, size = cursor.take("iI")
    table, place = cursor.bytes(size), 0
    found = {}
    for _ in range(rules):
        code, number = struct.unpack_from("<IB", table, place)
        found[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{number}I", table, place + 5)))
        place += 5 + 4 * number
    return found


def test_normaliser_equals_every_rule_of_the_model(
    packed: PackedModel, tokenizer: Tokenizer
) -> None:
    rules = {
        character: wanted
        for character, wanted in _printed_rules(packed.data).items()
        if not "\ud800" <= character <= "\udfff"
    }
    differing = {
        character: wanted
        for character, wanted in rules.items()
        if tokenizer.normalizer.normalize_str(character) != wanted
    }
    assert len(rules) > 4000
    assert differing == {}


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("ﬁnansiering", "finansiering"),
        ("12\u00a0000", "12 000"),
        ("mål  och\tmedel\n", "mål och medel"),
        ("  mål", "mål"),
        ("a\u030angest", "ångest"),
        ("m²", "m2"),
        ("½", "1⁄2"),
    ],
)
def test_spellings_of_the_same_text_give_the_same_tokens(
    tokenizer: Tokenizer, written: str, same_as: str
) -> None:
    assert tokenizer.encode(written).ids == tokenizer.encode(same_as).ids


def test_text_stands_between_begin_and_end(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("").tokens == ["<s>", "</s>"]
    tokens = tokenizer.encode("passage: Kommunens mål").tokens
    assert (tokens[0], tokens[-1]) == ("<s>", "</s>")
    assert "".join(tokens[1:-1]) == "▁passage:▁Kommunens▁mål"


def test_numbers_of_control_words(tokenizer: Tokenizer) -> None:
    words = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
    assert [tokenizer.token_to_id(word) for word in words] == [0, 1, 2, 3, 250001]


def test_saved_tokenizer_equals_the_built_one(packed: PackedModel, tokenizer: Tokenizer) -> None:
    text = "Nämnden redovisar 3,4 mnkr (41 %) – ”bättre” än 2017!"
    assert build_tokenizer(packed).encode(text).ids == tokenizer.encode(text).ids
    assert 3 not in tokenizer.encode(text).ids
