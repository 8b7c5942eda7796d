"""
Read a news article: who is in it, where it happens, in what tone, who speaks.

>>> from analysis import analyze
>>> result = analyze("The United States will send soldiers to Kuwait, Donald Trump said.")
>>> [(entity.name, entity.type, entity.count) for entity in result.entities]
[('United States', 'GPE', 1), ('Kuwait', 'GPE', 1), ('Donald Trump', 'PERSON', 1)]

Text in, frozen records out; no screen, no network, nothing written.
"""

from __future__ import annotations

from analysis.errors import DatelineError, InputError, ResourceError
from analysis.model import Analysis
from analysis.pipeline import VERSION, analyze

__all__ = ["VERSION", "Analysis", "DatelineError", "InputError", "ResourceError", "analyze"]
__version__ = VERSION
