"""What holds for every shipped measure and any answers."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dashboard.clinical.measures import ScoreKind, library, safety_answers, score_answers

WITH_TOTAL = [measure for measure in library() if measure.has_total]
quick = settings(max_examples=60)


@st.composite
def forms(draw, gaps=True):
    measure = draw(st.sampled_from(WITH_TOTAL))
    answers = {}
    for item in measure.items:
        answer = st.integers(item.minimum, item.maximum)
        answers[item.key] = draw(answer | st.none() if gaps else answer)
    return measure, answers


@quick
@given(forms())
def test_a_total_stays_in_the_range(form):
    measure, answers = form
    total = score_answers(measure, answers).total
    assert total is None or measure.minimum <= total <= measure.maximum


@quick
@given(forms(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(form, chance):
    measure, answers = form
    shuffled = list(answers.items())
    chance.shuffle(shuffled)
    assert score_answers(measure, dict(shuffled)) == score_answers(measure, answers)


@quick
@given(forms())
def test_prorated_only_where_an_answer_is_missing(form):
    measure, answers = form
    score = score_answers(measure, answers)
    assert not score.prorated or score.missing != ()
    assert (score.total is None) == (len(score.missing) > measure.missing.allowed)


@quick
@given(forms(gaps=False), st.data())
def test_a_higher_answer_moves_the_total_the_way_of_its_item(form, data):
    measure, answers = form
    item = data.draw(st.sampled_from(measure.items))
    assume(answers[item.key] < item.maximum)
    before = score_answers(measure, answers).total
    after = score_answers(measure, {**answers, item.key: answers[item.key] + 1}).total
    assert (after < before) == item.is_reversed
    assert after != before


@quick
@given(forms(gaps=False))
def test_a_full_form_agrees_with_a_plain_sum(form):
    measure, answers = form
    points = sum(
        item.minimum + item.maximum - answers[item.key] if item.is_reversed else answers[item.key]
        for item in measure.items
    )
    if measure.score.kind is ScoreKind.MEAN:
        points = Fraction(points, len(measure.items))
    assert score_answers(measure, answers).total == float(points * measure.score.multiplier)


@quick
@given(forms())
def test_a_safety_item_is_either_read_or_named_as_unanswered(form):
    measure, answers = form
    reading = safety_answers(measure, answers)
    unanswered = {item.key for item in reading.not_answered}
    assert unanswered == {s.item for s in measure.safety_items if answers[s.item] is None}
