import re

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.clinical.outcomes.headline import HeadlineForm
from dashboard.clinical.outcomes.publishing.sentences import headline_sentence
from tests.clinical.outcomes.publishing.headlines import headline

UNCONTROLLED = (
    "Each participant's cycle is the 63 days from their first attended session; a return counts "
    "again. "
    "This is uncontrolled: there is no comparison group, and people improve untreated. "
    "Rules version 1."
)


def test_the_sentence_that_survives_a_regulator():
    assert headline_sentence(headline(84, 120, 138, 12)) == (
        "In the cycles that ended between March 1, 2026 and June 30, 2026, 84 of 120 participants "
        "(70%, 95% interval 61 to 77) improved by more than measurement error on their primary "
        "measure. 18 others started and have no score; counted as not improved, it is 84 of 138 "
        "(61%, 95% interval 53 to 69). 12 of 120 (10%, 95% interval 6 to 17) got worse by more "
        f"than measurement error. {UNCONTROLLED}"
    )


def test_the_participant_reported_form_says_who_says_so():
    form = HeadlineForm.PARTICIPANT_REPORTED
    assert headline_sentence(headline(14, 20, 21, 0, form)) == (
        "In the cycles that ended between March 1, 2026 and June 30, 2026, 14 of 20 participants "
        "(70%, 95% interval 48 to 85) rated themselves much or very much improved. 1 other started "
        "and has no rating; counted as not improved, it is 14 of 21 (67%, 95% interval 45 to 83). "
        f"0 of 20 (0%, 95% interval 0 to 16) rated themselves worse. {UNCONTROLLED}"
    )


def test_complete_data_are_said_to_be_complete():
    sentence = headline_sentence(headline(14, 20, 20, 0))
    assert sentence.split(". ")[1] == "Everyone who started has a score"


def test_a_refusal_says_why_and_what_is_needed():
    assert headline_sentence(headline(14, 19, 40, 0)) == (
        "No headline is stated. Fewer than 20 people have an outcome: 1 more person with an "
        "outcome is needed. Fewer than 60% of those who started have an outcome: 5 more people "
        "with an outcome are needed."
    )


@settings(max_examples=100)
@given(st.integers(20, 300), st.integers(0, 100), st.data())
def test_the_counts_in_the_sentence_are_the_data(known, missing, data):
    improved = data.draw(st.integers(0, known))
    worse = data.draw(st.integers(0, known - improved))
    built = headline(improved, known, known + missing, worse)
    if built.is_stated and missing:
        found = re.findall(r"(\d+) of (\d+)", headline_sentence(built))
        assert [(int(one), int(all_)) for one, all_ in found] == [
            (improved, known),
            (improved, known + missing),
            (worse, known),
        ]
