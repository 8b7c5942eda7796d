"""Two reports side by side: what stands in one, in the other, in both."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from analysis import analyze
from analysis.compare import compare
from tests import ROOT

SEEDS = ROOT / "seeds"

A = """Quake hits Lima

A quake killed 30 people in Lima on Monday, said Rosa Chavez of the fire service. The airport was closed for hours.

“We heard the walls move before the lights went out,” said Chavez. The government sent soldiers and rebels fled."""

B = """Strong quake in Peru

A quake killed 45 people in Lima on Monday, said Rosa Chavez of the fire service. Schools in Cusco were closed.

“Nobody in the north knows how many are missing,” said Hugo Rios. The regime sent troops and terrorists fled."""


@pytest.fixture(scope="module")
def found():
    return compare(analyze(A), analyze(B))


def test_names_in_one_and_in_both(found):
    """Each name stands once, with its mentions in either report; a country's town is a name of its own."""
    where = {pair.name: (pair.count_a > 0, pair.count_b > 0) for pair in found.names}
    assert where["Rosa Chavez"] == (True, True)
    assert where["Lima"] == (True, True)
    assert where["Hugo Rios"] == (False, True)
    assert where["Cusco"] == (False, True)


def test_figures_that_differ(found):
    """Thirty against forty-five people is shown with both sentences."""
    (clash,) = [clash for clash in found.figures if clash.noun in ("people", "person")]
    assert [f.value for f in clash.in_a] == [30]
    assert [f.value for f in clash.in_b] == [45]


def test_quotes_in_one_only(found):
    """Quotes that the other report does not have are listed for each."""
    assert len(found.quotes_a) == len(found.quotes_b) == 1


def test_shared_passages(found):
    """A sentence with a figure changed is still recognised as the same copy."""
    (passage,) = found.passages
    assert A[passage.start_a : passage.end_a].startswith("A quake killed 30")
    assert B[passage.start_b : passage.end_b].startswith("A quake killed 45")


def test_word_choice(found):
    """Who writes of a government and who of a regime is told, with the places."""
    used = {use.word: (len(use.in_a), len(use.in_b)) for use in found.words}
    assert used["government"] == (1, 0)
    assert used["regime"] == (0, 1)
    assert used["terrorists"] == (0, 1)


def test_a_report_and_itself():
    """A report beside itself has no name, figure or quote of its own."""
    one = analyze(A)
    same = compare(one, one)
    assert all(pair.count_a == pair.count_b for pair in same.names)
    assert same.quotes_a == same.quotes_b == ()
    assert same.figures == ()


def test_command_line():
    """The command line prints the comparison of two files as JSON, with the figure that was changed on purpose."""
    files = [str(SEEDS / name) for name in ("000_253f1a25dff10c89.txt", "second_report.txt")]
    done = subprocess.run([sys.executable, "-m", "analysis", "compare", *files], capture_output=True, check=True)
    result = json.loads(done.stdout)
    assert {"names", "figures", "quotes_a", "quotes_b", "passages", "words"} <= result.keys()
    assert any({f["value"] for f in clash["in_a"]} & {3000} for clash in result["figures"])
