"""What an advice says about itself: whose it is, who wrote it, when and why."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Purpose = Literal["ehcna", "reassessment", "annual_review", "closure", "tribunal"]
PersonKind = Literal["child", "carer", "professional", "other_child", "relative", "person"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of the form. Anything the document does not say is None.

    Args:
        child: full name of the child or young person.
        pronouns: `he`, `she` or `they`, as the text uses them for the child.
        dob: date of birth.
        requested, completed, meeting: when the advice was asked for, is dated, and when the annual review meets.
        purpose: why it is written.
        service: the team that wrote it; `author` the person.
    """

    child: str | None = None
    pronouns: Literal["he", "she", "they"] | None = None
    dob: date | None = None
    requested: date | None = None
    completed: date | None = None
    meeting: date | None = None
    purpose: Purpose | None = None
    service: str | None = None
    author: str | None = None

    def age_on(self, day: date | None) -> int | None:
        """Return the child's age in whole years on a day, or None where either is unknown."""
        if self.dob is None or day is None:
            return None
        return day.year - self.dob.year - ((day.month, day.day) < (self.dob.month, self.dob.day))

    @property
    def age(self) -> int | None:
        """Return the child's age when the advice was completed."""
        return self.age_on(self.completed)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the advice. `names` are all forms used, longest first; `role` as written ("mother", "SENCO")."""

    kind: PersonKind
    names: tuple[str, ...]
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """Everyone in the advice."""

    people: tuple[Person, ...] = field(default_factory=tuple)

    def of(self, kind: PersonKind) -> tuple[Person, ...]:
        """Return the people of one kind."""
        return tuple(p for p in self.people if p.kind == kind)

    def named(self, name: str) -> Person | None:
        """Return the person who goes by a name (case does not matter), or None."""
        wanted = name.casefold()
        for person in self.people:
            if any(n.casefold() == wanted for n in person.names):
                return person
        return None
