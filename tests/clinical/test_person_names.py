"""Names keep their letters and lose what steers a screen."""

import pytest

from dashboard.clinical.person_names import plain_name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Iris  Holm ", "Iris Holm"),
        ("Iris\x1b[31m\x07", "Iris[31m"),
        ("Iris\nHolm\t", "Iris Holm"),
        ("\u202eIris\u2069", "Iris"),
        ("Zoë O\u2019Neill-Šimić", "Zoë O\u2019Neill-Šimić"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("", ""),
        (None, ""),
    ],
)
def test_only_what_belongs_to_a_name_is_kept(typed, kept):
    assert plain_name(typed) == kept
