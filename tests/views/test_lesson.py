"""Lessons: what a class guessed beside what the machine says."""

from __future__ import annotations

import json

from analysis import analyze
from views.reader.lesson import compare_answers, most_negative, names_to_ask, to_json

RESULT = analyze("Prize\n\nMaria Lopez won a prize in Lima.\n\nThe fire killed nine people and destroyed the school.")


def test_guesses_beside_answers():
    """Every name is asked about once, and the class agrees with the machine where both say person or both do not."""
    lesson = compare_answers(RESULT, ["Maria Lopez", "Lima"], 2)
    assert {answer.name: answer.agrees for answer in lesson.answers} == {"Maria Lopez": True, "Lima": False}
    assert names_to_ask(RESULT) == sorted(names_to_ask(RESULT))


def test_the_most_negative_paragraph():
    """The paragraph of the fire is the most negative; a text without a scored word has none."""
    assert most_negative(RESULT) == 2
    assert most_negative(analyze("Xyzzy")) is None


def test_the_file_holds_what_was_said():
    """The file holds the guesses, the answers, the mistakes that were marked, and the note."""
    lesson = compare_answers(RESULT, ["Maria Lopez"], 1, wrong=["Lima"], note="Lima is a city.")
    content = json.loads(to_json(RESULT, lesson))
    assert content["schema"] == "dateline-lesson/1"
    assert {a["name"]: a["machine_is_wrong"] for a in content["answers"]} == {"Maria Lopez": False, "Lima": True}
    assert (content["guessed_paragraph"], content["machine_paragraph"]) == (1, 2)
    assert content["note"] == "Lima is a city."
