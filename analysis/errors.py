"""What can go wrong for a caller. Nothing found is not an error; input that cannot be read is."""

from __future__ import annotations


class DatelineError(Exception):
    """The base of every error that `analysis` raises on purpose; its message is fit for a reader's eyes."""


class InputError(DatelineError):
    """The input is not a text that can be analysed: empty, too long, or not text at all."""


class ResourceError(DatelineError):
    """A shipped file (gazetteer, weights, lexicon) is missing or damaged."""


class FileError(InputError):
    """A file that is not read: damaged, encrypted, of a format that is not known, or built to do harm."""


class LinkError(InputError):
    """A link that is not followed, or that did not lead to a text."""
