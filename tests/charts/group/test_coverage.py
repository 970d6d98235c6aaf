"""Skills had by module stand beside what became of each person."""

from dashboard.charts import coverage_against_outcome
from dashboard.charts.rows import PersonChange, PersonModules
from dashboard.clinical.words import Category
from tests.charts.figures import WORSE_UP, checked

MODULES = ["Mindfulness", "Distress tolerance"]
BETTER = PersonModules(PersonChange("Ann B.", 18, 9, Category.RECOVERED), ((4, 4), (1, 2)))
WORSE = PersonModules(PersonChange("Bo C.", 9, 10, Category.UNCHANGED), ((0, 4), (0, 0)))
UNKNOWN = PersonModules(PersonChange("Cy D.", 9, None, None), ((2, 4), (2, 2)))
SAME = PersonModules(PersonChange("Di E.", 9, 9, Category.UNCHANGED), ((3, 4), (2, 2)))


def test_people_stand_from_the_greatest_change_and_the_unknown_last() -> None:
    figure = checked(coverage_against_outcome(WORSE_UP, MODULES, [UNKNOWN, WORSE, SAME, BETTER]))
    assert [row.text for row in figure.data[:4]] == [
        ("4/4", "1/2", "−9"),
        ("3/4", "2/2", "0"),
        ("0/4", "–", "+1"),
        ("2/4", "2/2", "no data"),
    ]
    assert [row.hovertext[-1] for row in figure.data[:4]] == [
        "Ann B.: 9 points better, recovered",
        "Di E.: no change, unchanged",
        "Bo C.: 1 point worse, unchanged",
        "Cy D.: no two scores",
    ]


def test_the_change_fits_its_column_and_has_the_shape_of_its_category() -> None:
    figure = checked(coverage_against_outcome(WORSE_UP, MODULES, [WORSE, BETTER, UNKNOWN]))
    assert all(len(text) <= 7 for row in figure.data[:3] for text in row.text)
    marks = [(trace.name, list(trace.y), trace.marker.symbol) for trace in figure.data[3:]]
    assert marks == [("recovered (1)", [0], "star"), ("unchanged (1)", [1], "circle-open")]


def test_the_deeper_the_ground_the_more_was_had() -> None:
    shapes = coverage_against_outcome(WORSE_UP, MODULES, [BETTER, WORSE]).plot["layout"]["shapes"]
    assert [round(shape["opacity"], 3) for shape in shapes] == [0.35, 0.175]


def test_the_sentence_counts_and_claims_no_effect() -> None:
    chart = coverage_against_outcome(WORSE_UP, MODULES, [BETTER, UNKNOWN])
    assert chart.summary == (
        "Of 2 modules taught, people had 9 of 12 skills taught while they were there; 1 of 2 have "
        "two scores. Those who come more hear more, and may differ in other ways: this proves no "
        "effect."
    )
    assert chart.table.rows == (
        ("Ann B.", "4 of 4", "1 of 2", "9 points better, recovered"),
        ("Cy D.", "2 of 4", "2 of 2", "no two scores"),
    )
