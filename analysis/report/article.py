"""The article itself: numbered paragraphs, names marked by type; what the filter leaves out stands back."""

from __future__ import annotations

from analysis.model import Mention
from analysis.report.markup import Html, element, joined, note, section
from analysis.report.material import Material
from analysis.report.words import TYPE_NAMES


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
