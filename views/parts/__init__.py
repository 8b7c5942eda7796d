"""
Pieces that pages share: tiles, tables behind charts, downloads, clicks.
"""
