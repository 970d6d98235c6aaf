"""What only Ana's groups hold is on no page that somebody else may open."""


def opened_by(pages):
    return {path: text for path, (status, text) in pages.items() if status == 200}


def told(planted, text):
    return sorted(word for word in planted if word in text)


def test_no_name_or_note_of_anas_is_on_a_page_of_cleos(demo, pages_of):
    opened = opened_by(pages_of("cleo"))
    assert len(opened) > 25 and len(demo.ana.names) > 20
    planted = {*demo.ana.names, demo.ana.words}
    assert {path: told(planted, text) for path, text in opened.items() if told(planted, text)} == {}


def test_ana_does_see_them_so_the_words_are_right(demo, pages_of):
    seen = "".join(opened_by(pages_of("ana")).values())
    assert told(demo.ana.names, seen) != [] and demo.ana.words in seen


def test_an_administrator_reads_no_note(demo, pages_of):
    opened = opened_by(pages_of("max"))
    assert len(opened) > 15
    assert [path for path, text in opened.items() if demo.ana.words in text] == []
