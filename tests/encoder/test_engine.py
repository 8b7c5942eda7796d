"""The engine that reads with a small network, beside the one that does not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import InputError, ResourceError, analyze
from analysis.encoder import reader as readers
from analysis.encoder import session
from analysis.encoder.reader import Reader
from analysis.engines import ENGINES
from analysis.english.segment import segment
from analysis.origins import origins
from analysis.tone.read import sentence_tones

pytest.importorskip("onnxruntime", reason="the encoder is optional")

TEXT = (
    "Floods kill nine in Beira\n\nAngela Merkel praised the brave rescuers of Beira on Monday. "
    "“The government has failed us,” said Ama Boateng, a teacher. Merkel left for Berlin.\n\nNothing else is known."
)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_result_names_its_engine(engine):
    """Whoever reads a result sees what read the text, in Python and in the file."""
    found = analyze(TEXT, engine=engine)
    assert found.engine == found.to_dict()["engine"] == engine


def test_the_encoder_is_the_default():
    """Where the network can be run it reads, without being asked."""
    assert analyze(TEXT).engine == "encoder"


@pytest.mark.parametrize("engine", ["", "ENCODER", "gpu", "spacy:x"])
def test_unknown_engines_are_refused(engine):
    """A name that is no engine's is refused with itself and the choices."""
    with pytest.raises(InputError, match=rf'"{engine}".*"encoder" or "fast"'):
        analyze(TEXT, engine=engine)


def test_without_the_library_the_fast_engine_reads(monkeypatch):
    """Where onnxruntime is missing all works without it, and who asks for the encoder is told what to install."""
    monkeypatch.setattr("analysis.engines.is_available", lambda: False)
    assert analyze(TEXT).to_dict() == analyze(TEXT, engine="fast").to_dict()
    with pytest.raises(InputError, match="pip install onnxruntime"):
        analyze(TEXT, engine="encoder")


def test_the_fast_engine_opens_no_network():
    """Neither the import nor the fast engine loads the library of networks: the command line stays quick."""
    program = (
        "import sys, analysis; analysis.analyze('Ama Boateng won.', engine='fast'); print('onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_command_line_takes_an_engine(tmp_path):
    """`--engine fast` reads without the network, and the JSON says so."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "analysis", str(path), "--engine", "fast"], capture_output=True, check=True
    )
    assert b'"engine": "fast"' in done.stdout


def test_a_missing_network_is_named(monkeypatch, tmp_path):
    """An installation whose network is lost says which file, and not another program's trace."""
    monkeypatch.setattr(session, "NAMES", tmp_path / "encoder_names.onnx")
    with pytest.raises(ResourceError, match=r"encoder_names\.onnx"):
        analyze(TEXT, engine="encoder")


def test_a_sentence_does_not_depend_on_its_neighbours():
    """The event tone of a sentence is the same whatever is printed before and behind it."""
    alone = analyze("The brave rescuers saved nine children.").tone_report.pieces
    among = analyze("Bombs fell.\n\nThe brave rescuers saved nine children.\n\nA dog barked.").tone_report.pieces
    assert alone[0].events == among[1].events


def test_the_same_text_gives_the_same_result():
    """Two readings of a text are equal to the last digit."""
    assert analyze(TEXT).to_dict() == analyze(TEXT).to_dict()


def test_long_texts_are_read_the_same(monkeypatch):
    """A text whose vectors are let go to save memory gets the tone toward its names that a short one gets."""
    kept = analyze(TEXT).tone_report.toward
    monkeypatch.setattr(readers, "KEPT_WORDS", 0)
    assert analyze(TEXT).tone_report.toward == kept != ()


def test_voices_are_read_apart():
    """What is quoted is read without what stands around it, and the paragraph's score is made of both."""
    report = analyze(TEXT).tone_report
    quoted = next(piece for piece in report.pieces if TEXT[piece.start : piece.end].startswith("The government"))
    assert quoted.events < 0
    assert report.paragraphs[1].quoted.events == pytest.approx(quoted.events, abs=0.02)


def test_sentences_on_the_screen_have_the_scores_of_the_report():
    """What the reader tints is what the report counts."""
    found = analyze(TEXT)
    shown = sentence_tones(found.document, found.entities, found.quotes, found.tone_report.pieces)
    scores = {(piece.start, piece.end): piece.events for piece in found.tone_report.pieces}
    whole = [tone for tone in shown if (tone.start, tone.end) in scores]
    assert whole
    assert all(tone.all == scores[tone.start, tone.end] for tone in whole)


def test_small_letters_are_read():
    """A town in a text without capitals is found by the encoder; the fast engine needs the capital."""
    text = "so the storm hit galveston last night and the roads to houston are closed"
    places = {mention.text for entity in analyze(text).entities for mention in entity.mentions}
    assert {"galveston", "houston"} <= places


def test_a_plain_name_is_likely_a_doubtful_one_less():
    """The probability of a name is the network's, of its least sure word, and adds to no more than the labels allow."""
    found = analyze(TEXT)
    start = TEXT.index("Angela Merkel")
    (origin,) = origins(found.document, [(start, start + 13)], found.engine).values()
    assert origin.label == "PERSON"
    assert 1 >= origin.probability > 0.8 > origin.rival_probability >= 0


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text):
    """Whatever stands in a text, names lie in it without overlap and every tone is a tone."""
    document = segment(f"Iran {text}")
    reader = Reader(document)
    assert [len(tags) for tags in reader.tags] == [len(tokens) for tokens in reader.tokens]
    spans = [(s.start, s.end) for s in document.sentences]
    assert all(tone is None or -1 <= tone <= 1 for tone in reader.tones(spans))
    assert reader.toward(spans).sum(1) == pytest.approx(1.0, abs=1e-4)
