"""What the pages behind a link show."""

from dataclasses import dataclass

from flask import abort

from dashboard.clinical.checkins.questions import Question
from dashboard.extensions import db
from dashboard.models.check_ins import CheckIn
from dashboard.models.groups import Practice
from dashboard.records.checkins.answering import answers_given, questions_asked

NOT_WATCHED = "Your answers here are not watched live."


@dataclass(frozen=True)
class Progress:
    """How far a check-in is; `left` are the questions without an answer."""

    answered: int
    asked: int
    left: list[Question]

    @property
    def next(self) -> Question | None:
        return self.left[0] if self.left else None


def progress(check_in: CheckIn) -> Progress:
    """Count the answers of a check-in."""
    questions, given = questions_asked(check_in), answers_given(check_in)
    left = [each for each in questions if each.place not in given]
    return Progress(len(questions) - len(left), len(questions), left)


def question_at(check_in: CheckIn, number: int) -> Question:
    """Return the question of that number, from 1; aborts with 404 where there is none."""
    questions = questions_asked(check_in)
    if number > len(questions):
        abort(404)
    return questions[number - 1]


def crisis_words() -> str:
    """The practice's own text on where to get help now; nobody is led to wait for an answer."""
    text = db.session.get_one(Practice, 1).crisis_text
    return text if "not watched live" in text else f"{text} {NOT_WATCHED}"


def asks_emergency_contact() -> bool:
    """Whether the practice wants to know whom to call in an emergency."""
    return bool(db.session.get_one(Practice, 1).asks_emergency_contact)
