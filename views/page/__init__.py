"""
The frame around every page: state, links, filter, cache, what is saved.
"""
