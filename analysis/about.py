"""What an exported table says of itself: the article, the filter, what was corrected, the version and the method."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.choice import Choice
from analysis.corrections import sentence
from analysis.model import SCHEMA, Analysis

METHOD = (
    "Names by a trained recogniser and a gazetteer (GeoNames); tone by TextBlob, VADER and Dateline's own event tone; "
    "quotes, figures and dates by rules. Some of it is wrong: check the sentences before you quote a number."
)


def about(
    analysis: Analysis, choice: Choice, filter_sentence: str, options: Mapping[str, object] | None = None
) -> dict[str, object]:
    """
    Plain words and values, for analysis.export.

    Args: `filter_sentence` says the choice in words; `options` are what else a page narrowed the table by.
    """
    document = analysis.document
    names = {entity.id: entity.name for entity in analysis.entities}
    chosen = {
        "entities": [names.get(one, one) for one in choice.entities],
        "match": "all" if choice.needs_all else "any",
        "without": [names.get(one, one) for one in choice.without],
        "types": list(choice.types),
        "paragraphs": [choice.first, choice.last],
        "voice": choice.voice,
    }
    applied = [outcome.correction for outcome in analysis.corrections if outcome.problem is None]
    return {
        "made by": f"Dateline {analysis.version} ({SCHEMA})",
        "article": document.title or document.id,
        "published": document.published or "not known",
        "filter": filter_sentence or "none",
        "filter values": chosen if choice else "none",
        "options": dict(options) if options else "none",
        "corrections": [sentence(correction) for correction in applied] or "none",
        "method": METHOD,
    }
