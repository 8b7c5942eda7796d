"""
How files begin that are not read, with what each of them is and what to do about it: a table, and how to look in it.

Some formats open with letters that an article may open with too ("BM", "ID3", "RIFF"). Such a beginning counts only
where the file holds bytes that no text has.
Sources: the formats' own specifications; `file`(1), magic database.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

SAVE = "Save its text as .txt, .docx or PDF and try again."
PICTURE = "If it shows an article, have its text recognised first (OCR)."
SOUND = "Add what is said in it as a text."
UNPACK = "Unpack it, or make a ZIP archive of the articles."
NO_TEXT = "It holds no article."


class Signature(NamedTuple):
    """
    Bytes that tell a format: `start` at the beginning of the file, `more` at `offset` where there are any.

    `what` is the format in words, `advice` a sentence.
    """

    start: bytes
    what: str
    advice: str
    offset: int = 0
    more: bytes = b""


SIGNATURES = (
    Signature(b"\x89PNG\r\n", "a picture (PNG)", PICTURE),
    Signature(b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    Signature(b"GIF8", "a picture (GIF)", PICTURE),
    Signature(b"RIFF", "a picture (WebP)", PICTURE, 8, b"WEBP"),
    Signature(b"II*\x00", "a picture (TIFF)", PICTURE),
    Signature(b"MM\x00*", "a picture (TIFF)", PICTURE),
    Signature(b"BM", "a picture (BMP)", PICTURE, 6, b"\x00\x00\x00\x00"),
    Signature(b"\x00\x00\x01\x00", "a picture (icon)", PICTURE),
    Signature(b"8BPS\x00", "a picture (Photoshop)", PICTURE),
    Signature(b"\x00\x00\x00\x0cjP  ", "a picture (JPEG 2000)", PICTURE),
    Signature(b"\xff\x0a", "a picture (JPEG XL)", PICTURE),
    Signature(b"\x00\x00\x00\x0cJXL ", "a picture (JPEG XL)", PICTURE),
    *(
        Signature(b"", "a picture (HEIC)", PICTURE, 4, b"ftyp" + brand)
        for brand in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
    ),
    *(Signature(b"", "a picture (AVIF)", PICTURE, 4, b"ftyp" + brand) for brand in (b"avif", b"avis")),
    *(Signature(b"", "sound (M4A)", SOUND, 4, b"ftyp" + brand) for brand in (b"M4A ", b"M4B ", b"M4P ")),
    Signature(b"", "a film (MOV)", SOUND, 4, b"ftypqt  "),
    Signature(b"", "a film (MP4)", SOUND, 4, b"ftyp"),
    *(Signature(b"", "a film (MOV)", SOUND, 4, atom) for atom in (b"moov", b"mdat", b"wide")),
    Signature(b"\x1aE\xdf\xa3", "a film (WebM or Matroska)", SOUND),
    Signature(b"RIFF", "a film (AVI)", SOUND, 8, b"AVI "),
    Signature(b"FLV\x01", "a film (Flash)", SOUND),
    Signature(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a film or sound (Windows Media)", SOUND),
    Signature(b"\x00\x00\x01\xba", "a film (MPEG)", SOUND),
    Signature(b"\x00\x00\x01\xb3", "a film (MPEG)", SOUND),
    Signature(b"ID3", "sound (MP3)", SOUND),
    *(Signature(b"\xff" + bytes([second]), "sound (MP3)", SOUND) for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2)),
    *(Signature(b"\xff" + bytes([second]), "sound (AAC)", SOUND) for second in (0xF1, 0xF9)),
    Signature(b"RIFF", "sound (WAV)", SOUND, 8, b"WAVE"),
    Signature(b"OggS\x00", "sound or a film (OGG)", SOUND),
    Signature(b"fLaC", "sound (FLAC)", SOUND),
    Signature(b"FORM", "sound (AIFF)", SOUND, 8, b"AIF"),
    Signature(b"MThd\x00", "music (MIDI)", NO_TEXT),
    Signature(b"#!AMR", "sound (AMR)", SOUND),
    Signature(b"caff\x00", "sound (CAF)", SOUND),
    Signature(b"", "a TAR archive", UNPACK, 257, b"ustar"),
    Signature(b"\x1f\x8b", "a gzip archive", UNPACK),
    Signature(b"BZh", "a bzip2 archive", UNPACK, 4, b"1AY&SY"),
    Signature(b"BZh", "a bzip2 archive", UNPACK, 4, b"\x17rE8P\x90"),
    Signature(b"\xfd7zXZ\x00", "an xz archive", UNPACK),
    Signature(b"\x28\xb5\x2f\xfd", "a Zstandard archive (.zst)", UNPACK),
    Signature(b"\x04\x22\x4d\x18", "an LZ4 archive", UNPACK),
    Signature(b"\x1f\x9d", "a compressed file (.Z)", UNPACK),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    Signature(b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    Signature(b"MSCF\x00", "a cabinet archive (.cab)", UNPACK),
    Signature(b"PK\x07\x08", "a part of a divided ZIP archive", "Make one ZIP archive of the articles."),
    Signature(b"MZ", "a program", NO_TEXT),
    Signature(b"\x7fELF", "a program", NO_TEXT),
    *(
        Signature(start, "a program", NO_TEXT)
        for start in (b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe")
    ),
    Signature(b"\x00asm", "a program (WebAssembly)", NO_TEXT),
    Signature(b"SQLite format 3\x00", "a database (SQLite)", SAVE),
    Signature(b"\x00\x01\x00\x00Standard ", "a database (Access)", SAVE),
    Signature(b"PAR1", "a table (Parquet)", SAVE),
    Signature(b"wOFF", "a font (WOFF)", NO_TEXT),
    Signature(b"wOF2", "a font (WOFF2)", NO_TEXT),
    Signature(b"OTTO\x00", "a font (OpenType)", NO_TEXT),
    Signature(b"\x00\x01\x00\x00\x00", "a font (TrueType)", NO_TEXT),
    Signature(b"ttcf\x00", "a font (TrueType)", NO_TEXT),
    Signature(b"!BDN", "a mailbox of Outlook (.pst)", "Save the message as .eml or .txt and try again."),
    Signature(b"bplist0", "a property list or web archive of macOS", SAVE),
    Signature(b"AT&TFORM", "a scan (DjVu)", PICTURE),
    Signature(b"ITSF\x03", "a help file (.chm)", SAVE),
    Signature(b"\xdb\xa5\x2d\x00", "an old Word document (.doc)", "Save it as .docx or PDF and try again."),
    Signature(b"\xffWPC", "a WordPerfect document", SAVE),
    Signature(b"", "an e-book (.mobi)", SAVE, 60, b"BOOKMOBI"),
)
"""The first that fits counts, so those that say more stand before those that say less."""

BINARY_RE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that no text has in an encoding that is written in bytes: controls but for white space and escape."""

MIN_LETTERS = 8
"""So many letters in their places ("RIFF" and "WAVE") are no word that happens to stand there."""

TEXT_FORMATS = (
    (r"\{\\rtf\d?", "rich text (RTF)", "Save it as .docx or .txt and try again."),
    (r"%!PS-Adobe", "a PostScript file", "Save it as PDF or .txt and try again."),
    (r"BEGIN:VCALENDAR\b", "a calendar (ICS)", SAVE),
    (r"BEGIN:VCARD\b", "an address card (vCard)", NO_TEXT),
    (r"WEBVTT\b[^\n]{0,200}\n", "subtitles (WebVTT)", "Save what is said as .txt, without the times, and try again."),
    (
        r"\d{1,4}[ \t]*\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} *--> *\d",
        "subtitles (SRT)",
        "Save what is said as .txt, without the times, and try again.",
    ),
    (r"(?:%[^\n]{0,300}\n|\s){0,40}\\documentclass\b", "a LaTeX file", "Save it as PDF or .txt and try again."),
)
"""Formats made of characters, by how they begin; patterns over the head of the file."""

XML_ROOTS = {
    "svg": ("a drawing (SVG)", PICTURE),
    "rss": ("a feed (RSS)", "Add the link of one of its articles instead."),
    "feed": ("a feed (Atom)", "Add the link of one of its articles instead."),
    "rdf:RDF": ("a feed (RSS 1.0)", "Add the link of one of its articles instead."),
    "opml": ("a list of feeds (OPML)", "Add the link of an article instead."),
    "urlset": ("a map of a website", "Add the link of an article instead."),
    "sitemapindex": ("a map of a website", "Add the link of an article instead."),
    "w:wordDocument": ("an old XML document of Word", "Save it as .docx or PDF and try again."),
    "pkg:package": ("an XML document of Word", "Save it as .docx or PDF and try again."),
    "office:document": ("a flat OpenDocument file", "Save it as .odt, .docx or PDF and try again."),
    "plist": ("a property list", NO_TEXT),
    "kml": ("a map (KML)", NO_TEXT),
    "gpx": ("a track (GPX)", NO_TEXT),
    "tt": ("subtitles (TTML)", "Save what is said as .txt, without the times, and try again."),
    "FictionBook": ("an e-book (FictionBook)", SAVE),
}
"""What the outermost element of an XML file says of it."""

PACKAGES = (
    ("[Content_Types].xml|xl/workbook", "a spreadsheet (.xlsx)", SAVE),
    ("[Content_Types].xml|ppt/presentation", "a presentation (.pptx)", SAVE),
    ("xl/workbook", "a spreadsheet (.xlsx)", SAVE),
    ("ppt/presentation", "a presentation (.pptx)", SAVE),
    ("META-INF/container.xml", "an e-book (EPUB)", SAVE),
    ("AndroidManifest.xml", "a program (Android APK)", NO_TEXT),
    ("META-INF/MANIFEST.MF", "a program (Java JAR)", NO_TEXT),
    ("Index/Document.iwa|Index/Presentation", "a Keynote presentation (.key)", SAVE),
    ("Index/Document.iwa|Index/Slide", "a Keynote presentation (.key)", SAVE),
    ("Index/Document.iwa|Index/CalculationEngine", "a Numbers spreadsheet or Pages document", SAVE),
    ("Index/Document.iwa", "a Pages document (.pages)", SAVE),
    ("Index.zip", "a document of Apple's iWork (.pages, .numbers or .key)", SAVE),
    ("index.apxl", "a Keynote presentation (.key)", SAVE),
    ("doc.kml", "a map (KMZ)", NO_TEXT),
    ("manifest.json|_metadata/", "an extension of a browser", NO_TEXT),
    ("FixedDocumentSequence.fdseq", "an XPS document", "Save it as PDF and try again."),
)
"""
Documents that are ZIP archives, by parts whose names begin so (all of those that "|" divides), the first that fits.
"""

OPEN_DOCUMENTS = {
    "spreadsheet": ("a spreadsheet (.ods)", SAVE),
    "presentation": ("a presentation (.odp)", SAVE),
    "graphics": ("a drawing (.odg)", SAVE),
    "formula": ("a formula (.odf)", NO_TEXT),
    "base": ("a database (.odb)", SAVE),
}
"""What the media type of an OpenDocument file says after "application/vnd.oasis.opendocument."."""

OLE_STREAMS = (
    ("EncryptedPackage", "encrypted", "Save it without a password and try again."),
    ("__properties_version1.0", "a message of Outlook (.msg)", "Save it as .eml, .txt or PDF and try again."),
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)", "Save it as PDF or .txt and try again."),
    ("WordDocument", "an old Word document (.doc)", "Save it as .docx or PDF and try again."),
    ("Workbook", "an old Excel spreadsheet (.xls)", SAVE),
    ("Book\0", "an old Excel spreadsheet (.xls)", SAVE),
    ("Quill", "a Publisher document (.pub)", "Save it as PDF and try again."),
    ("VisioDocument", "a Visio drawing (.vsd)", "Save it as PDF and try again."),
)
"""What old office programs name the streams of their files. The stream named first in the file's directory counts."""

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_weak(signature: Signature) -> bool:
    """Whether an article may begin with these bytes too: a few letters, or two bytes that are letters in Cyrillic."""
    told = signature.start + signature.more
    return not BINARY_RE.search(told) and (len(told) < 3 or (told.isascii() and len(told) < MIN_LETTERS))


def binary_format(head: bytes) -> tuple[str, str] | None:
    """What a file that begins with `head` is, and what to do about it; None where no signature fits."""
    is_binary = BINARY_RE.search(head) is not None
    for sign in SIGNATURES:
        fits = head.startswith(sign.start) and head[sign.offset : sign.offset + len(sign.more)] == sign.more
        if fits and (is_binary or not is_weak(sign)):
            return sign.what, sign.advice
    return None


def ole_format(data: bytes) -> tuple[str, str]:
    """What a file of an old office program is, by the streams that its directory names first."""
    # The header says in which sector of which size the directory begins; a header that lies only finds less.
    size = 1 << min(data[30] if len(data) > 30 else 9, 12)
    start = min(len(data), (int.from_bytes(data[48:52], "little") + 1) * size)
    for where in (data[start:], data):
        found = [
            (position, what, advice)
            for name, what, advice in OLE_STREAMS
            if (position := where.find(name.encode("utf-16-le"))) >= 0
        ]
        if found:
            return min(found)[1:]
    return "a file of an old office program (.doc, .xls, .ppt or .msg)", "Save it as .docx or PDF and try again."


def package_format(names: Collection[str], media_type: str = "") -> tuple[str, str] | None:
    """
    What a ZIP archive with parts of these names is, if it is a document or a program that is not read.

    `media_type` is what stands in its part "mimetype".
    """
    family, _, kind = media_type.strip().partition("opendocument.")
    if family == "application/vnd.oasis." and (kind.removesuffix("-template") in OPEN_DOCUMENTS):
        return OPEN_DOCUMENTS[kind.removesuffix("-template")]
    for parts, what, advice in PACKAGES:
        if all(any(name.startswith(part) for name in names) for part in parts.split("|")):
            return what, advice
    return None
