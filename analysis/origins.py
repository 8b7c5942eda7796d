"""
Why a name is marked: what found it, how sure that is, and why it is counted under its entity.

All of it is computed again from the document, so that an analysis carries nothing that only a tooltip needs. Where a
list or a rule spoke there is no probability, and none is made up.

    >>> reason(Entity("qasem-soleimani", "Qasem Soleimani", "PERSON", ()), "Soleimani")
    Reason(kind='surname', of='Qasem Soleimani')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.encoder.reader import Reader
from analysis.engines import ENCODER, FAST
from analysis.english.tokens import Token, tokenize
from analysis.gazetteer.fold import fold
from analysis.gazetteer.lookup import candidates, country_of_name, demonym
from analysis.model import Document, Entity, Span
from analysis.names.agree import agree, find_again
from analysis.names.capitals import as_usual
from analysis.names.edges import mend
from analysis.names.features import document_features, second_stage
from analysis.names.fold import is_part
from analysis.names.forms import body_words, is_acronym, is_same_person, may_stand_for, person_words, stands_for
from analysis.names.known import missed_bodies
from analysis.names.lands import is_same_place, people_key, place_words
from analysis.names.recognise import LABELS, lock, spans_of, taggers, trim

if TYPE_CHECKING:
    import pycrfsuite

Rows = list[list[list[str]]]
"""Features: sentence, token, feature."""

FINDERS = ("model", "list", "repeat", "nationality", "gazetteer", "form")
"""
What finds names: the trained recogniser; the list of well-known bodies; a name of the text, found again where the
recogniser missed it; the list of nationalities; the gazetteer; the form of a place's name ("Mill Street").
"""

NO_NAME = "O"
"""The recogniser's label for what is no name."""

PLACE_TYPES = ("GPE", "LOC", "FAC")

REASONS = (
    "name", "spelling", "alias", "nationality", "surname", "given name", "part", "form", "company form", "short",
    "acronym", "written out", "same place", "plural", "other",
)  # fmt: skip
"""Why a mention is counted under its entity; "other" where no single rule explains it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """
    What found a name: `found` is one of FINDERS.

    Of the model alone: the `label` that it gave, the `probability` of it, what that was `alone`, when its first stage
    had read nothing but the sentence, and the next best label, the `rival`, with its own. A probability is that of
    the least sure word of the name, 0..1; None where there is none. The fast engine's is the model's own and runs
    high; the encoder's is calibrated, so that of names at .8 four in five are right, and has no first stage: `alone`
    is the same. `settled` is the label after the document's names were made to agree.
    """

    found: str
    label: str | None = None
    probability: float | None = None
    alone: float | None = None
    rival: str | None = None
    rival_probability: float | None = None
    settled: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mention is counted under its entity: `kind` is one of REASONS, `of` the form of the name it goes with."""

    kind: str
    of: str


def origins(document: Document, wanted: Iterable[tuple[int, int]], engine: str = FAST) -> dict[tuple[int, int], Origin]:
    """
    What Dateline's own recogniser and lists had to do with each of the spans `wanted`.

    It takes as long as recognising the document by `engine`: for 5,000 words 0.1 s, with the encoder a second.
    """
    document = as_usual(document)
    text = document.text
    sentences = [list(tokenize(text, s.start, s.end)) for s in document.sentences]
    reader = Reader(document) if engine == ENCODER else None
    if reader is None:
        labels, *stages = _tagged(sentences)
    else:
        labels, stages = reader.tags, []
    raw = [span for tokens, tags in zip(sentences, labels, strict=True) for span in spans_of(tokens, tags)]
    trimmed = mend(document, [kept for span in raw if (kept := trim(text, span)) is not None])
    read = read_as(trimmed, raw)
    listed = list(missed_bodies(sentences, trimmed))
    agreed = agree(text, [*trimmed, *listed])
    settled = {(span.start, span.end): span.label for span in agreed}
    again = {(span.start, span.end): span.label for span in find_again(text, sentences, agreed)}
    on_list = {(span.start, span.end) for span in listed}
    found: dict[tuple[int, int], Origin] = {}
    by_sentence: dict[int, list[tuple[int, int]]] = {}
    for start, end in wanted:
        if (start, end) in read:
            by_sentence.setdefault(document.sentence_at(start).index, []).append((start, end))
        elif (start, end) in on_list:
            found[start, end] = Origin("list", settled=settled[start, end])
        elif (start, end) in again:
            found[start, end] = Origin("repeat", settled=again[start, end])
        else:
            found[start, end] = Origin(_finder_of_place(text[start:end]))
    for number, spans in by_sentence.items():
        own = [read[span] for span in spans]
        stage = _stages_of(stages, number, sentences[number], spans, own) if reader is None else _encoded(reader, spans)
        for bounds, label, alone, together in zip(spans, own, *stage, strict=True):
            found[bounds] = _by_model(label, settled[bounds], alone, together)
    return found


def _encoded(reader: Reader, spans: Sequence[tuple[int, int]]) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """What the encoder gives for spans; it has no first stage."""
    shares = [reader.shares(*span) for span in spans]
    return shares, shares


def _stages_of(
    stages: Sequence[Rows], number: int, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], own: Sequence[str]
) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """What the two stages of the fast engine give for the spans of a sentence: of the own label, and of every one."""
    first, second = taggers()
    before, after = stages
    alone = _shares(first, before[number], tokens, spans, [(label,) for label in own])
    return alone, _shares(second, after[number], tokens, spans, [(*LABELS, NO_NAME)] * len(spans))


def read_as(spans: Sequence[Span], raw: Sequence[Span]) -> dict[tuple[int, int], str]:
    """For each span, the label that the recogniser gave the words of which it is made."""
    found, at = {}, 0
    for span in spans:
        while raw[at].end <= span.start:
            at += 1
        found[span.start, span.end] = raw[at].label
    return found


def _tagged(sentences: Sequence[Sequence[Token]]) -> tuple[list[list[str]], Rows, Rows]:
    """The labels of every token, and the features that each stage saw."""
    first, second = taggers()
    rows = document_features(sentences)
    with lock:  # A tagger holds the sentence that it works on.
        before = [first.tag(row) if row else [] for row in rows]
        again = second_stage(rows, sentences, before)
        return [second.tag(row) if row else [] for row in again], rows, again


def _shares(
    tagger: pycrfsuite.Tagger,
    row: list[list[str]],
    tokens: Sequence[Token],
    spans: Sequence[tuple[int, int]],
    wanted: Sequence[Sequence[str]],
) -> list[dict[str, float]]:
    """For each span of a sentence, the probability of each wanted label by its least sure word; empty for no word."""
    known = set(tagger.labels())
    found = []
    with lock:
        tagger.set(row)
        for (start, end), labels in zip(spans, wanted, strict=True):
            inside = [at for at, token in enumerate(tokens) if start <= token.start and token.end <= end]
            marks = {label: known & {label, f"B-{label}", f"I-{label}"} for label in labels if inside}
            found.append(
                {k: min(sum(tagger.marginal(m, at) for m in own) for at in inside) for k, own in marks.items()}
            )
    return found


def _by_model(label: str, settled: str, alone: dict[str, float], together: dict[str, float]) -> Origin:
    """What the model gives for a name; nothing where it is cut within a word."""
    if not together:
        return Origin("model", label, settled=settled)
    rival = max((kind for kind in together if kind != label), key=together.__getitem__)
    shares = [round(min(1.0, max(0.0, value)), 3) for value in (together[label], alone[label], together[rival])]
    return Origin("model", label, shares[0], shares[1], rival, shares[2], settled)


def _finder_of_place(name: str) -> str:
    """What finds a place's name that the recogniser passed over."""
    if demonym(name) is not None:
        return "nationality"
    return "gazetteer" if candidates(name) else "form"


def reason(entity: Entity, name: str, kind: str = "name") -> Reason:
    """
    Why `name`, a mention of kind `kind`, is counted under `entity`.

    The rules of folding are asked again, first with the entity's name, then with its other forms, the longest first.
    """
    if kind == "nationality":
        return Reason("nationality", entity.name)
    if name == entity.name:
        return Reason("name", entity.name)
    forms = sorted({mention.text for mention in entity.mentions if mention.kind == "name"}, key=lambda f: (-len(f), f))
    for form in [entity.name, *(form for form in forms if fold(form) != fold(name))]:
        found = _explained(name, form, entity.type)
        if found:
            return Reason(found, form)
    return Reason("other", entity.name)


def _explained(name: str, form: str, kind: str) -> str | None:
    """The rule by which two forms are one name's; None where none says so."""
    return _explained_letters(name, form, kind) or _explained_type(name, form, kind)


def _explained_letters(name: str, form: str, kind: str) -> str | None:
    """What letters and lists say, whatever is named."""
    if fold(name) == fold(form):
        return "spelling"
    code = country_of_name(name)
    if kind in PLACE_TYPES and code and code == country_of_name(form):
        return "alias"
    if is_acronym(name) and (stands_for(name, form) or may_stand_for(name, form)):
        return "acronym"
    if is_acronym(form) and (stands_for(form, name) or may_stand_for(form, name)):
        return "written out"
    return None


def _explained_type(name: str, form: str, kind: str) -> str | None:
    """What the rules for names of this type say."""
    if kind == "PERSON":
        return _explained_person(person_words(name), person_words(form))
    if kind in PLACE_TYPES:
        is_same = place_words(name) == place_words(form) or is_same_place(name, form) or is_same_place(form, name)
        return "same place" if is_same else None
    if kind == "NORP":
        return "plural" if people_key(name)[0] == people_key(form)[0] else None
    words, longer = body_words(name), body_words(form)
    return "company form" if words == longer else "short" if is_part(words, longer) else None


def _explained_person(words: tuple[str, ...], full: tuple[str, ...]) -> str | None:
    """The rule by which two forms are one person's."""
    if not words or not full:
        return None
    if len(words) == 1 < len(full):
        if words[0] == full[-1]:
            return "surname"
        return "given name" if words[0] == full[0] else "part" if words[0] in full else None
    if words == full or (len(full) > 1 and is_same_person(*sorted((words, full), key=len))):
        return "form"
    return None
