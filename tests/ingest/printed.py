"""A PDF, a Word file and an e-mail made by hand, small enough to be read here."""

import io
import zipfile
import zlib
from collections.abc import Sequence

Line = tuple[str, float, float, float]  # words, left and height in points, size of type


def pdf(*pages: Sequence[Line], said: str = "", packed: bool = True) -> bytes:
    """One font, one drawing for each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        drawing = "".join(
            f"BT /F {size} Tf 1 0 0 1 {left} {height} Tm ({words}) Tj ET\n"
            for words, left, height, size in lines
        ).encode("cp1252")
        drawing = zlib.compress(drawing) if packed else drawing
        filtered = "/Filter/FlateDecode" if packed else ""
        stream = f"<</Length {len(drawing)}{filtered}>>stream\n".encode()
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
            "/Encoding/WinAnsiEncoding>>>>>>>>"
        )
        objects.append((stream + drawing + b"\nendstream").decode("latin-1"))
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    objects.append(f"<<{said}>>")
    return bound(objects, info=len(objects))


def bound(objects: Sequence[str], *, info: int) -> bytes:
    """The objects with the table of where each is."""
    body, places = b"%PDF-1.4\n", []
    for number, words in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj".encode() + words.encode("latin-1") + b" endobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
    trailer = f"trailer<</Root 1 0 R/Info {info} 0 R/Size {len(places) + 1}>>\n"
    return body + f"{table}{trailer}startxref\n{len(body)}\n%%EOF\n".encode()


_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
_STYLES = (
    f"<w:styles {_W}><w:style w:styleId='a3'><w:name w:val='Title'/></w:style>"
    "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style></w:styles>"
)


def paragraph(words: str, *, style: str = "", item: bool = False) -> str:
    said = f"<w:pStyle w:val='{style}'/>" if style else ""
    numbered = "<w:numPr><w:numId w:val='1'/></w:numPr>" if item else ""
    return f"<w:p><w:pPr>{said}{numbered}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def word(*paragraphs: str, before: str = "", creator: str = "") -> bytes:
    """before: what stands between the XML declaration and the document."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        inner = "".join(paragraphs)
        parts.writestr(
            "word/document.xml",
            f"<?xml version='1.0' encoding='UTF-8'?>{before}"
            f"<w:document {_W}><w:body>{inner}</w:body></w:document>",
        )
        parts.writestr("word/styles.xml", _STYLES)
        said = f"<c:core xmlns:c='c' xmlns:d='d'><d:creator>{creator}</d:creator></c:core>"
        parts.writestr("docProps/core.xml", said)
    return packed.getvalue()


def mail(plain: str, page: str, *, attached: bool = False) -> bytes:
    parts = [
        f"Content-Type: text/{kind}; charset=utf-8\n\n{words}"
        for kind, words in (("plain", plain), ("html", page))
        if words
    ]
    if attached:
        parts.append(
            "Content-Type: application/pdf; name=a.pdf\n"
            "Content-Disposition: attachment; filename=a.pdf\n"
            "Content-Transfer-Encoding: base64\n\nJVBERi0="
        )
    inner = "".join(f"--B\n{part}\n" for part in parts)
    return (
        "Received: from a by b; Wed, 19 Jun 2024 16:18:00 +0900\n"
        "From: =?utf-8?b?7Jew7ZWp64m07Iqk?= <news@a.example>\n"
        "Subject: =?utf-8?q?A_treaty_for_two=E2=80=94in_Pyongyang?=\n"
        "Date: Wed, 19 Jun 2024 16:18:00 +0900\n"
        "MIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="B"\n\n'
        f"{inner}--B--\n"
    ).encode()
