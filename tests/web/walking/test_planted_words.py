"""What only Ana's groups hold is on no page that somebody else may open."""

from tests.web.walking.addresses import address, methods, walked
from tests.web.walking.conftest import NOWHERE


def pages(demo, key, ids):
    """Yield (path, text) of every page that this user can open with these ids."""
    browser = demo.signed_in(key)
    for rule in walked(demo.app):
        if "GET" not in methods(rule):
            continue
        path = address(rule, {**ids, "key": "phq9"}, NOWHERE)
        answer = browser.get(path)
        if answer.status_code == 200:
            yield path, answer.get_data(as_text=True)


def told(planted, text):
    return sorted(word for word in planted if word in text)


def test_no_name_or_note_of_anas_is_on_a_page_of_cleos(demo):
    opened = dict(pages(demo, "cleo", demo.cleo.ids))
    assert len(opened) > 25 and len(demo.ana.names) > 20
    planted = {*demo.ana.names, demo.ana.words}
    assert {path: told(planted, text) for path, text in opened.items() if told(planted, text)} == {}


def test_ana_does_see_them_so_the_words_are_right(demo):
    seen = "".join(text for _path, text in pages(demo, "ana", demo.ana.ids))
    assert told(demo.ana.names, seen) != [] and demo.ana.words in seen


def test_an_administrator_reads_no_note(demo):
    assert [path for path, text in pages(demo, "max", demo.ana.ids) if demo.ana.words in text] == []
