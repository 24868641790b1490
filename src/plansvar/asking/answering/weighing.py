"""How much of a question an answer tells."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.evidence.quotes import quote
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.fitting import SURE
from plansvar.language.folding import told_stems


def weight_told(task: Task, made: Draft, terms: Terms) -> float:
    """How much of the words of a question an answer and its sources say."""
    proofs = [proof for said in made.said for proof in said.fact.evidence]
    texts = [said.fact.text for said in made.said]
    texts += [quote(task.library.document(p.place.document_id), p.spans) for p in proofs]
    texts += [word for p in proofs for word in (*p.place.section, p.place.organisation or "")]
    held = frozenset(stem for each in texts for stem in told_stems(each))
    return sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)
