"""Makes PDF files that are damaged, locked or made to exhaust whoever opens them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def good(pages: int = 1, password: str | None = None) -> bytes:
    target = io.BytesIO()
    lock = StandardEncryption(password) if password else None
    canvas = Canvas(target, pagesize=(595, 842), encrypt=lock)
    for number in range(pages):
        canvas.drawString(50, 700, f"Sida {number + 1} handlar om vägar och parker.")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def many_pages(count: int) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
    kids = b" ".join(b"%d 0 R" % (3 + i) for i in range(count))
    tree = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *[page] * count])


def huge_picture(side: int) -> bytes:
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Filter [/FlateDecode /RunLengthDecode]" % (side, side)
    )
    picture = _stream(entries, zlib.compress(b"\x81\x00" * (side * side // 128) + b"\x80"))
    content = _stream(b"", b"q 595 0 0 842 0 0 cm /I Do Q")
    return _page(b"[0 0 595 842]", b"/XObject << /I 5 0 R >>", content, picture)


def huge_page(points: int) -> bytes:
    content = _stream(b"", b"BT /F 12 Tf 72 72 Td (Mycket stor sida om vatten) Tj ET")
    box = b"[0 0 %d %d]" % (points, points)
    return _page(box, b"/Font << /F 5 0 R >>", content, _FONT)


def swelling_stream(size: int) -> bytes:
    packed = zlib.compress(zlib.compress(b"\x81 " * (size // 128) + b"\x80", 9), 9)
    filters = b"/Filter [/FlateDecode /FlateDecode /RunLengthDecode]"
    return _page(b"[0 0 595 842]", b"", _stream(filters, packed))


def form_in_itself() -> bytes:
    form = _stream(
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
        b"/Resources << /XObject << /X 5 0 R >> >>",
        b"/X Do 10 10 50 50 re f /X Do",
    )
    content = _stream(b"", b"/X Do")
    return _page(b"[0 0 595 842]", b"/XObject << /X 5 0 R >>", content, form)


def _page(box: bytes, resources: bytes, content: bytes, *more: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R /Resources << %s >> >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    tree = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return _file([catalog, tree, page % (box, resources), content, *more])


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    target = io.BytesIO()
    target.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(target.tell())
        target.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = target.tell()
    target.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        target.write(b"%010d 00000 n \n" % place)
    size = len(objects) + 1
    target.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start))
    return target.getvalue()
