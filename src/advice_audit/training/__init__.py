"""Refitting the classifiers from labelled advices, unit sets and moderation decisions."""
