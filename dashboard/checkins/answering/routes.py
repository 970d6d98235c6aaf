"""The pages behind a private link: confirm, where, questions, thanks."""

from collections.abc import Mapping
from hashlib import sha256

from flask import Blueprint, jsonify, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from dashboard.access import now, public
from dashboard.checkins.answering import actions
from dashboard.checkins.answering.forms import ConfirmForm, PlaceForm
from dashboard.checkins.answering.pages import (
    asks_emergency_contact,
    crisis_words,
    progress,
    question_at,
)
from dashboard.database import writing
from dashboard.errors import Refused
from dashboard.models.check_ins import CheckIn
from dashboard.records.checkins.answering import answers_given, questions_asked

blueprint = Blueprint("checkin", __name__, url_prefix="/check-in/<token>")
Answered = str | Response | tuple[str, int]


@blueprint.errorhandler(actions.LinkLeadsNowhere)
def leads_nowhere(_problem: actions.LinkLeadsNowhere) -> tuple[str | Response, int]:
    with writing():
        is_guessing = actions.count_guess(address=request.remote_addr or "", at=now())
    status = 429 if is_guessing else 404
    if request.is_json:
        return jsonify(error="link_leads_nowhere"), status
    return render_template("checkins/nowhere.html", crisis=crisis_words()), status


def _open(token: str) -> CheckIn:
    return actions.find_open(token, at=now())


def _confirmed(token: str) -> CheckIn:
    check_in = _open(token)
    if session.get("check_in") != _mark(token):
        raise actions.LinkLeadsNowhere
    return check_in


def _mark(token: str) -> str:
    return sha256(f"confirmed {token}".encode()).hexdigest()


@blueprint.route("/", methods=["GET", "POST"])
@public
def confirm(token: str) -> Answered:
    check_in = _open(token)
    if session.get("check_in") == _mark(token):
        return redirect(url_for("checkin.place", token=token), 303)
    form = ConfirmForm()
    if not form.validate_on_submit():
        return render_template("checkins/confirm.html", form=form, crisis=crisis_words())
    try:
        code = "".join((form.code.data or "").split())
        day, month = form.day.data, form.month_number
        actions.confirm(check_in, day=day, month=month, code=code, at=now())
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return render_template("checkins/confirm.html", form=form, crisis=crisis_words())
    session["check_in"] = _mark(token)
    return redirect(url_for("checkin.place", token=token), 303)


@blueprint.route("/where", methods=["GET", "POST"])
@public
def place(token: str) -> Answered:
    check_in = _confirmed(token)
    person = check_in.enrollment.participant
    form = PlaceForm(place=check_in.located_in or "", contact=check_in.emergency_contact or "")
    if not asks_emergency_contact():
        del form.contact
    if not form.validate_on_submit():
        return render_template(
            "checkins/place.html", form=form, person=person, crisis=crisis_words()
        )
    actions.say_where(
        check_in, place=form.place.data, contact=form.contact.data if form.contact else None
    )
    return redirect(url_for("checkin.next_question", token=token), 303)


@blueprint.get("/questions/next")
@public
def next_question(token: str) -> Response:
    check_in = _confirmed(token)
    left = progress(check_in).next
    if left is None:
        return redirect(url_for("checkin.last_look", token=token), 303)
    return redirect(url_for("checkin.question", token=token, number=left.number), 303)


@blueprint.route("/questions/<id:number>", methods=["GET", "POST"])
@public
def question(token: str, number: int) -> Answered:
    check_in = _confirmed(token)
    asked = question_at(check_in, number)
    error = ""
    if request.method == "POST":
        try:
            actions.answer(check_in, _typed(request.form), at=now())
            return redirect(_after(token, check_in, number), 303)
        except Refused as refusal:
            error = str(refusal)
    return render_template(
        "checkins/question.html",
        asked=asked,
        progress=progress(check_in),
        given=answers_given(check_in),
        risk=actions.shows_risk(check_in),
        crisis=crisis_words(),
        error=error,
        token=token,
    )


def _after(token: str, check_in: CheckIn, number: int) -> str:
    if number < len(questions_asked(check_in)):
        return url_for("checkin.question", token=token, number=number + 1)
    return url_for("checkin.last_look", token=token)


def _typed(fields: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Read "measure.item" fields; what is not an answer is left out, as not answered."""
    found = {}
    for name, text in fields.items():
        measure, dot, item = name.partition(".")
        if dot and text.isascii() and text.isdigit() and len(text) <= 4:
            found[measure, item] = int(text)
    return found


@blueprint.route("/questions", methods=["GET", "POST"])
@public
def all_questions(token: str) -> Answered:
    check_in = _confirmed(token)
    if request.method == "POST":
        actions.answer(check_in, _typed(request.form), at=now())
        return redirect(url_for("checkin.last_look", token=token), 303)
    return render_template(
        "checkins/all_questions.html",
        questions=questions_asked(check_in),
        progress=progress(check_in),
        given=answers_given(check_in),
        risk=actions.shows_risk(check_in),
        crisis=crisis_words(),
        token=token,
    )


@blueprint.post("/answers")
@public
def answers(token: str) -> tuple[Response, int] | Response:
    check_in = _confirmed(token)
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict) or not all(isinstance(text, str) for text in sent.values()):
        return jsonify(error="not_understood"), 400
    try:
        kept = actions.answer(check_in, _typed(sent), at=now())
    except Refused as refusal:
        return jsonify(error="refused", message=str(refusal)), 400
    return jsonify(saved=True, risk=kept.risk, answered=kept.answered, asked=kept.asked)


@blueprint.route("/finish", methods=["GET", "POST"])
@public
def last_look(token: str) -> Answered:
    check_in = _confirmed(token)
    risk = actions.shows_risk(check_in)
    if request.method == "POST":
        actions.finish(check_in, at=now())
        session.pop("check_in", None)
        return render_template("checkins/thanks.html", risk=risk, crisis=crisis_words())
    return render_template(
        "checkins/last_look.html",
        progress=progress(check_in),
        risk=risk,
        crisis=crisis_words(),
        token=token,
    )
