"""
Words for one thing among which a writer chooses, and by the choice may take a side.

Written for this project (CC0), from the style guides' perennial questions. A group is no accusation: "killing" may be
the plain word and "assassination" the exact one.
"""

from __future__ import annotations

GROUPS = {
    "a killing": (
        "killing", "killings", "assassination", "assassinated", "murder", "murdered", "execution", "executed", "death",
        "slaying", "slain", "massacre", "strike", "airstrike", "attack", "martyred", "eliminated", "neutralised",
        "neutralized",
    ),
    "armed men": (
        "militia", "militias", "militants", "fighters", "gunmen", "rebels", "insurgents", "terrorists", "terrorist",
        "guerrillas", "paramilitaries", "mercenaries", "freedom fighters", "resistance", "extremists", "jihadists",
        "soldiers", "troops",
    ),
    "people who cross borders": (
        "migrants", "migrant", "refugees", "refugee", "asylum seekers", "illegal immigrants", "illegals",
        "undocumented", "displaced", "aliens", "expats",
    ),
    "a gathering in the street": (
        "protest", "protests", "protesters", "demonstration", "demonstrators", "rally", "riot", "riots", "rioters",
        "unrest", "mob", "uprising", "marchers",
    ),
    "those who govern": ("government", "regime", "administration", "authorities", "junta", "rulers", "leadership"),
    "a fight": (
        "war", "conflict", "invasion", "special military operation", "incursion", "operation", "offensive", "battle",
        "clash", "clashes", "escalation", "retaliation", "revenge", "vengeance", "aggression",
    ),
    "an answer": ("response", "retaliation", "reprisal", "revenge", "retribution", "deterrence"),
    "a change of seats": ("coup", "takeover", "mutiny", "revolution", "transition", "putsch", "insurrection"),
    "jobs lost": ("job cuts", "layoffs", "redundancies", "restructuring", "downsizing", "rightsizing", "streamlining"),
    "money for a company": ("subsidy", "subsidies", "bailout", "support package", "handout", "investment", "relief"),
    "the weather of the world": (
        "climate change", "global warming", "climate crisis", "climate emergency", "global heating",
    ),
    "to say": ("said", "claimed", "admitted", "insisted", "alleged", "denied", "conceded", "boasted", "revealed"),
}  # fmt: skip
"""Group, as a reader would call it -> its words."""
