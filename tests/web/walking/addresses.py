"""Every address that the map of routes has, with ids of one's choice."""

from collections.abc import Iterator, Mapping

from flask import Flask
from werkzeug.routing import Rule

from tests.web.test_every_route_asks_first import PUBLIC

# Leaving is walked by the tests of signing in; after it there would be nobody to walk on.
LEAVING = {"accounts.sign_out", "accounts.end_sign_in"}


def walked(app: Flask) -> Iterator[Rule]:
    """Every rule that asks who is there, in the order of its address."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        if rule.endpoint not in PUBLIC | LEAVING:
            yield rule


def address(rule: Rule, ids: Mapping[str, int], missing: int) -> str:
    """Return the address with these ids; what has none gets the first of its words or `missing`."""
    values = {}
    for name in rule.arguments:
        words = getattr(rule._converters[name], "items", None)
        values[name] = sorted(words)[0] if words else ids.get(name, missing)
    _subdomain, path = rule.build(values)
    return path


def methods(rule: Rule) -> list[str]:
    return sorted(rule.methods & {"GET", "POST"})


def answer(browser, method: str, path: str) -> int:
    """Return the status. What was streamed is closed, as a browser does."""
    answered = browser.post(path) if method == "POST" else browser.get(path)
    answered.get_data()
    answered.close()
    return answered.status_code
