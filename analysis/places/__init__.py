"""
Where it happens: toponyms found, told from namesakes, and put on the earth.

- words: word lists of places
- runs: runs of capitalised words
- persons: runs that are people
- cues: words around a name that speak for or against a place
- judge: whether a run is a place
- forms: names that are places by their form ("Mill Street")
- find: the toponyms of a text
- others: names that are no places, though a place is called so
- spans: toponyms and names brought into line
- roles: how a text uses a place
- senses: what a name could be
- hints: what a text says of a place
- rank: which sense fits best
- home: where the paper is at home
- geocode: toponyms to places
- focus: which countries an article is about
"""
