"""The whole roster by keyboard alone: marks, minutes, homework, the note and back."""

from playwright.sync_api import expect

from tests.browser.sessions.test_nothing_is_lost import STATE, session  # noqa: F401

MARKS = ("late", "left_early", "excused", "late_cancellation", "no_show", "present")


def kept(page, field):
    """What stands in one field of each row, from the top."""
    read = "all => all.map(one => window.SessionPage.read(one))"
    return page.locator(f'[data-roster-row] [data-field="{field}"]').evaluate_all(read)


def mark_from_top_to_bottom(page):
    page.keyboard.press("ArrowDown")  # from the page into the roster
    for key in "lfecnp":
        page.keyboard.press(key)
        page.keyboard.press("ArrowDown")
    for _ in MARKS:
        page.keyboard.press("ArrowUp")


def test_every_mark_minutes_and_homework_have_a_key(session):  # noqa: F811
    press = session.keyboard.press
    rows = session.locator("[data-roster-row]")
    mark_from_top_to_bottom(session)
    expect(rows.first).to_be_focused()
    session.keyboard.type("75")
    press("Enter")
    expect(rows.first).to_be_focused()
    press("h")
    session.keyboard.type("partly")
    press("Escape")
    press("Enter")
    expect(rows.first.get_by_label("Response to the intervention")).to_be_focused()
    rows.first.get_by_label("Skill practice, 0 to 7").focus()
    press("5")
    press("Escape")
    expect(rows.first).to_be_focused()
    expect(session.locator(STATE)).to_contain_text("Saved")
    session.reload()
    assert tuple(kept(session, "mark")[: len(MARKS)]) == MARKS
    first = [kept(session, field)[0] for field in ("minutes_attended", "homework")]
    assert [*first, kept(session, "practice_rating")[0]] == ["75", "partly", "5"]
