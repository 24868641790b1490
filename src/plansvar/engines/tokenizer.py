"""The default model's tokenizer, built from its vocabulary."""

from __future__ import annotations

from tokenizers import AddedToken, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from plansvar.engines.packed import PackedModel

BEGIN, PAD, END, UNKNOWN, MASK = "<s>", "<pad>", "</s>", "<unk>", "<mask>"
LONGEST = 512


def build_tokenizer(model: PackedModel) -> Tokenizer:
    """The tokenizer that the model was trained with (XLM-RoBERTa's)."""
    tokenizer = Tokenizer(Unigram(list(model.pieces), unk_id=model.unknown))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="always")
    tokenizer.add_special_tokens([_special(token) for token in (BEGIN, PAD, END, UNKNOWN, MASK)])
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{BEGIN} $A {END}",
        pair=f"{BEGIN} $A {END} {END} $B {END}",
        special_tokens=[(token, tokenizer.token_to_id(token)) for token in (BEGIN, END)],
    )
    return tokenizer


def _special(token: str) -> AddedToken:
    return AddedToken(token, special=True, lstrip=token == MASK)
