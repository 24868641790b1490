"""Adding and removing documents in the page, behind a login."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import web_fakes
from starlette.testclient import TestClient

from plansvar.errors import ArgumentError
from plansvar.pipeline import BuildReport, Progress
from plansvar.settings import Settings
from plansvar.web.desk import desk_for
from plansvar.web.serving import build_application
from plansvar.web.staff.folder import Folder
from plansvar.web.staff.passwords import hashed, matches
from plansvar.web.staff.sessions import Sessions
from plansvar.web.staff.work import Work

pytestmark = pytest.mark.slow

PASSWORD = "hemligt på badhuset"
REPORT = "# Hamnviks kommun delårsrapport 2019\n\nBadhuset fick nytt tak.\n"


@pytest.fixture(scope="module")
def kept() -> str:
    return hashed(PASSWORD)


@pytest.fixture
def settings(tmp_path: Path, kept: str) -> Settings:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "gammal.md").write_text(REPORT, "utf-8")
    return Settings(
        index=str(tmp_path / "index"),
        documents=str(folder),
        engine="none",
        workers=1,
        staff_password=kept,
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with TestClient(build_application(desk_for(settings), settings)) as made:
        yield made


def log_in(client: TestClient) -> None:
    shown = client.post("/plansvar/staff-login", data={"password": PASSWORD})
    assert "gammal.md" in shown.text


def until_built(client: TestClient) -> str:
    for _ in range(200):
        html = client.get("/plansvar/staff").text
        if "Klart:" in html:
            return html
        time.sleep(0.1)
    raise AssertionError(html)


def test_a_hash_opens_for_its_password_only(kept: str) -> None:
    assert PASSWORD not in kept
    assert matches(PASSWORD, kept)
    assert not matches("annat", kept)
    assert not matches("", "")
    assert not matches(PASSWORD, PASSWORD)
    assert hashed(PASSWORD) != kept


def test_too_many_tries_close_the_door_for_a_while(kept: str) -> None:
    now = [0.0]
    sessions = Sessions(kept, clock=lambda: now[0])
    for _ in range(5):
        assert sessions.open("fel") is None
    assert sessions.open(PASSWORD) is None
    now[0] = 61.0
    token = sessions.open(PASSWORD)
    assert sessions.holds(token)
    now[0] = 9 * 3600.0
    assert not sessions.holds(token)


@pytest.mark.parametrize("path", ["staff-add", "staff-remove"])
def test_nothing_is_done_without_a_login(client: TestClient, settings: Settings, path: str) -> None:
    files = {"file": ("ny.md", io.BytesIO(b"# Ny"))}
    assert client.post(f"/plansvar/{path}", files=files).status_code == 403
    answer = client.post(f"/plansvar/{path}", data={"name": "gammal.md"})
    assert answer.status_code == 403
    assert "gammal.md" not in answer.text
    assert [p.name for p in Path(settings.documents).iterdir()] == ["gammal.md"]


def test_a_document_is_added_read_and_can_be_asked_and_removed(
    client: TestClient, settings: Settings
) -> None:
    log_in(client)
    files = {"file": ("../ny rapport.md", io.BytesIO(REPORT.replace("tak", "golv").encode()))}
    assert client.post("/plansvar/staff-add", files=files).status_code == 200
    assert "Klart: 2 dokument i indexet" in until_built(client)
    assert "ny rapport.md" in client.get("/plansvar/documents").text
    client.post("/plansvar/staff-remove", data={"name": "gammal.md"})
    assert "Klart: 1 dokument i indexet" in until_built(client)
    assert [p.name for p in Path(settings.documents).iterdir()] == ["ny rapport.md"]


def test_removing_the_last_document_empties_the_index(client: TestClient) -> None:
    log_in(client)
    files = {"file": ("ny.md", io.BytesIO(REPORT.encode()))}
    client.post("/plansvar/staff-add", files=files)
    assert "Klart: 2 dokument" in until_built(client)
    client.post("/plansvar/staff-remove", data={"name": "gammal.md"})
    until_built(client)
    client.post("/plansvar/staff-remove", data={"name": "ny.md"})
    assert "Klart: 0 dokument" in until_built(client)
    assert "ny.md" not in client.get("/plansvar/documents").text
    assert client.get("/plansvar/start").status_code == 200


def test_files_that_could_not_be_read_are_listed_with_why(client: TestClient) -> None:
    log_in(client)
    files = {"file": ("trasig.pdf", io.BytesIO(b"%PDF-1.7 trasig"))}
    client.post("/plansvar/staff-add", files=files)
    until_built(client)
    shown = client.get("/plansvar/documents").text
    assert "Filer som inte är med" in shown
    assert "trasig.pdf</strong>: " in shown


def test_a_proxys_header_opens_only_where_the_settings_name_it(settings: Settings) -> None:
    trusting = replace(settings, staff_password="", staff_header="X-Remote-User")
    said = {"X-Remote-User": "anna"}
    with TestClient(build_application(desk_for(trusting), trusting)) as client:
        assert "gammal.md" in client.get("/plansvar/staff", headers=said).text
        assert "gammal.md" not in client.get("/plansvar/staff").text
        assert "gammal.md" not in client.get("/plansvar/staff", headers={"X-Remote-User": ""}).text
    with TestClient(build_application(desk_for(settings), settings)) as client:
        assert "gammal.md" not in client.get("/plansvar/staff", headers=said).text


def test_after_logging_out_the_door_is_closed(client: TestClient) -> None:
    log_in(client)
    assert "gammal.md" not in client.post("/plansvar/staff-logout").text
    assert "gammal.md" not in client.get("/plansvar/staff").text


def test_without_a_password_the_page_is_off_and_in_public_there_is_none(tmp_path: Path) -> None:
    settings = Settings(documents=str(tmp_path))
    with TestClient(build_application(web_fakes.desk(), settings)) as client:
        assert "avstängd" in client.get("/plansvar/staff").text
        answer = client.post("/plansvar/staff-login", data={"password": ""})
        assert answer.status_code == 403
    with TestClient(build_application(web_fakes.desk(), settings, public=True)) as client:
        assert client.get("/plansvar/staff").status_code == 404
        assert "plansvar/staff" not in client.get("/plansvar/documents").text


@pytest.mark.parametrize("name", ["", ".dold.md", "..", "program.exe", "ingen", "a/\n.md"])
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArgumentError):
        Folder(tmp_path).add(name, io.BytesIO(b"x"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_and_nothing_outside_removed(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "documents")
    (tmp_path / "annan.md").write_text("kvar", "utf-8")
    assert folder.add("..\\..\\a.md", io.BytesIO(b"ett")) == "a.md"
    with pytest.raises(ArgumentError, match="finns redan"):
        folder.add("a.md", io.BytesIO(b"annat"))
    with pytest.raises(ArgumentError):
        folder.remove("../annan.md")
    assert (tmp_path / "annan.md").read_text("utf-8") == "kvar"
    assert (folder.path / "a.md").read_bytes() == b"ett"


def test_a_failed_indexing_is_told_in_one_line() -> None:
    def broken(progress: Progress) -> BuildReport:
        progress.begin("reading", 3)
        raise ArgumentError("Disken är full.")

    work = Work(broken)
    work.start()
    for _ in range(100):
        if not work.state.running:
            break
        time.sleep(0.02)
    assert work.state.lines == ("Disken är full.",)
