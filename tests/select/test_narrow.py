"""The entity filter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import analyze
from analysis.model import ENTITY_TYPES, PLACE_KINDS, ROLES
from analysis.select.narrow import Choice, kept_paragraphs, narrow, narrow_places, valid_choice
from tests.factories import make_analysis

ANALYSIS = make_analysis()
IDS = [entity.id for entity in ANALYSIS.entities]
CHOICES = st.builds(
    lambda ids, types: valid_choice(ANALYSIS, ids, types),
    st.sets(st.sampled_from([*IDS, "nobody"])),
    st.sets(st.sampled_from(ENTITY_TYPES)),
)


def test_nothing_chosen_is_everything():
    """Without a filter the analysis is shown as it is."""
    assert narrow(ANALYSIS, Choice()) is ANALYSIS


def test_a_name_keeps_the_paragraphs_that_mention_it():
    """Filtering by a nurse keeps her paragraph alone, and counts all others in it."""
    narrowed = narrow(ANALYSIS, Choice(entities=("fatou-diarra",)))
    assert {e.name: e.count for e in narrowed.entities} == {"Fatou Diarra": 2, "Mali": 1, "Senegal": 1}
    assert kept_paragraphs(narrowed, Choice(entities=("fatou-diarra",))) == {2}


def test_places_and_tone_follow():
    """A filter reaches the map and the tone: what stands elsewhere is neither placed nor scored."""
    narrowed = narrow(ANALYSIS, Choice(entities=("fatou-diarra",)))
    assert {place.name for place in narrowed.places} == {"Mali", "Senegal"}
    assert [tone.polarity is None for tone in narrowed.tones] == [True, True, False, True]


def test_a_type_lists_that_type_beside_the_chosen_names():
    """With a name and a type, the list holds the name and entities of the type."""
    narrowed = narrow(ANALYSIS, Choice(("mali",), ("PERSON",)))
    assert {entity.name for entity in narrowed.entities} == {"Mali", "Fatou Diarra"}


def test_a_type_alone_keeps_the_paragraphs_that_mention_one():
    """With "People" alone, the map shows where people are mentioned."""
    narrowed = narrow(ANALYSIS, Choice(types=("PERSON",)))
    assert {place.name for place in narrowed.places} == {"Mali", "Senegal"}


def test_unknown_values_are_dropped():
    """A name or a type that the article does not have never empties the page."""
    assert valid_choice(ANALYSIS, ["nobody", "mali"], ["ALIEN", "ORG", "GPE"]) == Choice(("mali",), ("GPE",))


@given(CHOICES)
def test_twice_is_once(choice):
    """Filtering again by the same choice changes nothing."""
    once = narrow(ANALYSIS, choice)
    assert narrow(once, choice) == once


@given(CHOICES)
def test_counts_only_fall_and_add_up(choice):
    """A filter never adds a mention, and each count is the number of mentions in kept paragraphs."""
    whole = {entity.id: entity for entity in ANALYSIS.entities}
    kept = kept_paragraphs(ANALYSIS, choice)
    for entity in narrow(ANALYSIS, choice).entities:
        expected = [m for m in whole[entity.id].mentions if m.paragraph in kept]
        assert list(entity.mentions) == expected
        assert entity.count == len(expected) > 0


@given(CHOICES)
def test_overall_tone_is_that_of_the_kept_words(choice):
    """The article's polarity under a filter rests on the scored words still shown."""
    narrowed = narrow(ANALYSIS, choice)
    words = [word for tone in narrowed.tones for word in tone.evidence]
    if words:
        assert narrowed.overall.polarity == pytest.approx(sum(w.polarity for w in words) / len(words))
    else:
        assert narrowed.overall.polarity is None


@given(st.sets(st.sampled_from(ROLES)), st.sets(st.sampled_from(PLACE_KINDS)))
def test_places_by_role_and_kind(roles, kinds):
    """The switches keep exactly the mentions of their roles and kinds, and twice is as good as once."""
    narrowed = narrow_places(ANALYSIS, roles, kinds)
    wanted = [
        (place.name, m.start)
        for place in ANALYSIS.places
        if not kinds or place.kind in kinds
        for m in place.mentions
        if not roles or m.role in roles
    ]
    assert sorted((p.name, m.start) for p in narrowed.places for m in p.mentions) == sorted(wanted)
    assert narrow_places(narrowed, roles, kinds) == narrowed


def test_countries_are_weighed_anew_in_a_filter():
    """A country that no kept paragraph names is none of those that the passage is about."""
    whole = analyze("Mali asked for help on Monday.\n\nThe harbour of Dakar in Senegal was closed.", engine="fast")
    assert {row.country_code for row in whole.countries} == {"ML", "SN"}
    part = narrow(whole, Choice(first=1, last=1))
    assert {row.country_code for row in part.countries} == {"SN"}
