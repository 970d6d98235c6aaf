"""The page of rules, setting one, and deciding about somebody's misses."""

import pytest
from sqlalchemy import select

from dashboard.clinical.words import FlagKind
from dashboard.database import writing
from dashboard.extensions import db
from dashboard.models.flags import AttendanceRule, Flag
from dashboard.records.flags import raise_flag
from tests.factories import LONG_AGO, make_group

RULES = "/practice/attendance-rules"
TYPED = {
    "name": "Three of eight",
    "kind": "window",
    "misses": "3",
    "window": "8",
    "step": "review",
    "excused": "0",
    "late_cancellation": "1",
    "no_show": "1",
    "late": "1/3",
    "left_early": "0",
    "made_up_forgives": "y",
    "source": "Our own",
    "group_types": ["1", "2"],
}


def text(answer):
    return " ".join(answer.get_data(as_text=True).split())


@pytest.fixture
def flag_id(app, cast):
    """A flag about two misses of somebody in Ana's group; it also sets the practice up."""
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1)
        stay = made.enrollments[0]
        detail = {"rule": "Second miss in a row", "step": "outreach", "dates": ["2026-10-06"]}
        about = {"participant_id": stay.participant_id, "enrollment_id": stay.id}
        flag = raise_flag(FlagKind.MISSES, "x", at=LONG_AGO, detail=detail, **about)
        found = flag.id
        db.session.commit()
    return found


@pytest.fixture
def lena(as_user, cast, flag_id):
    return as_user(cast.lena.email)


@pytest.fixture
def rules(app):
    def rules():
        with app.app_context():
            return {row.key: row for row in db.session.scalars(select(AttendanceRule))}

    return rules


def test_everyone_reads_the_rules_and_leads_and_administrators_set_them(as_user, cast, flag_id):
    pages = {name: text(as_user(getattr(cast, name).email).get(f"{RULES}/")) for name in vars(cast)}
    assert {name for name, page in pages.items() if "2 misses in a row" in page} == set(vars(cast))
    assert {name for name, page in pages.items() if "Add a rule" in page} == {"lena", "max"}


@pytest.mark.parametrize("path", ["new", "1", "4611686"])
def test_a_therapist_sets_no_rule(as_user, cast, flag_id, path):
    ana = as_user(cast.ana.email)
    assert ana.get(f"{RULES}/{path}").status_code == 404
    assert ana.post(f"{RULES}/{path}", TYPED).status_code == 404
    assert ana.post(f"{RULES}/1/off").status_code == 404


def test_a_rule_is_added_and_said_in_words(lena, rules):
    assert lena.post(f"{RULES}/new", TYPED).status_code == 303
    page = text(lena.get(f"{RULES}/"))
    assert "3 misses within the last 8 sessions" in page
    assert "late counts as a third of a miss. What was made up counts for nothing." in page
    assert rules()["three_of_eight"].rule.source == "Our own"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Give the rule a name."),
        ({"misses": "many"}, "Not a valid integer value."),
        ({"misses": "53"}, "From 1 to 52."),
        ({"window": "2"}, "A window has as many sessions as misses, at most 52."),
        ({"late_cancellation": "0", "no_show": "0", "late": "0"}, "one mark at least counts"),
        ({"group_types": ["x"]}, "Invalid choice(s)"),
    ],
)
@pytest.mark.parametrize("path", ["new", "3"])
def test_what_cannot_be_is_said_and_what_was_typed_stays(lena, path, change, said):
    answer = lena.post(f"{RULES}/{path}", {**TYPED, "version": "1", **change})
    assert answer.status_code == 200
    assert said in text(answer)
    assert 'value="Our own"' in text(answer)


def test_a_rule_is_changed_unless_somebody_else_did(lena, rules):
    assert 'value="More than 1 in 6 sessions"' in text(lena.get(f"{RULES}/3"))
    assert lena.post(f"{RULES}/3", {**TYPED, "version": "1"}).status_code == 303
    assert rules()["one_in_six"].rule.name == "Three of eight"
    stale = lena.post(f"{RULES}/3", {**TYPED, "version": "1", "name": "Mine"})
    assert (stale.status_code, 'value="Mine"' in text(stale)) == (409, True)
    odd = lena.post(f"{RULES}/3", {**TYPED, "version": "x"})
    assert odd.status_code == 409
    assert rules()["one_in_six"].version == 2


def test_a_rule_is_turned_off_and_on(lena, rules):
    lena.post(f"{RULES}/1/off")
    assert rules()["second_miss"].turned_off_at is not None
    lena.post(f"{RULES}/1/on")
    assert rules()["second_miss"].turned_off_at is None


@pytest.mark.parametrize(
    ("decision", "words", "note"),
    [
        ("keep_going", "", "Keep going."),
        ("outreach_made", "Called on Tuesday.", "Outreach made. Called on Tuesday."),
        ("discharge_proposed", " ", "Discharge proposed."),
    ],
)
def test_a_decision_closes_the_flag(app, as_user, cast, flag_id, decision, words, note):
    ana = as_user(cast.ana.email)
    assert "Outreach is offered" in text(ana.get(f"/flags/{flag_id}"))
    ana.post(f"{RULES}/decisions/{flag_id}", {"decision": decision, "words": words})
    with app.app_context():
        flag = db.session.get_one(Flag, flag_id)
        assert (flag.closing_note, flag.detail["decision"]) == (note, decision)
        assert flag.closed_by_id == cast.ana.id


def test_no_decision_closes_nothing(app, as_user, cast, flag_id):
    as_user(cast.ana.email).post(f"{RULES}/decisions/{flag_id}", {"decision": "shrug"})
    with app.app_context():
        assert db.session.get_one(Flag, flag_id).closed_at is None


def test_only_flags_about_misses_of_ones_own_people(app, as_user, cast, flag_id):
    with app.app_context(), writing():
        person = db.session.get_one(Flag, flag_id).participant_id
        other = raise_flag(FlagKind.SAFETY, "s", at=LONG_AGO, participant_id=person).id
        db.session.commit()
    form = {"decision": "keep_going"}
    asked = [(cast.ana, other), (cast.cleo, flag_id), (cast.max, flag_id), (cast.ana, 4611686)]
    answers = [as_user(user.email).post(f"{RULES}/decisions/{id_}", form) for user, id_ in asked]
    assert [answer.status_code for answer in answers] == [404] * 4
