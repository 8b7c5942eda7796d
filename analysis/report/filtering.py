"""What a filtered report says of its filter: every part of the choice, so that nobody takes a part for the whole."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.choice import Choice
from analysis.model import Analysis
from analysis.report.markup import Html, element, joined
from analysis.report.material import Material
from analysis.report.words import TYPE_NAMES, counted_sentence, listed, paragraph_name, with_article

VOICES = {
    "narrator": "Of them only the narrator’s own words are counted, not what is quoted.",
    "quoted": "Of them only what is quoted is counted, not the narrator’s own words.",
}


def filter_box(material: Material, choice: Choice) -> Html:
    """The box at the head of a filtered report."""
    lines = [
        joined([element("strong", "This report is filtered."), f" {filter_sentence(material.whole, choice)}"]),
        counted_sentence(material.whole, material.kept),
        "The article stands below in full.",
    ]
    return element("div", joined(element("p", line) for line in lines), class_="filter", role="note")


def filter_sentence(analysis: Analysis, choice: Choice) -> str:
    """The choice in words: which paragraphs, which names in them, in whose voice."""
    names = {entity.id: with_article(entity.name) for entity in analysis.entities}
    kinds = [f"“{TYPE_NAMES[kind]}”" for kind in choice.types]
    parts = []
    if choice.first is not None or choice.last is not None:
        last = len(analysis.document.paragraphs) - 1 if choice.last is None else choice.last
        first, end = paragraph_name(analysis, choice.first or 0), paragraph_name(analysis, last)
        parts.append(f"from {first} to {end}")
    if choice.entities:
        chosen = [names.get(one, one) for one in choice.entities]
        parts.append(f"that mention {together(chosen) if choice.needs_all else _or(chosen)}")
    elif kinds:
        parts.append(f"that mention a name of type {_or(kinds)}")
    if choice.without:
        joint = "and" if choice.entities or kinds else "that"
        parts.append(f"{joint} do not mention {_or([names.get(one, one) for one in choice.without])}")
    sentences = [f"It counts the paragraphs {' '.join(parts)}." if parts else "It counts every paragraph."]
    if kinds:
        chosen_too = "those chosen by name and " if choice.entities else ""
        sentences.append(f"Of the names in them it counts {chosen_too}those of type {_or(kinds)}.")
    if choice.voice in VOICES:
        sentences.append(VOICES[choice.voice])
    return " ".join(sentences)


def together(names: Sequence[str]) -> str:
    """Names that must all stand in a paragraph: "both a and b", "all of a, b and c"."""
    return f"{'both' if len(names) == 2 else 'all of'} {listed(names)}" if len(names) > 1 else names[0]


def _or(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
