"""The named endpoints and the MCP tools, each asked by a real client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import web_fakes
from web_browsing import serving

pytestmark = pytest.mark.slow

NAMES = {"ask", "indicators", "commitments", "source"}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(web_fakes.desk(), public=True) as found:
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Any:
    gradio_client = pytest.importorskip("gradio_client")
    return gradio_client.Client(address, verbose=False)


def test_the_endpoints_are_named_typed_and_no_others_are_shown(client: Any) -> None:
    endpoints = client.view_api(return_format="dict")["named_endpoints"]
    assert {name.lstrip("/") for name in endpoints} == NAMES
    parameters = {p["parameter_name"]: p for p in endpoints["/ask"]["parameters"]}
    assert parameters["question"]["python_type"]["type"] == "str"


def test_asking_with_the_gradio_client(client: Any) -> None:
    answer = client.predict(question="vilka mål är röda?", api_name="/ask")
    assert answer["abstained"] is False
    assert [s["citations"] for s in answer["statements"]] == [[1], [2]]
    follow_up = client.predict(question="och?", earlier=["första"], api_name="/ask")
    assert "Tidigare frågor: första." in follow_up["answer"]


def test_an_empty_question_gives_the_line(client: Any) -> None:
    with pytest.raises(Exception, match="Skriv en fråga först"):
        client.predict(question=" ", api_name="/ask")


def test_rows_and_sources_with_the_gradio_client(client: Any) -> None:
    (row,) = client.predict(assessment="röd", api_name="/indicators")
    assert row["name"] == "Nöjda besökare (%)"
    assert client.predict(assessment="grön", api_name="/indicators") == []
    assert client.predict(api_name="/commitments") == []
    found = client.predict(document=row["document"], page=2, api_name="/source")
    assert "71" in found["text"]
    assert found["page"] == 2


def test_the_same_as_mcp_tools(address: str) -> None:
    pytest.importorskip("mcp")
    # In a thread of its own: a browser test may have left an event loop in this one.
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(asyncio.run, through_mcp(f"{address}gradio_api/mcp/"))
        names, answer = asked.result(timeout=60)
    assert set(names) == NAMES
    assert answer["statements"][0]["text"] == "Ett mål är rött: besökare."


async def through_mcp(address: str) -> tuple[list[str], Any]:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async with (
        streamablehttp_client(address) as (reading, writing, _),
        ClientSession(reading, writing) as session,
    ):
        await session.initialize()
        names = [tool.name for tool in (await session.list_tools()).tools]
        asking = next(name for name in names if name.endswith("ask"))
        result = await session.call_tool(asking, {"question": "vilka mål är röda?"})
        return names, json.loads(result.content[0].text)
