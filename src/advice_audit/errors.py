"""The errors a user can cause. Each carries a code, one plain line, and the exit code it leads to."""


class AdviceAuditError(Exception):
    """Base of every error that is the input's fault rather than ours.

    Args:
        code: short machine-readable name, kebab-case, fixed once published.
        message: one line for a person. Never contains text of an advice.
    """

    exit_code = 2

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class UnreadableDocument(AdviceAuditError):
    """A file that cannot be audited (`no-text`, `encrypted`, `damaged`, `too-large`, ...)."""

    exit_code = 3


class RubricError(AdviceAuditError):
    """A rubric file that cannot be used; the message names file, line and field."""


class ConfigurationError(AdviceAuditError):
    """An option, path or setting that cannot be used."""


class StoreError(AdviceAuditError):
    """The store cannot be used (`store-locked`, `store-newer`, `store-unreadable`, `store-disk-full`, ...)."""
