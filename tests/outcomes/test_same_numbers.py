"""A number that stands in two places is the same number: the pages are read and compared."""

import json
import re
from html.parser import HTMLParser

import pytest

from tests.outcomes.practices import seed

PEOPLE = [{0: 18, 30: 9}] * 13 + [{0: 18, 30: 17}] * 8 + [{0: 8, 42: 20}] * 4 + [{0: 18}] * 5
PEOPLE += [{0: 18, 14: 8}] * 2
LEADS_TO_PEOPLE = re.compile(r'<a[^>]*href="(/outcomes/people\?[^"]+)"[^>]*>([^<]+)</a>')


class Rows(HTMLParser):
    """Counts the rows of a page's tables that name somebody."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found += tag == "th" and ("scope", "row") in attributes


def read(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def counted(text):
    """The people that '61% (76 of 125)', '6 of 9', '16' or '5 people' speak of."""
    return int(re.search(r"(\d+) of \d+", text)[1] if " of " in text else text.split()[0])


# What a number of the breakdown says, with or without the interval beside it.
PEOPLE_CELLS = re.compile(r">([^<]+)</a>(?: <span[^>]*>[^<]+</span>)?</td>")


@pytest.fixture
def lead(app, cast, as_user):
    seed(app, cast.ana, PEOPLE)
    seed(app, cast.ben, PEOPLE[10:24], name="Depression, late")
    seed(app, cast.ben, [{0: 8, 30: 4}] * 3, name="Pain", type_key="chronic_pain")
    return as_user(cast.lena.email)


def test_every_number_that_leads_to_people_leads_to_that_many(lead):
    links = set()
    for by in ("group", "type", "curriculum", "measure", "cycle"):
        found = LEADS_TO_PEOPLE.findall(read(lead, f"/outcomes/?by={by}"))
        assert len(found) >= 12
        links |= {(path, counted(text)) for path, text in found}
    for path, count in links:
        page = read(lead, path.replace("&amp;", "&"))
        assert (path, int(re.search(r"<h1[^>]*>\s*(\d+) ", page)[1])) == (path, count)
        assert Rows(page).found == count


def test_the_numbers_offered_beside_a_list_are_those_of_their_lists(lead):
    offered = re.findall(
        r'href="(/outcomes/people\?[^"]+)"[^>]*>(\d+) ', read(lead, "/outcomes/people?group=1")
    )
    assert len(offered) == 14
    for path, count in offered:
        assert Rows(read(lead, path.replace("&amp;", "&"))).found == int(count)


def test_a_groups_page_says_what_its_line_says(lead):
    page = read(lead, "/outcomes/")
    lines = re.findall(r'href="/outcomes/groups/(\d+)">.*?</tr>', page, re.DOTALL)
    assert len(lines) == 3
    for group in lines:
        line = re.search(rf'/outcomes/groups/{group}">.*?</tr>', page, re.DOTALL)[0]
        started, two_scores, improved, _ = PEOPLE_CELLS.findall(line)
        of_group = " ".join(read(lead, f"/outcomes/groups/{group}").split())
        ends = re.search(rf"{re.escape(improved)}</a> <span[^>]*>([^<]+)<", line)
        full = f"{improved[:-1]}, 95% interval {ends[1]})" if ends else improved
        told = f"{full} with two scores and a closed window; {started} started"
        assert f"Improved reliably: {told}" in of_group
        assert two_scores == re.search(r"of (\d+)", improved)[1]


def test_the_command_says_what_the_page_says(app, lead):
    printed = json.loads(app.test_cli_runner().invoke(args=["outcomes", "report"]).output)
    shown = {text for _, text in LEADS_TO_PEOPLE.findall(read(lead, "/outcomes/"))}
    for kind in ("both_scores", "carried_forward", "everyone"):
        share = printed["counting"][kind]
        assert f"{share['count']} of {share['of']}" in shown


def test_the_figures_table_has_the_numbers_of_the_line(lead):
    page = " ".join(read(lead, "/outcomes/?by=cycle").split())
    line = re.search(r"Cycle 1</a></th>(.*?)</tr>", page)[1]
    improved = re.findall(r">([^<]+)</a>", line)[2]
    table = lead.post("/outcomes/cycles.csv").get_data(as_text=True).splitlines()
    _, count, of, share = table[1].split(",")[:4]
    assert improved == f"{share} ({count} of {of})"


CHART_CELL = re.compile(r'<td><a href="(/outcomes/people[^"]+)">(\d+)</a></td>')


def test_every_count_of_a_chart_leads_to_as_many_people(lead):
    cells = CHART_CELL.findall(read(lead, "/outcomes/"))
    assert len(cells) >= 12
    weeks = {path[-1]: count for path, count in cells if "improved_in" in path}
    assert list(weeks.values()) == ["0", "0", "2", "0", "19", "0", "0"]
    for path, count in cells:
        page = read(lead, path.replace("&amp;", "&"))
        assert len(re.findall(r'<th scope="row">', page)) == int(count)
        assert re.search(rf'aria-current="page">{count} ', page)


def test_who_first_improved_in_a_week_is_said_and_followed_up(lead):
    page = read(lead, "/outcomes/people?which=improved_once&improved_in=3&type=depression")
    assert re.search(r"<h1[^>]*>\s*2 improved reliably at some time", page)
    assert "Depression, first improved reliably in week 3" in page
    alone = read(lead, "/outcomes/people?which=improved_once&improved_in=3")
    assert re.search(r'page-head-state">\s*First improved reliably in week 3\s*<', alone)
    assert Rows(page).found == 2
    offered = re.findall(r'href="(/outcomes/people\?[^"]+)"[^>]*>(\d+) ', page)
    for path, count in offered:
        assert "improved_in=3" in path
        assert Rows(read(lead, path.replace("&amp;", "&"))).found == int(count)


def test_a_report_is_never_of_people_chosen_by_their_outcome(lead):
    everyone, narrowed = (read(lead, f"/outcomes/{query}") for query in ("", "?improved_in=3"))
    assert LEADS_TO_PEOPLE.findall(narrowed) == LEADS_TO_PEOPLE.findall(everyone)
    back = read(lead, "/outcomes/people?which=improved_once&improved_in=3")
    assert '<a href="/outcomes/">Outcomes</a>' in back
    taken = [lead.post(f"/outcomes/tables/courses{query}").data for query in ("", "?improved_in=3")]
    assert taken[0] == taken[1]
