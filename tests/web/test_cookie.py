"""The cookie is bound to its host and to https wherever that can be."""

import pytest

from dashboard import create_app
from tests.cast import Browser

HOSTS = "localhost,127.0.0.1,practice.example"


def cookie_of(app, base_url, **how):
    answer = Browser(app).get("/sign-in", base_url=base_url, **how)
    return answer.headers["Set-Cookie"]


@pytest.fixture
def reached(app):
    app.config["TRUSTED_HOSTS"] = HOSTS.split(",")
    return app


@pytest.mark.parametrize(
    "base_url", ["https://practice.example", "http://practice.example", "https://localhost"]
)
def test_elsewhere_than_on_this_machine_it_is_secure(reached, base_url):
    name, *flags = cookie_of(reached, base_url).split("; ")
    assert name.startswith("__Host-groupwork=")
    assert set(flags) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


@pytest.mark.parametrize("base_url", ["http://localhost:8000", "http://127.0.0.1"])
def test_plain_http_on_this_machine_works(reached, base_url):
    name, *flags = cookie_of(reached, base_url).split("; ")
    assert name.startswith("groupwork=")
    assert set(flags) == {"HttpOnly", "Path=/", "SameSite=Lax"}


@pytest.mark.parametrize(
    ("wish", "base_url", "name"),
    [
        ("no", "https://practice.example", "groupwork="),
        ("yes", "http://localhost", "__Host-groupwork="),
    ],
)
def test_the_setting_decides_where_it_is_set(reached, wish, base_url, name):
    reached.config["SECURE_COOKIES"] = wish
    assert cookie_of(reached, base_url).startswith(name)


@pytest.mark.parametrize(("proxies", "is_secure"), [("0", False), ("1", True)])
def test_a_proxy_is_believed_only_where_one_is_set(tmp_path, proxies, is_secure):
    environ = {
        "GROUPWORK_INSTANCE": str(tmp_path),
        "GROUPWORK_PROXIES": proxies,
        "GROUPWORK_TRUSTED_HOSTS": HOSTS,
    }
    app = create_app(environ)
    answer = Browser(app).get("/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert ("Strict-Transport-Security" in answer.headers) == is_secure
