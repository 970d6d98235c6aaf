"""A measure's page says all that makes a score, and what each threshold rests on."""

import pytest

from dashboard.clinical.measures import library, library_measure
from dashboard.measures.explaining import (
    measure_facts,
    safety_facts,
    scale_facts,
    scoring_facts,
)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("phq9", "Sum of 9 items"),
        ("who5", "Sum of 5 items, times 4"),
        ("core10", "Sum of 10 items; items 2, 3 reversed"),
        ("bsl23", "Mean of 23 items"),
        ("dbt_wccl", "No total: each scale is read alone"),
    ],
)
def test_how_the_score_is_made(key, said):
    assert scoring_facts(library_measure(key))[0] == ("Score", said)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("peg", "None may be missing. All three answers are needed."),
        (
            "bsl23",
            "Up to 2: the person's own mean stands for them, and the score is marked prorated. "
            "At least 21 of 23 answered (90%). (published, read by us)",
        ),
        (
            "dbt_wccl",
            "By scale: the person's own mean stands for them, and the score is marked prorated.",
        ),
    ],
)
def test_what_becomes_of_missing_answers(key, said):
    assert dict(scoring_facts(library_measure(key)))["Missing answers"] == said


def test_a_rule_from_memory_says_so_and_how_to_turn_it_off():
    said = dict(scoring_facts(library_measure("phq9")))["Missing answers"]
    assert "the person's own mean, rounded," in said
    assert said.endswith("(unverified; the setting GROUPWORK_PRORATE turns it off)")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (
            "who5",
            "very low well-being up to 28, low well-being above 28, ordinary well-being above 50",
        ),
        ("gad7", "minimal below 5, mild from 5, moderate from 10, severe from 15"),
    ],
)
def test_an_edge_is_said_to_be_on_its_side(key, value):
    assert measure_facts(library_measure(key))[0].value == value


def test_conditions_notes_and_patterns_stand_beside_their_thresholds():
    grief, trauma = library_measure("pg13r"), measure_facts(library_measure("pcl5"))
    assert measure_facts(grief)[0].value == "≥ 30, and at least 12 months since the loss"
    assert "18 in a second sample" in trauma[1].source
    assert (trauma[2].name, trauma[2].value) == (
        "Provisional PTSD diagnosis",
        "1 of Intrusion, 1 of Avoidance, 2 of Thoughts and mood, 2 of Arousal and reactivity, "
        "each answered 2 or more",
    )


def test_scales_risk_answers_and_codes():
    numbers = {scale.key: said for scale, said in scale_facts(library_measure("ocir"))}
    assert numbers["washing"] == "5, 11, 17"
    assert safety_facts(library_measure("dar5")) == [
        "Item 4, urge to hit: an answer of 2 or more is shown to the therapist and raises no flag."
    ]
    assert dict(scoring_facts(library_measure("gad7")))["LOINC"] == "69737-5, total 70274-6"
    assert ("Counts as improved", "≥ 6") in scoring_facts(library_measure("global_change"))


def test_every_page_opens_and_shows_its_scales(app, as_user, cast, database):
    lena = as_user(cast.lena.email)
    for measure in library():
        page = lena.get(f"/measures/{measure.key}")
        assert page.status_code == 200
        assert [scale.name in page.text for scale in measure.subscales] == (
            [True] * len(measure.subscales)
        )
