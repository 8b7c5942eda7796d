"""The verbs between two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.english.verbs import is_title_cased
from analysis.pairs import SHOWN, Verbs, co_mentions, read_verbs, stem, tally
from analysis.select.narrow import Choice, narrow
from tests.cases import load, load_failures
from tests.factories import make_analysis

PIECES = [
    "Mali ", "Senegal ", "Mopti ", "Diarra ", "attacked ", "attacks ", "the ", "killing ", "not ", "has ", "been ",
    "armed ", "group ", "to ", "’s ", "-backed ", ", ", "“", "n't ", "é", "Kills ", "will ", "and ", ". ", "\n\n",
]  # fmt: skip
NEWSY = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=60)


def verbs_of(text: str, names: list[str]) -> list[str]:
    """The verbs of a sentence in which these names stand once each."""
    spans = tuple((text.index(name), text.index(name) + len(name)) for name in names)
    return [verb.text for verb in read_verbs(text, spans)]


@pytest.mark.parametrize("case", load("verbs_between") + load_failures("verbs_between_known_failures"))
def test_verbs(case):
    """A reader sees the words that say what somebody did, and not their helpers."""
    assert verbs_of(case["text"], case["names"]) == case["verbs"]


@pytest.mark.parametrize("case", load("verbs_between_none"))
def test_no_verbs(case):
    """What only looks like a verb is not shown: nothing is better than a wrong tie."""
    assert verbs_of(case["text"], case["names"]) == []


def test_only_between_the_closest():
    """Verbs before and behind the two names, or beside their other mentions, are not theirs."""
    analysis = make_analysis("It rained when Mali thanked Senegal, which sang, and Mali slept.")
    [pair] = co_mentions(analysis, "sentence")
    assert Verbs(analysis).of_pair(pair) == ("thanked",)


def test_none_across_sentences():
    """Two names of one paragraph that share no sentence have no verb between them."""
    analysis = make_analysis("Mali asked for help. Then Senegal sent food.")
    [pair] = co_mentions(analysis, "paragraph")
    assert Verbs(analysis).of_pair(pair) == ()


def test_a_filter_changes_no_verb():
    """Which words are verbs does not depend on the names that a filter leaves."""
    whole = analyze("Talks\n\nGermany backs Ukraine. The minister praised Ukraine in Germany.")
    narrowed = narrow(whole, Choice(entities=("ukraine",), first=1))
    verbs = Verbs(whole)
    [before], [after] = co_mentions(whole, "sentence"), co_mentions(narrowed, "sentence")
    assert verbs.of_pair(before) == verbs.of_pair(after) == ("backs",)


def test_tally():
    """Forms of one verb are one verb, the most frequent comes first, and the list is short."""
    assert tally(["said", "killed", "kills", "killing"]) == ("killed", "said")
    assert len(tally(["met", "saw", "sued", "told", "paid", "left"])) == SHOWN
    assert tally([]) == ()
    assert tally(["attack", "not attack"]) == ("attack", "not attack")


@pytest.mark.parametrize(
    ("forms", "root"),
    [("plans planned planning", "plan"), ("carries carried", "carry"), ("accuses accused accusing", "accus"),
     ("kills killed killing", "kill"), ("passes passed", "pass"), ("led", "led")],
)  # fmt: skip
def test_stem(forms, root):
    """Regular forms share a stem; short irregular ones stay as they are."""
    assert {stem(form) for form in forms.split()} == {root}


def test_title_case():
    """A headline in American capitals is known by its words, and names alone make none."""
    assert is_title_cased("Quake Kills Dozens in Tarlac", [(22, 28)])
    assert not is_title_cased("Quake kills dozens in Tarlac", [(22, 28)])
    assert not is_title_cased("Bamako, Segou", [(0, 6), (8, 13)])


@given(NEWSY)
def test_any_text(text):
    """On any text verbs come in order, stand between the names and are words of the text."""
    analysis = make_analysis(text)
    verbs = Verbs(analysis)
    for pair in co_mentions(analysis, "sentence"):
        for one in pair.together:
            left, right = sorted((one.a, one.b))
            found = verbs.between(one.a, one.b)
            assert all(left[1] <= verb.start < verb.end <= right[0] for verb in found)
            assert all(text[verb.start : verb.end].lower() == verb.text.removeprefix("not ") for verb in found)
            assert [verb.start for verb in found] == sorted({verb.start for verb in found})
