"""The field's words as closed sets: every other room of the code spells them as here."""

from enum import StrEnum


class Role(StrEnum):
    """What a user may do in the practice."""

    THERAPIST = "therapist"
    CLINICAL_LEAD = "clinical_lead"
    ADMINISTRATOR = "administrator"


class FacilitatorRole(StrEnum):
    """What a user is to one group."""

    LEAD = "lead"
    CO_LEAD = "co_lead"
    OBSERVER = "observer"


class EnrollmentStatus(StrEnum):
    """Where one stay of a participant in a group stands."""

    RESERVED = "reserved"
    WAITLISTED = "waitlisted"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    DISCHARGED = "discharged"


# A person in one of these states has a seat in the group.
SEATED_STATUSES = frozenset(
    {EnrollmentStatus.RESERVED, EnrollmentStatus.ACTIVE, EnrollmentStatus.ON_HOLD}
)
# A stay in one of these states has ended; a return is a new enrollment.
ENDED_STATUSES = frozenset({EnrollmentStatus.COMPLETED, EnrollmentStatus.DISCHARGED})


class DischargeReason(StrEnum):
    """Why a stay ended before or at its end."""

    COMPLETED = "completed"
    MOVED = "moved"
    DROPPED_OUT = "dropped_out"
    REFERRED = "referred"
    TRANSFERRED = "transferred"
    SEAT_EXPIRED = "seat_expired"
    OTHER = "other"


class EntryPolicy(StrEnum):
    """When a new participant may join a group."""

    CLOSED_CYCLE = "closed_cycle"
    ANY_WEEK = "any_week"
    MODULE_START = "module_start"


class Mark(StrEnum):
    """One attendance mark. 'Not recorded' is the absence of a mark (None), never an absence."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    EXCUSED = "excused"
    LATE_CANCELLATION = "late_cancellation"
    NO_SHOW = "no_show"


ATTENDED_MARKS = frozenset({Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY})
MISSED_MARKS = frozenset({Mark.EXCUSED, Mark.LATE_CANCELLATION, Mark.NO_SHOW})


class SessionState(StrEnum):
    """Whether a group session took place. One that is planned or cancelled counts for nobody."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Homework(StrEnum):
    """What became of the homework from the session before."""

    NOT_ASSIGNED = "not_assigned"
    NOT_DONE = "not_done"
    PARTLY = "partly"
    DONE = "done"


class Participation(StrEnum):
    """How a person took part in a session."""

    ACTIVE = "active"
    PROMPTED = "prompted"
    WITHDRAWN = "withdrawn"


class Risk(StrEnum):
    """What a person voiced about ending their life, in one session."""

    NONE_VOICED = "none_voiced"
    PASSIVE = "passive"
    ACTIVE = "active"


class Direction(StrEnum):
    """Which way a higher score points."""

    WORSE = "worse"
    BETTER = "better"


class Evidence(StrEnum):
    """How well a figure is known; shown beside every threshold."""

    PUBLISHED = "P"
    ABSTRACT = "A"
    COMPUTED = "C"
    UNVERIFIED = "U"
    PRACTICE = "practice"


class Category(StrEnum):
    """What became of one person between two scores."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    HARMED = "harmed"


class Track(StrEnum):
    """How a person's course looks so far. RED and AMBER want a human."""

    RED = "red"
    AMBER = "amber"
    ON_TRACK = "on_track"
    GREY = "grey"


class AssessmentSource(StrEnum):
    """Who brought an assessment in."""

    CHECK_IN = "check_in"
    STAFF = "staff"
    IMPORT = "import"


class FlagKind(StrEnum):
    """Something that wants a human."""

    SAFETY = "safety"
    DETERIORATION = "deterioration"
    NOT_ON_TRACK = "not_on_track"
    MISSES = "misses"
    UNSIGNED_NOTE = "unsigned_note"
    LICENSE = "license"


class MissesDecision(StrEnum):
    """What a person decided about somebody's missed sessions."""

    KEEP_GOING = "keep_going"
    OUTREACH_MADE = "outreach_made"
    DISCHARGE_PROPOSED = "discharge_proposed"
