"""What can be refused, in the words of the practice. Every floor may raise these."""


class DomainError(Exception):
    """Something that was asked for cannot be done; the message is for the person who asked."""


class NotOnCaseload(DomainError):
    """The record does not exist, or is not this viewer's: nobody can tell which."""


class Refused(DomainError):
    """A rule of the practice says no. `field` names the input the message belongs to, if one."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class Conflict(DomainError):
    """Somebody else changed the same thing first. `theirs` is what is kept now."""

    def __init__(self, message: str, *, theirs: str | None = None) -> None:
        super().__init__(message)
        self.theirs = theirs
