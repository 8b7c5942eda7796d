"""
How it sounds, by three instruments, and toward whom.

- words: word polarity (TextBlob, corrected) and VADER
- events: event tone, learned from rated news
- toward: the network that judges tone toward an entity
- read: all of it for one document
"""
