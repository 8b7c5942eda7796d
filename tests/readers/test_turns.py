"""What is costly is done by so many at once; who waits in vain is told so."""

import threading

import pytest

from analysis.errors import InputError
from analysis.readers.process.limits import Turns
from analysis.readers.process.worker import READINGS
from analysis.readers.web.fetch import FETCHES, LOOKUPS

FULL = InputError("Try again in a minute.")


def test_so_many_at_once():
    """Two turns are given, a third is refused, and given when one of the two is over."""
    turns = Turns(2, 0.0, FULL)
    with turns.one():
        with turns.one(), pytest.raises(InputError, match="Try again"), turns.one():
            pytest.fail("a third turn was given")
        with turns.one():
            pass


def test_failure_ends_a_turn():
    """A turn is over when what was done in it fails, too."""
    turns = Turns(1, 0.0, FULL)
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"), turns.one():
            raise ValueError("broken")


def test_waiting():
    """Who waits gets the turn that another thread gives back."""
    turns = Turns(1, 60.0, FULL)
    turns.take(0.0)
    threading.Timer(0.05, turns.give_back).start()
    with turns.one():
        pass


@pytest.mark.parametrize(("turns", "at_once"), [(FETCHES, 8), (LOOKUPS, 16), (READINGS, 3)])
def test_turns_of_the_app(turns, at_once):
    """What the app bounds is bounded, and each refusal says what to do."""
    for _ in range(at_once):
        turns.take(0.0)
    try:
        with pytest.raises(InputError, match="Try again in a minute"):
            turns.take(0.0)
    finally:
        for _ in range(at_once):
            turns.give_back()
