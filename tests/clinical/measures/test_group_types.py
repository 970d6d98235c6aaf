"""The ten kinds of group and what each is asked."""

from dashboard.clinical.measures import group_types, library

PRIMARY = {
    "anger": "dar5",
    "anxiety": "gad7",
    "borderline": "bsl23",
    "chronic_pain": "peg",
    "depression": "phq9",
    "dbt_skills": "bsl23",
    "grief": "pg13r",
    "ocd": "ocir",
    "relationship": "csi4",
    "trauma": "pcl5",
}


def find(key):
    return {group_type.key: group_type for group_type in group_types()}[key]


def test_the_primary_measure_of_each_kind():
    assert {group_type.key: group_type.primary for group_type in group_types()} == PRIMARY


def test_every_measure_named_ships():
    shipped = {measure.key for measure in library()}
    named = {key for group_type in group_types() for key in group_type.measures}
    assert named - shipped == set()


def test_every_group_has_a_safety_item_each_week():
    weeks = range(1, 9)
    assert all("phq9" in kind.measures_due(week) for kind in group_types() for week in weeks)


def test_the_global_rating_is_asked_at_weeks_four_and_eight():
    asked = [week for week in range(1, 9) if "global_change" in find("ocd").measures_due(week)]
    assert asked == [4, 8]


def test_a_dbt_group_is_asked_more_at_weeks_one_four_and_eight():
    dbt = find("dbt_skills")
    assert dbt.measures_due(2) == ("bsl23", "phq9")
    assert dbt.measures_due(8) == ("bsl23", "ders16", "dbt_wccl", "phq9", "global_change")


def test_depression_is_asked_the_phq9_once():
    assert find("depression").measures == ("phq9", "global_change")
    assert find("depression").cycle_weeks == 8
