"""Scoring the auditor against labelled advices, by the rules of the annotation guide."""
