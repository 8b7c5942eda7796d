"""
A lesson on one article: a class guesses first, the machine answers after, and both can be wrong.

Pure: guesses in, a comparison and a file out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from analysis.model import Analysis, Entity
from analysis.pipeline import VERSION

MAX_NAMES = 24
"""Names that a class is asked about at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One name: what the class guessed, what the machine says, whether the class holds the machine to be wrong."""

    name: str
    guessed_person: bool
    machine_type: str
    machine_is_wrong: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the guess and the machine are of one mind."""
        return self.guessed_person == (self.machine_type == "PERSON")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a class guessed and what the machine says; paragraphs by index, None where nothing was chosen or scored."""

    answers: tuple[Answer, ...]
    guessed_paragraph: int | None
    machine_paragraph: int | None
    note: str = ""


def asked(analysis: Analysis) -> list[Entity]:
    """Those whom a class is asked about, by name in the order of the alphabet, so that nothing is given away."""
    return sorted(analysis.entities[:MAX_NAMES], key=lambda entity: (entity.name, entity.id))


def names_to_ask(analysis: Analysis) -> list[str]:
    """The names that a class is asked about, in the order of the alphabet."""
    return [entity.name for entity in asked(analysis)]


def most_negative(analysis: Analysis) -> int | None:
    """The paragraph that the event tone calls the most negative; None where nothing is scored."""
    if analysis.tone_report is None:
        return None
    scored = [(row.all.events, row.index) for row in analysis.tone_report.paragraphs if row.all.events is not None]
    return min(scored)[1] if scored else None


def compare_answers(
    analysis: Analysis, people: Iterable[str], paragraph: int | None, wrong: Iterable[str] = (), note: str = ""
) -> Lesson:
    """
    Lay the guesses beside the machine's answers.

    Args: people: the ids of those guessed to be persons, or their names; paragraph: the index guessed to be the most
        negative; wrong: the ids, or names, at which the class holds the machine to be wrong.
    """
    guessed, mistaken = set(people), set(wrong)
    answers = tuple(
        Answer(one.name, bool({one.id, one.name} & guessed), one.type, bool({one.id, one.name} & mistaken))
        for one in asked(analysis)
    )
    return Lesson(answers, paragraph, most_negative(analysis), note)


def takeaway(answers: Sequence[Answer]) -> str:
    """How often the class and the machine agree."""
    n_agree = sum(answer.agrees for answer in answers)
    return f"The class and the machine agree on {n_agree} of {len(answers)} names."


def to_json(analysis: Analysis, lesson: Lesson) -> str:
    """The lesson as a file: the article, the version, the guesses, the answers, the mistakes that were marked."""
    content = {
        "schema": "dateline-lesson/1",
        "version": VERSION,
        "document": {"id": analysis.document.id, "title": analysis.document.title},
        **asdict(lesson),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
