"""The document sets that gold questions are asked of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Corpus:
    """A set of documents under a name; `available` is false where they are not at hand."""

    name: str
    paths: tuple[Path, ...]

    @property
    def available(self) -> bool:
        return all(path.exists() for path in self.paths)


CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus("seeds", (SHARED / "seeds",)),
        Corpus("real", (SHARED / "real-documents",)),
        Corpus("demo", (ROOT / "documents",)),
        Corpus("norrvik", (ROOT / "eval" / "documents" / "norrvik",)),
        Corpus("tallmora", (ROOT / "eval" / "documents" / "tallmora",)),
        Corpus("brunnsta", (ROOT / "eval" / "documents" / "brunnsta",)),
        Corpus("hedvalla", (ROOT / "eval" / "documents" / "hedvalla",)),
        Corpus("kvarnsjo", (ROOT / "eval" / "documents" / "kvarnsjo",)),
        Corpus("strandeby", (ROOT / "eval" / "documents" / "strandeby",)),
        Corpus("alvik", (ROOT / "eval" / "documents" / "alvik",)),
        Corpus("lersund", (ROOT / "eval" / "documents" / "lersund-held",)),
        Corpus("vasselby", (ROOT / "eval" / "documents" / "vasselby-held",)),
        Corpus("tjarnasa", (ROOT / "eval" / "documents" / "tjarnasa",)),
        Corpus("ljusvik", (ROOT / "eval" / "documents" / "ljusvik",)),
        Corpus("fagerhult", (ROOT / "eval" / "documents" / "fagerhult",)),
        Corpus("granvik", (ROOT / "eval" / "documents" / "granvik",)),
        Corpus("sundmora", (ROOT / "eval" / "documents" / "sundmora",)),
        Corpus("hallsta", (ROOT / "eval" / "documents" / "hallsta",)),
        Corpus("skogslunda", (ROOT / "eval" / "documents" / "skogslunda",)),
        Corpus("vikaryd", (ROOT / "eval" / "documents" / "vikaryd",)),
        Corpus("torsviken", (ROOT / "eval" / "documents" / "torsviken",)),
        Corpus("ekshult", (ROOT / "eval" / "documents" / "ekshult",)),
        Corpus("morkulla", (ROOT / "eval" / "documents" / "morkulla",)),
        Corpus("asbro", (ROOT / "eval" / "documents" / "asbro",)),
        Corpus("dalhem", (ROOT / "eval" / "documents" / "dalhem",)),
        Corpus("vallsjo", (ROOT / "eval" / "documents" / "vallsjo",)),
        Corpus("lindvik", (ROOT / "eval" / "documents" / "lindvik",)),
        Corpus("stenarp", (ROOT / "eval" / "documents" / "stenarp",)),
        Corpus("bjorkfors", (ROOT / "eval" / "documents" / "bjorkfors",)),
        Corpus("ronnfors", (ROOT / "eval" / "documents" / "ronnfors-held",)),
    )
}
