"""What cannot be read in one of the two themes is found, wherever it stands."""

import pytest

from tests.browser.accessibility import check_accessibility
from tests.browser.profiles import fresh_profile

PAGE = """<!doctype html><html lang="en"><head><title>Weather</title><style>
  body {{ color: #000; background: #fff; }}
  @media (prefers-color-scheme: dark) {{ body {{ color: #eee; background: #111; }} }}
  @media (prefers-color-scheme: {scheme}) {{ {style} }}
</style></head><body><main><h1>Weather</h1>
  <p>Rain.</p><p class="soft">Wind.</p><div class="box"><p>Snow.</p></div>
  <input aria-label="Day">{more}
</main></body></html>"""


@pytest.fixture(scope="module")
def blank(chromium):
    """A page for all, which each writes anew."""
    profile = fresh_profile(chromium)
    yield profile.new_page()
    profile.close()


@pytest.fixture
def sheet(blank):
    def show(scheme, style, more=""):
        blank.set_content(PAGE.format(scheme=scheme, style=style, more=more))
        return blank

    return show


def test_a_page_that_can_be_read_in_both_passes(sheet):
    check_accessibility(sheet("dark", ".box { background: #000; }"))


def test_what_has_no_name_is_found(sheet):
    with pytest.raises(AssertionError, match=r"'structure': .'button-name: button: "):
        check_accessibility(sheet("dark", "", "<button></button>"))


@pytest.mark.parametrize(
    ("scheme", "style", "place"),
    [
        ("light", ".soft { color: #ccc; }", ".soft"),
        ("light", ".soft { opacity: 0.3; }", ".soft"),
        ("light", ".box { background: rgb(0 0 0 / 80%); }", "div > p"),
        ("dark", ".soft { color: #333; }", ".soft"),
        ("dark", ".soft { opacity: 0.3; }", ".soft"),
        ("dark", ".box { background: #ddd; }", "div > p"),
        ("dark", ".box { background: rgb(255 255 255 / 80%); }", "div > p"),
        ("dark", "input { color: #333; background: #222; }", "input"),
    ],
)
def test_what_is_too_faint_in_one_theme_is_found(sheet, scheme, style, place):
    with pytest.raises(AssertionError, match=f"'{scheme}': .'color-contrast: {place}: "):
        check_accessibility(sheet(scheme, style))
