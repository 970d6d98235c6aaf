"""Change against change: every zone is counted, and nobody without scores is left out."""

from dashboard.charts import change_against_change
from dashboard.charts.rows import PairedChange
from dashboard.clinical.change.categories import Movement
from tests.charts.figures import checked

BETTER, SAME, WORSE = Movement.IMPROVED, Movement.UNCHANGED, Movement.DETERIORATED
PEOPLE = [
    PairedChange("Ann B.", (2.5, 1.5), (BETTER, BETTER)),
    PairedChange("Bo C.", (1.0, 0.25), (BETTER, SAME)),
    PairedChange("Cy D.", (-1.5, 0.0), (WORSE, SAME)),
    PairedChange("Di E.", (0.0, 0.5), (SAME, SAME)),
]
NAMES = ("PEG", "PHQ-9")


def test_shapes_tell_the_zones_apart_and_the_lines_are_one_reliable_change() -> None:
    figure = checked(change_against_change(NAMES, PEOPLE, ["Eve F."]))
    assert [(trace.name, trace.marker.symbol, list(trace.x)) for trace in figure.data] == [
        ("both better (1)", "triangle-up", [2.5]),
        ("at least one worse (1)", "triangle-down", [-1.5]),
        ("one better (1)", "diamond", [1.0]),
        ("neither changed reliably (1)", "circle-open", [0.0]),
    ]
    shapes = figure.layout.shapes
    assert [(shape.x0, shape.x1) for shape in shapes[:2]] == [(-1, -1), (1, 1)]
    assert [(shape.y0, shape.y1) for shape in shapes[2:]] == [(-1, -1), (1, 1)]


def test_the_sentence_counts_the_zones_and_says_what_it_does_not_show() -> None:
    chart = change_against_change(NAMES, PEOPLE[:3], ["Eve F."])
    assert chart.summary == (
        "3 of 4 have two scores of both: 1 PEG better and PHQ-9 better; 1 PEG better and PHQ-9 not "
        "reliably changed; 1 PEG worse and PHQ-9 not reliably changed. What goes with what does "
        "not say which brings which."
    )
    assert chart.table.rows[1] == ("Bo C.", 1.0, 0.25, "better", "not reliably changed")
    assert chart.table.rows[-1] == ("Eve F.", None, None, "", "")


def test_nobody_with_both_is_said() -> None:
    chart = change_against_change(NAMES, [], ["Eve F.", "Flo G."])
    checked(chart)
    assert chart.summary == "Nobody of 2 has two scores of both PEG and PHQ-9 yet."
