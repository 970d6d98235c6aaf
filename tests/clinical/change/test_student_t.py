import pytest

from dashboard.clinical.change.student_t import critical_t


@pytest.mark.parametrize(
    ("degrees", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (10, 2.228), (30, 2.042)],
)
def test_the_printed_table(degrees, published):
    assert round(critical_t(degrees), 3) == published


def test_other_confidence_and_many_degrees():
    assert round(critical_t(4, 0.99), 3) == 4.604
    assert round(critical_t(1000), 3) == 1.962


@pytest.mark.parametrize(("degrees", "confidence"), [(0, 0.95), (4, 0), (4, 1)])
def test_outside_its_range_it_is_refused(degrees, confidence):
    with pytest.raises(ValueError, match="no critical t"):
        critical_t(degrees, confidence)
