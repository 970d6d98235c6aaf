"""Two versions of a group beside each other, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from dashboard.clinical.words import EntryPolicy
from dashboard.groups.presenters import WEEKDAYS, entry_in_words, wall_clock
from dashboard.groups.setting_up.forms import GroupForm
from dashboard.models.groups import Group
from dashboard.records.groups import GroupSettings


@dataclass(frozen=True)
class Difference:
    """One thing that is kept now as `theirs` and was typed as `yours`."""

    label: str
    theirs: str
    yours: str


def differences(form: GroupForm, group: Group) -> Iterator[Difference]:
    """Yield what was typed otherwise than it is kept now."""
    theirs, yours = GroupSettings.of(group), form.settings()
    kinds = {choice.value: choice.label for choice in form.group_type_id.choices}
    for name in GroupSettings.__dataclass_fields__:
        kept, typed = getattr(theirs, name), getattr(yours, name)
        if kept != typed:
            label = form[name].label.text
            yield Difference(label, _words(name, kept, kinds), _words(name, typed, kinds))


def _words(name: str, value: object, kinds: dict[int, str]) -> str:
    if isinstance(value, EntryPolicy):
        return entry_in_words(value)
    if isinstance(value, time):
        return wall_clock(value)
    if name == "weekday":
        return WEEKDAYS[int(str(value))]
    if name == "group_type_id":
        return kinds.get(int(str(value)), "")
    return str(value) or "none"
