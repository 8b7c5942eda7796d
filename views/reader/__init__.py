"""
The article itself in layers.
"""
