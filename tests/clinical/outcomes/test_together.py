"""Two series move together step by step; gaps and stillness are no movement."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.clinical.outcomes.together import Together, move_together
from dashboard.clinical.words import Direction

LOWER, HIGHER = Direction.WORSE, Direction.BETTER
scores = st.lists(st.none() | st.integers(0, 10), min_size=8, max_size=8).map(
    lambda found: list(enumerate(found, start=1))
)


def test_steps_are_counted_where_all_four_scores_are_known():
    pain = [(1, 7), (2, 5), (3, 6), (4, None), (5, 4), (6, 4), (7, 3)]
    mood = [(1, 18), (2, 15), (3, 14), (4, 14), (5, 12), (6, 10), (7, 9)]
    # Into week 2 both fell, into 3 pain rose and mood fell, into 6 pain stayed, into 7 both fell.
    assert move_together(pain, mood, (LOWER, LOWER)) == Together(4, 2, 1)


def test_each_moves_in_its_own_direction():
    fell, rose = [(1, 7), (2, 5)], [(1, 40), (2, 60)]
    assert move_together(fell, rose, (LOWER, HIGHER)) == Together(1, 1, 0)
    assert move_together(fell, rose, (LOWER, LOWER)) == Together(1, 0, 1)


def test_dust_is_no_movement():
    assert move_together([(1, 0.1 + 0.2), (2, 0.3)], [(1, 2), (2, 1)], (LOWER, LOWER)) == Together(
        1, 0, 0
    )


@given(scores, scores)
def test_which_stands_first_does_not_matter_and_turning_one_turns_the_count(first, second):
    found = move_together(first, second, (LOWER, LOWER))
    assert move_together(second, first, (LOWER, LOWER)) == found
    turned = move_together(first, second, (LOWER, HIGHER))
    assert (turned.same_way, turned.opposite_ways) == (found.opposite_ways, found.same_way)
