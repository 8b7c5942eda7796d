"""How much one session may hold and send. No Streamlit here."""

from __future__ import annotations

from analysis.readers.draft import MAX_BYTES

MAX_UPLOAD_MB = 20
"""
The largest file that the server takes, in units of 2^20 bytes as Streamlit counts: a saved session.

`server.maxUploadSize` in .streamlit/config.toml says the same number. A session never holds more than can be saved
and opened again: some fifteen texts of the greatest length that is read, or fifty long reports.
"""

MAX_SESSION_BYTES = MAX_UPLOAD_MB * 2**20

ARTICLE_MB = MAX_BYTES // 1_000_000
"""The largest file with articles, as the page says it."""

MAX_OWN_ARTICLES = 50
"""How many added texts a session keeps."""

MAX_VALUES, MAX_VALUE_CHARS = 500, 16_000
"""Of one parameter of a link in a session file: how many values, and how long all of them together."""

MAX_LINK_BYTES = 4_000_000
"""What the link and the corrections of all articles may take of a saved session; the texts have the rest."""
