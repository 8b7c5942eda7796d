"""
What is known of the earth: names, points, countries, and how well known a place is.

- file: how the packed gazetteer is laid out and read
- lookup: a name in, its records out
- fold: names as they are compared, without accents and case
"""
