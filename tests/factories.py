"""Small analyses without a recogniser: an expectation is one line, and a test says all that it rests on."""

from __future__ import annotations

import re

from analysis.english.segment import segment
from analysis.model import Analysis, Entity, Mention, Place, PlaceMention
from analysis.places.focus import weigh_countries
from analysis.tone.words import combine, score

TEXT = """Floods cut off Mopti as rains return to Mali

Mali asked Senegal for help on Monday. The beautiful old bridge in Mopti is broken.

Fatou Diarra, a nurse, said the hospital was ready. "Mali will thank Senegal," Diarra said.

No word here scores.
"""

NAMES = {
    ("Mali", "GPE"): ("Mali",),
    ("Senegal", "GPE"): ("Senegal",),
    ("Mopti", "GPE"): ("Mopti",),
    ("Fatou Diarra", "PERSON"): ("Fatou Diarra", "Diarra"),
}

POINTS = {
    "Mali": ("country", "ML", 17.0, -4.0, 2453866),
    "Senegal": ("country", "SN", 14.5, -14.25, 2245662),
    "Mopti": ("city", "ML", 14.484, -4.183, 2453348),
}


def make_entity(text: str, name: str, kind: str, forms: tuple[str, ...]) -> Entity:
    """An entity with a mention wherever one of `forms` stands in `text`, the longer form first."""
    document = segment(text)
    pattern = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    mentions = tuple(
        Mention(m.start(), m.end(), m[0], document.paragraph_at(m.start()).index)
        for m in re.finditer(rf"\b(?:{pattern})\b", text)
    )
    return Entity(re.sub(r"\W+", "-", name.lower()), name, kind, mentions)


def make_analysis(text: str = TEXT, names: dict[tuple[str, str], tuple[str, ...]] | None = None) -> Analysis:
    """An analysis of `text` with exactly these names; places among POINTS get their points."""
    document = segment(text)
    tones = tuple(score(text, p.start, p.end) for p in document.paragraphs)
    entities = [make_entity(text, *key, forms) for key, forms in (NAMES if names is None else names).items()]
    places = [
        Place(
            entity.name,
            entity.id,
            *POINTS.get(entity.name, ("unknown", None, None, None, None)),
            0.9 if entity.name in POINTS else 0.0,
            tuple(PlaceMention(m.start, m.end, m.text, m.paragraph) for m in entity.mentions),
        )
        for entity in entities
        if entity.type in ("GPE", "LOC", "FAC") and entity.mentions
    ]
    return Analysis(
        "test",
        document,
        tones,
        combine(tones, 0, len(text)),
        tuple(sorted((e for e in entities if e.mentions), key=lambda e: -e.count)),
        tuple(sorted(places, key=lambda p: -p.count)),
        (),
        countries=weigh_countries(document, places),
    )
