"""What is typed about a group and about those who run it."""

import json
from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, RadioField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Regexp
from wtforms.validators import Optional as MayBeEmpty

from dashboard.clinical.words import EntryPolicy, FacilitatorRole
from dashboard.groups.fields import day_field
from dashboard.groups.presenters import WEEKDAYS
from dashboard.models.accounts import User
from dashboard.models.groups import Group, GroupType
from dashboard.models.types.columns import as_id
from dashboard.records.groups import GroupSettings

ZONES = {
    "America/New_York": "Eastern (New York)",
    "America/Chicago": "Central (Chicago)",
    "America/Denver": "Mountain (Denver)",
    "America/Phoenix": "Mountain without summer time (Phoenix)",
    "America/Los_Angeles": "Pacific (Los Angeles)",
    "America/Anchorage": "Alaska (Anchorage)",
    "Pacific/Honolulu": "Hawaii (Honolulu)",
}
ENTRIES = [
    SelectChoice(EntryPolicy.ANY_WEEK.value, "Any week"),
    SelectChoice(EntryPolicy.MODULE_START.value, "When a module starts"),
    SelectChoice(EntryPolicy.CLOSED_CYCLE.value, "First week of a cycle"),
]
# What a new group takes from its kind.
STARTING_POINTS = ("duration_minutes", "cycle_length")
ROLES = [
    SelectChoice(FacilitatorRole.LEAD.value, "Lead"),
    SelectChoice(FacilitatorRole.CO_LEAD.value, "Co-lead"),
    SelectChoice(FacilitatorRole.OBSERVER.value, "Observer, who only looks"),
]


def number(label: str, lowest: int, highest: int, default: int) -> IntegerField:
    """Return a field for a whole number within bounds."""
    message = f"Type a number from {lowest} to {highest}."
    return IntegerField(
        label,
        [InputRequired(message), NumberRange(lowest, highest, message)],
        default=default,
        render_kw={"inputmode": "numeric"},
    )


class GroupForm(FlaskForm):
    version = HiddenField(default="1")
    name = StringField(
        "Name", [InputRequired("Give the group a name."), Length(max=100, message="Too long.")]
    )
    group_type_id = SelectField("Kind of group", coerce=as_id, validate_choice=False)
    weekday = SelectField(
        "Weekday", choices=[SelectChoice(str(n), name) for n, name in enumerate(WEEKDAYS)]
    )
    starts_at_wall = TimeField("Begins at", [InputRequired("Type a time, such as 18:00.")])
    time_zone = SelectField("Time zone", validate_choice=False, default="America/New_York")
    duration_minutes = number("Minutes", 15, 480, 90)
    cycle_length = number("Sessions in a cycle", 1, 52, 8)
    capacity = number("Seats", 1, 50, 10)
    minimum_size = number("Fewest people that it needs", 1, 50, 4)
    entry_policy = RadioField("New people join", choices=ENTRIES, default="any_week")
    video_link = StringField(
        "Video room",
        [
            MayBeEmpty(),
            Length(max=500, message="Too long."),
            Regexp(r"https://[^\s<>\"']+$", message="Type an address that begins with https://."),
        ],
    )

    def offer(self, kinds: Iterable[GroupType], zone: str) -> None:
        """Offer these kinds, and the zones, with that of the group where it is another."""
        kinds = list(kinds)
        self.group_type_id.choices = [SelectChoice(kind.id, kind.name) for kind in kinds]
        starting = {
            kind.id: {name: getattr(kind, name) for name in STARTING_POINTS} for kind in kinds
        }
        self.group_type_id.render_kw = {"data-starts-from": json.dumps(starting)}
        zones = {**ZONES, zone: ZONES.get(zone, zone)}
        self.time_zone.choices = [SelectChoice(name, label) for name, label in zones.items()]

    def start_from(self, kinds: Iterable[GroupType], chosen_id: int | None) -> None:
        """Put in what the practice set for a kind: the chosen one, or the first."""
        for kind in sorted(kinds, key=lambda kind: kind.id != chosen_id)[:1]:
            self.group_type_id.data = kind.id
            for name in STARTING_POINTS:
                self[name].data = getattr(kind, name)

    def settings(self) -> GroupSettings:
        """Return what was typed."""
        typed = {name: self[name].data for name in GroupSettings.__dataclass_fields__}
        typed["name"] = self.name.data.strip()
        typed["weekday"] = int(self.weekday.data)
        typed["entry_policy"] = EntryPolicy(self.entry_policy.data)
        typed["video_link"] = self.video_link.data or ""
        return GroupSettings(**typed)

    def fill(self, group: Group) -> None:
        """Put in what a group has now."""
        for name in ("version", *GroupSettings.__dataclass_fields__):
            self[name].data = getattr(group, name)
        self.weekday.data, self.entry_policy.data = str(group.weekday), group.entry_policy.value


class RoleForm(FlaskForm):
    user_id = SelectField("Who", coerce=as_id, validate_choice=False)
    role = RadioField("Role", choices=ROLES, default="co_lead")
    since = day_field("From")

    def offer(self, people: Iterable[User]) -> None:
        """Offer these people to choose from."""
        self.user_id.choices = [SelectChoice(one.id, one.name) for one in people]


class EndRoleForm(FlaskForm):
    until = day_field("Last day")
