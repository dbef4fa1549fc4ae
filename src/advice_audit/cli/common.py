"""What the commands of the audit cycle share: the store, who is at work, and where results go."""

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from advice_audit.initials import Initials
    from advice_audit.store import Store

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="Where audits are kept: a file, or postgresql://… ; your own data folder where it is not given.",
    ),
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Your name, for the record; your account's where not given.")
]
IdentifyOption = Annotated[
    bool, typer.Option("--identify", help="Show names in full rather than as initials. That you asked is recorded.")
]
PERSON = "ADVICE_AUDIT_PERSON"


def person(by: str | None) -> str:
    """Return who is at work: the name given, the environment's, or the account's."""
    name = (by or os.environ.get(PERSON) or "").strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def opened(place: str | None, *, create: bool = False) -> "Store":
    """Open the store that is named, or the usual one, and say first of all which safeguarding concerns are open.

    Args:
        place: what `--store` was given.
        create: make it where there is none.

    Raises:
        StoreError: it cannot be opened.
    """
    from advice_audit.errors import StoreError
    from advice_audit.store import default_store, open_store

    try:
        store = open_store(place or default_store(), create=create)
    except StoreError as error:
        if error.code == "store-missing":
            raise StoreError(error.code, f"{error.message}; begin with: advice-audit sample --from FOLDER") from error
        raise
    _warn(store)
    return store


def _warn(store: "Store") -> None:
    from advice_audit.store.flags import open_flags

    with store.reading() as session:
        number = len(open_flags(session))
    if number:
        concerns = "1 safeguarding concern is" if number == 1 else f"{number} safeguarding concerns are"
        say(f"URGENT: {concerns} open. See: advice-audit act flags")


def initials_of(session: "Session", audit_id: int | None, identify: bool) -> "Initials":
    """Return what puts initials for the names in an audit's advice; nothing where names are asked for."""
    from advice_audit.initials import Initials
    from advice_audit.store.audits import get_audit

    if identify or audit_id is None:
        return Initials(())
    return Initials(get_audit(session, audit_id).people or ())


def deliver(content: bytes, out: Path | None, what: str) -> None:
    """Write a result to a file for its owner only, or to standard output.

    Raises:
        ConfigurationError: the file cannot be written.
    """
    from advice_audit.private import write_private

    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    write_private(out, content)
    say(f"{what} written to {out}")


def say(text: str) -> None:
    """Tell the user something that is not the result."""
    typer.echo(text, err=True)
