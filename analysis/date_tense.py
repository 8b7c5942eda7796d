"""Whether a sentence speaks of a time to come or of one that is past, from the verbs beside the date."""

from __future__ import annotations

import re

TENSE_RE = re.compile(
    r"""
    \b(?:
      (?P<future>
        (?:will|would|should|shall|(?-i:may)|to)(?:\snot)?\sbe(?:\s\w+)?    # "will be shut": its participle is no past
        | will | won['’]t | shall | should | would | (?-i:may)
        | (?:is|are)\sto | due\s(?:to|on|in|back|for) | set\s(?:to|for) | scheduled\s(?:to|for) | expected | planned
        | plans?\sto | hopes?\sto | aims?\sto | intends?\sto | going\sto | upcoming | ahead\sof
        # The present of a timetable.
        | (?:ends|opens|begins|starts|closes|expires|returns|resumes|kicks\soff|takes?\splace|faces|hosts|goes\son\ssale
          |comes\sinto\sforce|takes\seffect)
      )
      | (?P<past>
        was | were | had | has | have\s(?:been|had|\w{2,12}ed) | did | said | told | \w{2,14}ed | came | went | took
        | made | got | gave | found | held | kept | left | led | lost | met | paid | ran | rose | fell | saw | sold
        | sent | shot | spoke | stood | struck | threw | won | wrote | became | began | bought | brought | built | broke
        | drew | drove | flew | fought | grew | hit | shut | knew | sank | stole | swore | tore | fled | died | beat
      )
    )\b
    | ['’](?P<short>ll)\b
    """,
    re.VERBOSE | re.I,
)


def is_to_come(text: str, left: int, start: int, end: int, right: int, before: bool | None = None) -> bool | None:
    """
    Whether the date at [start, end) lies ahead: True, False, or None where no verb tells.

    Args:
        left, right: the bounds within which a verb belongs to this date, the dates beside it or its sentence.
        before: the answer for the date before it in its sentence, which holds where no verb stands between the two.
    """
    nearest = None
    for match in TENSE_RE.finditer(text, left, start):
        nearest = match
    if nearest is None and before is None:
        nearest = TENSE_RE.search(text, end, right)
    return before if nearest is None else not nearest["past"]
