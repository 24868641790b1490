"""The web application as a browser meets it, without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import web_fakes
from starlette.testclient import TestClient

from plansvar.domain import Claim, ClaimVerdict, DraftReport
from plansvar.settings import Settings
from plansvar.web.chat import Chat
from plansvar.web.desk import Desk, draft_sentences
from plansvar.web.mending import mended
from plansvar.web.serving import build_application

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(build_application(web_fakes.desk(), Settings())) as made:
        yield made


def test_the_page_is_swedish_names_no_other_host_and_has_a_policy(client: TestClient) -> None:
    answer = client.get("/")
    html = answer.text
    assert '<html\n\tlang="sv"' in html
    sources = re.findall(r'(?:src|href|content)="(https?:)?//([^"/]+)', html)
    assert sources == []
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert nonce is not None
    assert len(re.findall("<script", html)) == html.count(f'<script nonce="{nonce[1]}"')


def test_each_page_gets_a_nonce_of_its_own(client: TestClient) -> None:
    policies = {client.get("/").headers["content-security-policy"] for _ in range(3)}
    assert len(policies) == 3


def test_start_shows_examples_and_what_is_indexed(client: TestClient) -> None:
    html = client.get("/plansvar/start").text
    assert "vilka mål är röda?" in html
    assert web_fakes.TITLE in html


def test_a_source_is_a_fragment_for_the_page_and_a_page_for_a_link(client: TestClient) -> None:
    address = "/plansvar/source?d=hamnvik/rapport.txt&s=0-14&p=1"
    fragment = client.get(address, headers={"X-Plansvar-Fragment": "viewer"}).text
    assert fragment.lstrip().startswith("<div")
    assert client.get(address).headers["vary"] == "X-Plansvar-Fragment"
    assert "<mark>Sammanfattning</mark>" in fragment
    whole = client.get(address).text
    assert whole.startswith("<!doctype html>")
    assert "<h2" in fragment
    assert "<h1" in whole


@pytest.mark.parametrize(
    "address",
    [
        "/plansvar/source?d=../../etc/passwd",
        "/plansvar/original?d=/etc/passwd",
        "/plansvar/original?d=hamnvik/rapport.txt",
        "/plansvar/page.png?d=hamnvik/rapport.txt&p=1",
        "/plansvar/static/../page.py",
    ],
)
def test_no_file_is_served_that_was_not_indexed(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_mending_keeps_what_gradio_needs() -> None:
    page = b'<html\n lang="en"><head><meta property="og:x" content="https://a.b"/></head>'
    page += b"<body><script>1</script><gradio-app></gradio-app></body>"
    html = mended(page, "n", "<link>", "<header>", "<main>").decode()
    assert html == (
        '<html\n lang="sv"><head><link></head><body><script nonce="n">1</script>'
        "<header><gradio-app></gradio-app><main></body>"
    )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/gradio_api/upload", 404),
        ("GET", "/gradio_api/file=/etc/passwd", 404),
        ("GET", "/gradio_api/file=pyproject.toml", 404),
        ("GET", "/gradio_api/proxy=https://example.org/", 404),
        ("GET", "/monitoring", 404),
        ("GET", "/gradio_api/vibe-code", 404),
        ("GET", "/config", 200),
    ],
)
def test_only_what_the_page_needs_is_open(
    client: TestClient, method: str, path: str, status: int
) -> None:
    assert client.request(method, path).status_code == status


def test_a_request_that_is_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/gradio_api/queue/join", content=b"x" * 300_000).status_code == 413


def test_the_prefix_of_a_proxy_that_leaves_it_is_taken_off() -> None:
    application = build_application(web_fakes.desk(), Settings(), root_path="/kommun")
    with TestClient(application) as client:
        assert client.get("/kommun/plansvar/start").status_code == 200
        assert '<base href="./"' in client.get("/kommun/").text


def test_feedback_is_kept_beside_the_index_and_never_in_public(tmp_path: Path) -> None:
    settings = Settings(index=str(tmp_path))
    given = {"verdict": "wrong", "question": "vad?", "answer": "sju"}
    with TestClient(build_application(web_fakes.desk(), settings)) as client:
        assert client.post("/plansvar/feedback", json=given).status_code == 204
        assert client.post("/plansvar/feedback", json={"verdict": "x"}).status_code == 400
        other = {"sec-fetch-site": "cross-site"}
        assert client.post("/plansvar/feedback", json=given, headers=other).status_code == 403
    (line,) = (tmp_path / "feedback.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line).items() >= given.items()
    with TestClient(build_application(web_fakes.desk(), settings, public=True)) as client:
        assert client.post("/plansvar/feedback", json=given).status_code in (404, 405)
        assert "feedback.jsonl" not in client.get("/plansvar/about").text


def test_buttons_to_judge_an_answer_are_for_staff() -> None:
    html = Chat(web_fakes.desk(), feedback=True).answered("vad?", None)[0]["html"]
    assert "Stämmer svaret?" in html
    assert "Stämmer svaret?" not in Chat(web_fakes.desk()).answered("vad?", None)[0]["html"]


def test_a_draft_is_shown_sentence_by_sentence_with_its_sources() -> None:
    opened = web_fakes.desk().opened()
    claim = Claim("Nöjda är 72 %. <b>", ClaimVerdict.DEVIATES, (2,), ("72",), ("utfall: 71",))
    report = DraftReport((claim,), web_fakes.citations(web_fakes.document()))
    desk = Desk(lambda: replace(opened, judge=lambda _: report), lambda: 1)
    with TestClient(build_application(desk, Settings())) as client:
        html = client.post("/plansvar/check", data={"draft": "Nöjda är 72 %."}).text
        assert "stämmer inte" in html
        assert "Dokumentet skriver: utfall: 71" in html
        assert "&lt;b&gt;" in html
        assert 'href="plansvar/source?d=hamnvik' in html
        assert "Skriv eller klistra in" in client.post("/plansvar/check", data={}).text
        too_long = client.post("/plansvar/check", data={"draft": "a" * 30_000}).text
        assert "30000 tecken lång" in too_long


def test_a_typed_text_becomes_sentences() -> None:
    draft = "Nöjda är 71 %. Målet är 80 %.\n\nRubrik\nSlut."
    assert draft_sentences(draft) == ["Nöjda är 71 %.", "Målet är 80 %.", "Rubrik", "Slut."]
