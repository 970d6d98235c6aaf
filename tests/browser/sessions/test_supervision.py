"""An associate's note goes to the supervisor's queue: returned with a remark, then co-signed."""

from dataclasses import replace

from playwright.sync_api import expect
from sqlalchemy import select

from dashboard.clinical.words import Role
from dashboard.extensions import db
from dashboard.models.accounts import User
from tests.browser.profiles import fresh_profile
from tests.browser.sessions.test_not_saved import STATE, quiet_evening, write  # noqa: F401
from tests.factories import make_user


def supervised_by_lena(practice):
    """The same practice as Lena signs in to it: she leads it, and supervises Ana."""
    with practice.at.behind_it():
        lena = make_user("Lena Hart", Role.CLINICAL_LEAD)
        db.session.scalars(select(User).where(User.email == practice.email)).one().supervisor = lena
        return replace(practice, email=lena.email)


def sign_one_note(ana):
    write(ana, "Spoke first today.")
    expect(ana.locator(STATE)).to_contain_text("Saved")
    ana.goto(f"{ana.url}/sign")
    ana.get_by_label("Sign all the same").fill("The others write tomorrow.")
    ana.get_by_role("button", name="Sign all notes").click()
    expect(ana.get_by_text("1 note is signed.")).to_be_visible()


def test_a_note_is_returned_with_a_remark_and_then_co_signed(quiet_evening, practice, chromium):  # noqa: F811
    as_lena = supervised_by_lena(practice)
    sign_one_note(quiet_evening)
    context = fresh_profile(chromium, base_url=practice.server.address)
    lena = as_lena.sign_in(context)
    lena.goto("/notes/")
    lena.get_by_role("link", name="progress note").click()
    expect(lena.get_by_text("Spoke first today.")).to_be_visible()
    lena.get_by_label("Or return it with a remark").fill("Name the skill.")
    lena.get_by_role("button", name="Return it").click()
    quiet_evening.goto("/notes/")
    quiet_evening.get_by_role("link", name="progress note").click()
    expect(quiet_evening.get_by_text("Name the skill.")).to_be_visible()
    lena.get_by_role("link", name="progress note").click()
    lena.get_by_role("button", name="Co-sign these words").click()
    expect(lena.get_by_text("Nothing waits for your co-signature.")).to_be_visible()
    context.close()
