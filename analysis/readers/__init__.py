"""
From what people have (the bytes of a file) to text; one input format a module.

>>> from analysis.readers import read
>>> [draft] = read(b"<html><title>Storm closes port</title><p>The port of Napier is closed.</p></html>")
>>> draft.format
'html'

`read` decides by content, never by name. Nothing here loads a library before it is needed.
"""

from __future__ import annotations

from analysis.readers.draft import Draft
from analysis.readers.read import read

__all__ = ["Draft", "read"]
