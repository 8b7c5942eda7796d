"""
Reading in a process of its own, within limits of time and memory.

- limits: what a file and an archive may take
- worker: the app's side: starts, asks, ends
- serve: the process's side
- members: the members of a ZIP, listed and unpacked there alone
"""
