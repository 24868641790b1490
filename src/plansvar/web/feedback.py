"""What staff say of answers, kept in a file beside the index; never in public mode."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Body, Response

FILE = "feedback.jsonl"
VERDICTS = ("right", "wrong", "source")
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Feedback:
    """Appends one JSON object a line."""

    folder: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/plansvar")
        router.post("/feedback")(self.receive)
        return router

    def receive(self, given: Any = Body(default=None)) -> Response:  # noqa: B008
        """204 when kept, 400 when it is no feedback."""
        if not isinstance(given, dict) or given.get("verdict") not in VERDICTS:
            return Response(status_code=400)
        line = {
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "verdict": given["verdict"],
            "question": str(given.get("question", ""))[:LONGEST],
            "answer": str(given.get("answer", ""))[:LONGEST],
        }
        with self._lock:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / FILE).open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return Response(status_code=204)
