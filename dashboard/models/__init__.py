"""What we remember: tables, one file a family. Importing this package knows them all."""

from dashboard.models import (
    accounts,
    calendar_feeds,
    check_ins,
    curricula,
    flags,
    group_sessions,
    groups,
    import_mappings,
    measures,
    notes,
    participants,
    phrases,
    trail,
    video_aliases,
)

__all__ = [
    "accounts",
    "calendar_feeds",
    "check_ins",
    "curricula",
    "flags",
    "group_sessions",
    "groups",
    "import_mappings",
    "measures",
    "notes",
    "participants",
    "phrases",
    "trail",
    "video_aliases",
]
