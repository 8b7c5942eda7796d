"""E-mail messages: a forwarded article, a newsletter, a saved web archive (MHTML)."""

from __future__ import annotations

import re
from datetime import date
from email.message import EmailMessage

from analysis.errors import FileError, InputError
from analysis.readers.charsets import codec
from analysis.readers.draft import Draft

MAX_PARTS = 200
"""Parts a message may have; a newsletter with all its pictures has some 50."""

MIN_PLAIN_SHARE = 0.5
"""The plain version of a newsletter is often one line, "View this in your browser": below this share it is left."""

SUBJECT_PREFIX_RE = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg)\s*:)+\s*", re.I)
ENCODED_WORD_RE = re.compile(r"=\?([^?\s*]{1,60})[^?\s]{0,20}\?[bq]\?", re.I)
SIGNATURE_RE = re.compile(r"^-- $", re.M)


def read_mail(data: bytes) -> Draft:
    """
    Read a message: its text, the subject as title, the day it was sent, who sent it.

    The plain text is taken where it says as much as the HTML. Attachments are not opened.

    Raises: FileError where the message is damaged or holds no text.
    """
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(data, policy=policy.default)
        _check_charsets(message)
        return _draft(message)
    except InputError:
        raise
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError, AssertionError) as error:
        # The standard library's parser fails in many ways on headers that no mail program writes.
        raise FileError("This e-mail message is damaged and cannot be read.") from error


def _check_charsets(message: EmailMessage) -> None:
    """Raise FileError where a header that is read names an encoding that is none; Python would believe it."""
    for name, value in message.raw_items():
        if name.lower() in ("subject", "from"):
            for charset in ENCODED_WORD_RE.findall(str(value)):
                codec(charset)


def _draft(message: EmailMessage) -> Draft:
    plain, markup, n_attachments = _bodies(message)
    chosen = _from_markup(markup) if markup else None
    if chosen is None or len(plain.split()) >= MIN_PLAIN_SHARE * chosen.n_words:
        chosen = Draft(SIGNATURE_RE.split(plain)[0].strip()) if plain.strip() else chosen
    if chosen is None or not chosen.text:
        raise FileError("This e-mail message holds no text.")
    sender, domain = _sender(message)
    warnings = chosen.warnings
    if n_attachments:
        warnings += (f"Attachments were not read: {n_attachments}. Save them, and add each as a file.",)
    title = SUBJECT_PREFIX_RE.sub("", " ".join(str(message["subject"] or "").split())) or chosen.title
    return Draft(
        chosen.text, title, _sent_on(message), chosen.author or sender, chosen.source or domain, "eml", warnings
    )


def _bodies(message: EmailMessage) -> tuple[str, str, int]:
    """The plain text and the HTML of a message, and the number of its attachments."""
    plain: list[str] = []
    markup: list[str] = []
    n_attachments = 0
    for number, part in enumerate(message.walk()):
        if number >= MAX_PARTS:
            raise FileError(f"This e-mail message has more than {MAX_PARTS} parts. It is not read.")
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        if part.get_content_disposition() == "attachment":
            n_attachments += 1
        elif kind == "text/plain":
            plain.append(_content(part))
        elif kind == "text/html" and not markup:
            # The first page of a saved web archive is the article, the others are its frames.
            markup.append(_content(part))
    return "\n\n".join(plain), "".join(markup), n_attachments


def _content(part: EmailMessage) -> str:
    """The text of a part; where its encoding is unknown, what its bytes look like."""
    from analysis.readers.plain import decode

    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = decode(payload, part.get_content_charset("utf-8"))
    text = text.replace("\r\n", "\n")
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _unflowed(text: str) -> str:
    """Join the lines that a mail program broke with a space at the end (RFC 3676)."""
    return re.sub(r"(?<!^--) \n(?!\n)", " ", text, flags=re.M)


def _from_markup(markup: str) -> Draft | None:
    from analysis.readers.html.page import read_html

    try:
        return read_html(markup.encode("utf-8", "replace"), encoding="utf-8")
    except InputError:
        return None


def _sender(message: EmailMessage) -> tuple[str | None, str | None]:
    """Who sent the message, and the domain it came from."""
    from email.utils import parseaddr

    name, address = parseaddr(str(message["from"] or ""))
    domain = address.rpartition("@")[2]
    return " ".join(name.split()) or None, domain or None


def _sent_on(message: EmailMessage) -> date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(message["date"] or "")).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
