"""Checks social care advice for EHC plans against a QA rubric."""
