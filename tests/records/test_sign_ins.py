"""Sign-ins end when they should, and guessing is counted."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from dashboard.extensions import db
from dashboard.models.accounts import SignIn, SignInAttempt
from dashboard.records.passwords import hash_password, password_fits
from dashboard.records.sign_ins import (
    ATTEMPT_WINDOW,
    begin_sign_in,
    count_try,
    end_sign_ins,
    forget_try,
    live_sign_in,
    see_sign_in,
    too_many_tries,
)
from tests.factories import make_user

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def ana(database):
    return make_user("Ana Ruiz")


def begin(user):
    token = begin_sign_in(user, device="Firefox", at=AT, hours=12)
    db.session.flush()
    return token


@pytest.mark.parametrize(
    ("minutes", "seen", "lives"),
    [(59, 0, True), (60, 0, False), (61, 5, True), (719, 700, True), (720, 700, False)],
)
def test_a_sign_in_ends_when_idle_and_at_its_limit(ana, minutes, seen, lives):
    token = begin(ana)
    sign_in_id = db.session.scalars(select(SignIn.id)).one()
    see_sign_in(sign_in_id, at=AT + timedelta(minutes=seen))
    found = live_sign_in(token, at=AT + timedelta(minutes=minutes), idle_minutes=60)
    assert (found is not None) == lives


def test_a_deactivated_user_is_not_signed_in(ana):
    token = begin(ana)
    ana.deactivated_at = AT
    db.session.flush()
    assert live_sign_in(token, at=AT, idle_minutes=60) is None


def test_the_token_itself_is_kept_nowhere(ana):
    token = begin(ana)
    row = db.session.scalars(select(SignIn)).one()
    assert token not in {row.token_hash, row.device}


def test_one_or_all_but_one_can_be_ended(ana):
    for _ in range(3):
        begin(ana)
    first, second, _third = db.session.scalars(select(SignIn.id).order_by(SignIn.id))
    assert end_sign_ins(ana.id, at=AT, only=first) == 1
    assert end_sign_ins(ana.id, at=AT, but=second) == 1
    assert end_sign_ins(ana.id, at=AT) == 1


@pytest.mark.parametrize(("tries", "too_many"), [(9, False), (10, True), (11, True)])
def test_a_name_is_locked_at_ten_tries_from_anywhere(database, tries, too_many):
    for number in range(tries):
        count_try("ana@example.org", f"10.0.0.{number}", at=AT)
    assert too_many_tries("ana@example.org", "10.1.1.1", at=AT) == too_many


@pytest.mark.parametrize(("tries", "too_many"), [(29, False), (30, True)])
def test_an_address_is_locked_at_thirty_tries_for_anybody(database, tries, too_many):
    for number in range(tries):
        count_try(f"person{number}@example.org", "10.0.0.1", at=AT)
    assert too_many_tries("ana@example.org", "10.0.0.1", at=AT) == too_many


def test_a_right_try_is_taken_back_alone(database):
    count_try("ana@example.org", "10.0.0.1", at=AT)
    forget_try(count_try("ana@example.org", "10.0.0.1", at=AT))
    assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 2


def test_old_tries_are_forgotten(database):
    count_try("ana@example.org", "10.0.0.1", at=AT)
    count_try("ben@example.org", "10.0.0.2", at=AT + ATTEMPT_WINDOW + timedelta(seconds=1))
    assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 2


def test_only_the_right_password_fits_and_nobodys_never_does():
    stored = hash_password("a walk along the harbor")
    assert password_fits("a walk along the harbor", stored)
    assert not password_fits("a walk along the harbour", stored)
    assert not password_fits("nobody has this password", None)
    assert not password_fits("anything", "not a hash")
