"""The steps of an upload as a browser goes through them, and what its pages say."""

import re
import threading


def carried_out(browser, place):
    """Say yes, and wait until the work is done."""
    assert browser.post(f"{place}/import").headers["Location"] == f"{place}/progress"
    name = f"work-{place.rpartition('/')[2]}"
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join()
    return browser.get(f"{place}/progress").get_data(as_text=True)


def words(answer):
    """The text of a page without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)))
