"""The units that numbers carry: measures, currencies and shares, under one name each."""

from __future__ import annotations

import re

from analysis.gazetteer.fold import lowered

MEASURES = {
    "km": "kilometre", "kilometre": "kilometre", "kilometer": "kilometre", "m": "metre", "metre": "metre",
    "meter": "metre", "cm": "centimetre", "centimetre": "centimetre", "centimeter": "centimetre", "mm": "millimetre",
    "millimetre": "millimetre", "millimeter": "millimetre", "mile": "mile", "yard": "yard", "foot": "foot",
    "feet": "foot", "ft": "foot", "inch": "inch", "inche": "inch",
    "kg": "kilogram", "kilogram": "kilogram", "kilo": "kilogram", "g": "gram", "gram": "gram", "mg": "milligram",
    "milligram": "milligram", "tonne": "tonne", "ton": "ton", "lb": "pound (weight)", "ounce": "ounce", "oz": "ounce",
    "litre": "litre", "liter": "litre", "ml": "millilitre", "gallon": "gallon", "pint": "pint", "barrel": "barrel",
    "hectare": "hectare", "acre": "acre", "square metre": "square metre", "square meter": "square metre",
    "square mile": "square mile", "square foot": "square foot", "square feet": "square foot", "sq ft": "square foot",
    "square kilometre": "square kilometre", "square kilometer": "square kilometre", "sq km": "square kilometre",
    "sq m": "square metre", "cubic metre": "cubic metre", "cubic meter": "cubic metre", "cubic feet": "cubic foot",
    "km/h": "km/h", "kmh": "km/h", "kph": "km/h", "mph": "mph", "knot": "knot", "mach": "mach",
    "degree": "degree", "°c": "°C", "c": "°C", "°f": "°F", "f": "°F", "°": "degree",
    "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "kilowatt": "kilowatt", "megawatt": "megawatt",
    "gigawatt": "gigawatt", "terawatt": "terawatt", "watt": "watt", "volt": "volt", "kwh": "kWh", "mwh": "MWh",
    "gwh": "GWh", "twh": "TWh", "kilowatt-hour": "kWh", "megawatt-hour": "MWh", "decibel": "decibel",
    "kb": "KB", "mb": "MB", "gb": "GB", "tb": "TB", "gigabyte": "GB", "megabyte": "MB", "terabyte": "TB",
    "megapixel": "megapixel", "light-year": "light-year", "light year": "light-year", "nautical mile": "nautical mile",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "year": "year", "decade": "decade", "centurie": "century", "century": "century",
    "percentage point": "percentage point", "basis point": "basis point", "calorie": "calorie",
    "magnitude": "magnitude", "carat": "carat", "hectolitre": "hectolitre", "bushel": "bushel",
}  # fmt: skip
"""A unit as written, without the s of the plural and in lower case -> its name."""

DURATIONS = frozenset("second minute hour day week fortnight month year decade century".split())

# Signs and short forms that may stand right behind the digits: 45mm, 1.1C, 200g.
GLUED = ("km/h", "kmh", "kph", "mph", "kwh", "mwh", "gwh", "twh", "km", "cm", "mm", "kg", "mg", "ml", "kw", "mw", "gw",
         "kb", "mb", "gb", "tb", "ft", "lb", "°c", "°f", "°", "m", "g", "c", "f")  # fmt: skip

CURRENCIES = {
    "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "₩": "won", "₦": "naira", "₽": "rouble",
    "us$": "US dollar", "usd": "US dollar", "a$": "Australian dollar", "au$": "Australian dollar",
    "aud": "Australian dollar", "nz$": "New Zealand dollar", "nzd": "New Zealand dollar", "c$": "Canadian dollar",
    "ca$": "Canadian dollar", "cad": "Canadian dollar", "hk$": "Hong Kong dollar", "s$": "Singapore dollar",
    "r$": "real", "eur": "euro", "gbp": "pound", "jpy": "yen", "cny": "yuan", "rmb": "yuan", "chf": "Swiss franc",
    "inr": "rupee", "rs": "rupee", "rs.": "rupee", "sek": "Swedish krona", "nok": "Norwegian krone",
}  # fmt: skip
"""What stands before an amount -> the currency. A bare "$" is some dollar: an article rarely says whose."""

CURRENCY_WORDS = {
    "dollar": "dollar", "euro": "euro", "pound": "pound", "sterling": "pound", "yen": "yen", "yuan": "yuan",
    "renminbi": "yuan", "rupee": "rupee", "peso": "peso", "rouble": "rouble", "ruble": "rouble", "franc": "franc",
    "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone", "zloty": "zloty", "lira": "lira",
    "shekel": "shekel", "dirham": "dirham", "riyal": "riyal", "dinar": "dinar", "naira": "naira", "rand": "rand",
    "cedi": "cedi", "shilling": "shilling", "baht": "baht", "won": "won", "ringgit": "ringgit", "real": "real",
    "pence": "pence", "penny": "pence", "cent": "cent",
}  # fmt: skip

_WORDS = "|".join(
    sorted((re.escape(u).replace(r"\ ", r"\s") for u in MEASURES if u not in ("m", "f", "c")), key=len, reverse=True)
)
UNIT_RE = re.compile(rf"\s?[\s-](?P<unit>{_WORDS})(?:s|es)?\b(?![-/][a-z])|\s?(?P<sign>°[CF]?)(?!\w)", re.I)
GLUED_RE = re.compile(rf"(?P<unit>{'|'.join(map(re.escape, GLUED))})(?!\w)", re.I)
PER_CENT_RE = re.compile(r"\s?%|[\s-](?:per\scent|percent|pc)\b", re.I)
CURRENCY_WORD_RE = re.compile(
    rf"(?:\smore)?[\s-](?P<land>US|U\.S\.|American|Australian|Canadian|Hong\sKong|New\sZealand|Swiss|Danish|Swedish"
    rf"|Norwegian|Kenyan|Mexican|Indian|Pakistani|Turkish)?\s?(?P<word>{'|'.join(CURRENCY_WORDS)})s?\b(?!-)",
)
SYMBOL = (
    r"(?:(?:US|AU|NZ|CA|HK|A|C|S|R)?\$|[£€¥₹₩₦₽]|(?:USD|EUR|GBP|AUD|CAD|NZD|JPY|CNY|RMB|CHF|INR|SEK|NOK)\s?|Rs\.?\s?)"
)


def unit_name(written: str) -> str:
    """The name of a unit as written: "metres" and "m" are "metre"."""
    key = lowered(written)
    return MEASURES.get(key) or MEASURES.get(key.removesuffix("s")) or MEASURES[key.removesuffix("es")]


def currency_name(symbol: str) -> str:
    """The currency of a symbol or code before an amount."""
    return CURRENCIES[lowered(symbol)]


def named_currency(word: re.Match[str]) -> str:
    """The currency of a match of CURRENCY_WORD_RE: "US dollar", "euro"."""
    name = CURRENCY_WORDS[lowered(word["word"])]
    return f"{word['land'].replace('U.S.', 'US').replace('American', 'US')} {name}" if word["land"] else name
