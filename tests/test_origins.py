"""Why a name is marked: what found it, how sure that is, and why it is counted under its entity."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import analyze
from analysis.model import Entity, Mention
from analysis.origins import FINDERS, REASONS, Reason, origins, reason
from analysis.tone.read import sentence_tones, weighted
from tests.factories import TEXT
from views.page.library import bundled


def entity(name: str, kind: str, *forms: str) -> Entity:
    return Entity("it", name, kind, tuple(Mention(0, len(form), form, 0) for form in forms))


@pytest.mark.parametrize(
    ("name", "kind", "written", "why"),
    [
        ("Qasem Soleimani", "PERSON", "Qasem Soleimani", "name"),
        ("Qasem Soleimani", "PERSON", "Soleimani", "surname"),
        ("Qasem Soleimani", "PERSON", "QASEM SOLEIMANI", "spelling"),
        ("Michelle Obama", "PERSON", "Michelle", "given name"),
        ("Joseph Biden", "PERSON", "Joe Biden", "form"),
        ("United States", "GPE", "US", "alias"),
        ("World Health Organization", "ORG", "WHO", "acronym"),
        ("Nordvik Lines", "ORG", "Nordvik", "short"),
        ("Acme Ltd", "ORG", "Acme", "company form"),
        ("New York City", "GPE", "New York", "same place"),
        ("Republicans", "NORP", "Republican", "plural"),
        ("Qasem Soleimani", "PERSON", "Ismail Qaani", "other"),
    ],
)
def test_reasons(name, kind, written, why):
    """The rule that folded a name into its entity is the one that is told."""
    assert reason(entity(name, kind, name, written), written) == Reason(why, name)


def test_reason_goes_by_another_form():
    """Where the entity's name does not explain a mention, another form of it does, and is named."""
    person = entity("Abu Mahdi al-Muhandis", "PERSON", "Abu Mahdi al-Muhandis", "Jamal Ibrahimi", "Ibrahimi")
    assert reason(person, "Ibrahimi") == Reason("surname", "Jamal Ibrahimi")


def test_nationality():
    """ "Iranian" is counted as a nationality, whatever its letters."""
    assert reason(entity("Iran", "GPE", "Iran"), "Iranian", "nationality") == Reason("nationality", "Iran")


@pytest.mark.parametrize("article", bundled().values(), ids=list(bundled()))
def test_every_mention_has_a_source(article):
    """Whatever is a mention was found by something, and a probability is given by the model alone."""
    analysis = analyze(article.text)
    spans = [(m.start, m.end) for e in analysis.entities for m in e.mentions]
    found = origins(analysis.document, spans)
    assert set(found) == set(spans)
    for origin in found.values():
        assert origin.found in FINDERS
        assert (origin.probability is not None) == (origin.found == "model")
        assert (origin.alone is None) == (origin.rival is None) == (origin.probability is None)
        shares = [origin.probability, origin.alone, origin.rival_probability]
        assert all(share is None or 0 <= share <= 1 for share in shares)
        assert origin.rival is None or origin.rival != origin.label
    whys = {reason(e, m.text, m.kind).kind for e in analysis.entities for m in e.mentions}
    assert whys <= set(REASONS)


def test_the_model_reads_a_plain_name():
    """A name in plain use is found by the model, as what it is, and more likely so than as anything else."""
    text = "Angela Merkel met the press in Berlin on Monday. She said little."
    analysis = analyze(text)
    start = text.index("Angela Merkel")
    found = origins(analysis.document, [(start, start + len("Angela Merkel"))])
    (origin,) = found.values()
    assert origin.found == "model"
    assert origin.label == origin.settled == "PERSON"
    assert origin.probability > 0.5 > origin.rival_probability


def test_what_is_no_name_has_no_probability():
    """A span that neither the model nor a list knows gets no figure."""
    analysis = analyze(TEXT)
    start = TEXT.index("bridge")
    (origin,) = origins(analysis.document, [(start, start + 6)]).values()
    assert origin.probability is None


def test_origins_twice_are_the_same():
    """Asking for a part gives what asking for all gives: the tagger keeps nothing between two questions."""
    analysis = analyze(next(iter(bundled().values())).text)
    spans = [(m.start, m.end) for e in analysis.entities for m in e.mentions]
    whole = origins(analysis.document, spans)
    assert origins(analysis.document, spans[::3]) == {span: whole[span] for span in spans[::3]}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
@settings(max_examples=40)
def test_any_text(text):
    """No text makes it fail."""
    analysis = analyze(f"Iran. {text}")
    spans = [(m.start, m.end) for e in analysis.entities for m in e.mentions]
    assert set(origins(analysis.document, spans)) == set(spans)


@pytest.mark.parametrize("article", bundled().values(), ids=list(bundled()))
def test_sentences_hold_the_words_of_the_report(article):
    """Sentence by sentence the event words are those of the whole report, in order."""
    analysis = analyze(article.text)
    tones = sentence_tones(analysis.document, analysis.entities, analysis.quotes)
    assert [word for tone in tones for word in tone.words] == list(analysis.tone_report.event_words)
    assert [(t.start, t.end) for t in tones] == [(s.start, s.end) for s in analysis.document.sentences]


def test_one_sentence_scores_as_its_paragraph():
    """A paragraph of one sentence has that sentence's score, in every voice."""
    analysis = analyze(next(iter(bundled().values())).text)
    for tone in sentence_tones(analysis.document, analysis.entities, analysis.quotes, analysis.tone_report.pieces):
        row = analysis.tone_report.paragraphs[tone.paragraph]
        if sum(s.paragraph == tone.paragraph for s in analysis.document.sentences) == 1:
            assert (tone.all, tone.narrator, tone.quoted) == (row.all.events, row.narrator.events, row.quoted.events)
    assert weighted([]) is None
