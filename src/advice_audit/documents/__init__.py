"""Reading files: a path goes in, one canonical text with its blocks and marks comes out."""

from advice_audit.documents.open import open_document

__all__ = ["open_document"]
