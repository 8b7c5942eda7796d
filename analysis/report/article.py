"""The article itself: numbered paragraphs, names marked by type; what the filter leaves out stands back."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.model import Analysis, Mention
from analysis.report.material import Material
from analysis.select.narrow import Choice
from analysis.show.markup import Html, element, joined, note, section
from analysis.show.sentences import TYPE_NAMES, counted_sentence, listed, paragraph_name, with_article


def article(material: Material) -> Html:
    """The section with the text."""
    document = material.whole.document
    body = [paragraph(material, row.index, row.start, row.end, row.kind) for row in document.paragraphs]
    types = {entity.type for entity in material.shown.entities}
    told = "Names are underlined by type; the number of a paragraph is the one that the tables link to."
    if material.is_filtered:
        told += " Only what is counted is underlined; paragraphs that are not counted are grey."
    parts = [note(told), types_key(types), element("div", joined(body), class_="article")]
    return section("article", "The article", *parts, class_="fresh")


def types_key(types: set[str]) -> Html:
    """The underlines with their words, for the types that occur."""
    rows = [
        element("li", element("mark", TYPE_NAMES[kind], class_=f"t-{kind}")) for kind in TYPE_NAMES if kind in types
    ]
    return element("ul", joined(rows), class_="legend") if rows else Html("")


def paragraph(material: Material, index: int, start: int, end: int, kind: str) -> Html:
    """A paragraph behind its number."""
    label = material.labels[index]
    names = (["title"] if kind == "title" else []) + ([] if index in material.kept else ["out"])
    number = element("span", "" if label == "Headline" else label)
    text = element("p", marked(material, start, end), dir="auto")
    attributes = {"class_": " ".join(names)} if names else {}
    return element("div", joined([number, text]), id=material.anchor(index), **attributes)


def marked(material: Material, start: int, end: int) -> Html:
    """`text[start:end]` with the names that are counted in it marked."""
    text = material.whole.document.text
    pieces: list[str] = []
    at = start
    for mention, kind, hint in material.marks_in(start, end):
        if mention.start < at or mention.end > end:
            continue
        pieces += [text[at : mention.start], mark(mention, kind, hint)]
        at = mention.end
    return joined([*pieces, text[at:end]])


def mark(mention: Mention, kind: str, hint: str) -> Html:
    """A name, underlined as its type is."""
    return element("mark", mention.text, class_=f"t-{kind}", title=hint)


# What a filtered report says of its filter: every part of the choice, so that nobody takes a part for the whole.

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
