"""OpenDocument texts: headings in bold, keys of signs, what stands in text boxes."""

from __future__ import annotations

import io
import zipfile

from plansvar.domain import BlockKind, Document
from plansvar.reading.assembly import assemble
from plansvar.reading.odt import read_odt

_N = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{short}="{_N}{name}:1.0"'
    for short, name in {
        "o": "office",
        "t": "text",
        "s": "style",
        "f": "xsl-fo-compatible",
        "d": "drawing",
        "b": "table",
    }.items()
)
_STYLES = """<o:automatic-styles>
<s:style s:name="B" s:family="text"><s:text-properties f:font-weight="bold"/></s:style>
<s:style s:name="P" s:family="paragraph">
<s:text-properties f:font-weight="bold" f:font-size="16pt"/></s:style>
<s:style s:name="W" s:family="text"><s:text-properties s:font-name="Wingdings"/></s:style>
</o:automatic-styles>"""


def _text(body: str) -> Document:
    content = (
        f"<o:document-content {_SPACES}>{_STYLES}<o:body><o:text>{body}</o:text></o:body>"
        "</o:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", content)
    return assemble(read_odt(stream.getvalue()), "a.odt", "0", "odt")


def _bold(text: str) -> str:
    return f'<t:p><t:span t:style-name="B">{text}</t:span></t:p>'


def test_lines_in_bold_are_headings_by_size_and_number() -> None:
    found = _text(
        '<t:p t:style-name="P">Delårsrapport</t:p><t:p>Nämnden följer upp målen.</t:p>'
        f"{_bold('1 Mål')}{_bold('1.1 Trygghet')}{_bold('Detta är en mening.')}"
    )
    levels = [(found.quote(s.heading), s.level) for s in found.sections]
    assert levels == [("Delårsrapport", 1), ("1 Mål", 2), ("1.1 Trygghet", 3)]


def test_letters_of_a_symbol_font_make_a_key() -> None:
    sign = '<t:span t:style-name="W">{}</t:span> = {} '
    found = _text(f"<t:p>{sign.format('J', 'målet nås')}{sign.format('L', 'målet nås inte')}</t:p>")
    (key,) = found.keys
    assert [(s.mark.raw, found.quote(s.said)) for s in key] == [
        ("☺", "målet nås"),
        ("☹", "målet nås inte"),
    ]


def test_a_text_box_is_no_part_of_the_paragraph_that_holds_it() -> None:
    found = _text(
        "<t:p>Kostnaden ökade.<d:frame><d:text-box><t:p>Nämnden sade upp avtalen.</t:p>"
        "</d:text-box></d:frame></t:p>"
    )
    assert [found.quote(b.span) for b in found.blocks if b.kind is BlockKind.PARAGRAPH] == [
        "Kostnaden ökade.",
        "Nämnden sade upp avtalen.",
    ]
