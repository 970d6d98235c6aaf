"""People signed in as they would be, by their e-mail and password: on the page, or without it."""

import re
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.server import Server

TOKEN = re.compile('name="csrf_token"[^>]*value="([^"]+)"')


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


def come_in(page: Page, address: str, email: str, password: str) -> Page:
    """Send the form of the sign-in page without drawing that page or the next."""
    url, asked = f"{address}/sign-in", page.context.request
    found = TOKEN.search(asked.get(url).text())
    assert found is not None
    form = {"csrf_token": found[1], "email": email, "password": password}
    answer = asked.post(url, form=form, max_redirects=0)
    assert answer.status == 303, answer.text()
    return page


def come_as(page: Page, server: Server, name: str, to: str = "/") -> Page:
    """Come to an address as somebody of the demo practice."""
    password = password_of(server.instance, name)
    come_in(page, server.address, f"{name}@example.org", password).goto(server.address + to)
    return page
