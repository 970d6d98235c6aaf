"""The people of the demo practice, signed in as they would: by their e-mail and password."""

from pathlib import Path

from playwright.sync_api import Page


def password_of(instance: Path, name: str) -> str:
    """The password made for somebody on this machine, as `demo-sign-ins.txt` says it."""
    lines = (instance / "demo-sign-ins.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith(f"{name}@"))


def sign_in(page: Page, instance: Path, name: str) -> Page:
    """Go through the sign-in page and wait for Today."""
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill(f"{name}@example.org")
    page.get_by_label("Password").fill(password_of(instance, name))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
    return page
