"""Holds the drafts against their documents: python -m eval.drafts [--wrong]"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from eval.corpora import CORPORA
from eval.drafts import load_drafts
from plansvar.asking.claims import judge_draft
from plansvar.index.opening import open_index
from plansvar.pipeline import build_index
from plansvar.settings import load_settings


def main() -> None:
    """Prints how many sentences got their right verdict, and what the others got."""
    parser = argparse.ArgumentParser(prog="python -m eval.drafts", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="show the sentences judged otherwise")
    shown = parser.parse_args().wrong
    found: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for draft in load_drafts():
            index = Path(folder) / draft[0].corpus
            if not index.exists():
                build_index(CORPORA[draft[0].corpus].paths, index, load_settings())
            report = judge_draft([s.sentence for s in draft], open_index(index, None))
            for told, claim in zip(draft, report.claims, strict=True):
                found[told.verdict, claim.verdict.value] += 1
                if shown and told.verdict != claim.verdict.value:
                    print(f"{told.verdict} → {claim.verdict.value}: {told.sentence}")
    right = sum(count for (told, judged), count in found.items() if told == judged)
    print(f"{right} of {found.total()} sentences have their right verdict")
    for (told, judged), count in sorted(found.items()):
        print(f"  {told:22s} judged {judged:22s} {count}")


if __name__ == "__main__":
    main()
