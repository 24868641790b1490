"""Finding, checking and unpacking the weights, and what is said when that fails."""

from __future__ import annotations

import json
import multiprocessing
import os
import struct
from pathlib import Path

import numpy as np
import pytest

import plansvar.engines.packed as packed_module
from plansvar.engines.folder import GRAPH, TENSORS, TOKENIZER, _place, model_folder, unpacked_model
from plansvar.engines.onnx_encoder import OnnxEncoder
from plansvar.engines.packed import BLOCK, DIGEST, Entry, PackedModel, Shape, read_packed
from plansvar.engines.transformers_files import write_tensors
from plansvar.errors import MissingWeights
from plansvar.settings import Settings

pytestmark = pytest.mark.slow


def test_blocks_are_unpacked_low_halves_first() -> None:
    codes = np.arange(16, dtype=np.uint8) | (np.arange(15, -1, -1, dtype=np.uint8) << 4)
    data = np.array([(0.5, codes)], BLOCK).tobytes()
    model = PackedModel(Shape(4, 1, 1, 4, 8, 1), (), 0, data, {"t": Entry(True, 0, len(data))})
    expected = [(code - 8) / 2 for code in (*range(16), *range(15, -1, -1))]
    assert model.tensor("t", 8, 4).flatten().tolist() == expected


def test_a_file_with_other_content_is_refused(packed_file: Path, tmp_path: Path) -> None:
    data = bytearray(packed_file.read_bytes())
    data[-1] ^= 1
    changed = tmp_path / "e5-small-q4.bin"
    changed.write_bytes(data)
    with pytest.raises(MissingWeights, match="force-reinstall"):
        read_packed(changed)


def test_a_file_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(MissingWeights) as caught:
        read_packed(tmp_path / "none.bin")
    assert "\n" not in str(caught.value)


def test_without_the_package_the_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed_module, "PACKAGE", "no-such-package-for-plansvar")
    with pytest.raises(MissingWeights, match="no-such-package-for-plansvar") as caught:
        unpacked_model(Settings(model_folder=str(tmp_path)))
    assert str(model_folder(Settings(model_folder=str(tmp_path)))) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_an_unpacked_model_needs_no_package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_module, "PACKAGE", "no-such-package-for-plansvar")
    assert unpacked_model(Settings()) == folder


def test_a_folder_that_cannot_be_written_is_one_clear_line(
    packed_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(MissingWeights, match="model_folder"):
        unpacked_model(Settings(model_folder=str(tmp_path / "file")))


def test_what_a_killed_process_left_is_swept_and_what_another_writes_is_not(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / ".target-1-a", tmp_path / ".target-2-b"
    for path in (old, new):
        path.mkdir()
        (path / "part").write_text("x")
    os.utime(old, (0, 0))
    _place(tmp_path / "target", lambda path: path.mkdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == [".target-2-b", "target"]


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def write(path: Path) -> None:
        path.mkdir()
        raise OSError("disk full")

    with pytest.raises(MissingWeights, match="disk full"):
        _place(tmp_path / "target", write)
    assert list(tmp_path.iterdir()) == []


def test_loading_settings_creates_no_folder(tmp_path: Path) -> None:
    model_folder(Settings(model_folder=str(tmp_path / "models")))
    assert list(tmp_path.iterdir()) == []


def test_the_float_weights_are_not_made_by_default(packed_file: Path, tmp_path: Path) -> None:
    folder = unpacked_model(Settings(model_folder=str(tmp_path)))
    assert not (folder / TENSORS).exists()
    assert sum(path.stat().st_size for path in folder.rglob("*")) < 140_000_000


def test_two_unpackings_at_once_leave_one_whole_folder(packed_file: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_unpack, args=(str(tmp_path),)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    folder = model_folder(Settings(model_folder=str(tmp_path)))
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    assert OnnxEncoder(folder, threads=1).encode_query("mål").shape == (384,)


def _unpack(folder: str) -> None:
    os.environ["OMP_NUM_THREADS"] = "1"
    unpacked_model(Settings(model_folder=folder))


def test_safetensors_hold_every_weight_once_and_in_order(
    packed: PackedModel, tmp_path: Path
) -> None:
    path = tmp_path / TENSORS
    write_tensors(packed, path)
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    assert header.pop("__metadata__") == {"format": "pt"}
    # 197 tensors in the package, and the two of the pooler that is not used.
    assert len(header) == 199
    ends = [entry["data_offsets"] for entry in header.values()]
    assert [begin for begin, _ in ends] == [0, *(end for _, end in ends[:-1])]
    assert path.stat().st_size == 8 + length + ends[-1][1]
    entry = header["encoder.layer.11.output.dense.bias"]
    values = np.fromfile(path, "<f4", 384, offset=8 + length + entry["data_offsets"][0])
    assert np.array_equal(values, packed.tensor("l11.fo.b", 384))


def test_the_folder_describes_the_model_to_others(folder: Path) -> None:
    assert {GRAPH, TOKENIZER, "config.json", "modules.json"} <= set(os.listdir(folder))
    assert DIGEST[:8] in folder.name
    prompts = json.loads((folder / "config_sentence_transformers.json").read_text())["prompts"]
    assert prompts == {"query": "query: ", "passage": "passage: "}
