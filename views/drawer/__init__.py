"""
The drawer behind every number: its sentences, and corrections made where the mistake is seen.
"""
