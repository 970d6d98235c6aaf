"""The commands of the outcomes: any file classified, and the lead's page as data."""

import json

import pytest

from tests.outcomes.practices import seed

FILE = "who,site,before,after\n1,north,30,10\n2,south,30,29\n3,south,12,30\n4,north,NA,3\n5,,20,\n"
KNOWN = ["--reliability", "0.8", "--sd", "5", "--functional-mean", "8", "--functional-sd", "5"]
COLUMNS = ["--pre", "before", "--post", "after"]


@pytest.fixture
def run(app, tmp_path):
    (tmp_path / "scores.csv").write_text(FILE, encoding="utf-8")

    def run(*told):
        return app.test_cli_runner().invoke(
            args=["outcomes", "classify", str(tmp_path / "scores.csv"), *told]
        )

    return run


def test_a_file_is_classified_with_those_without_scores_counted(run):
    answer = json.loads(run(*COLUMNS, *KNOWN).output)
    assert (answer["n"], answer["n_missing"]) == (3, 2)
    assert (answer["sd_pre"], answer["mean_pre"], answer["cutoff"]) == (5.0, 24.0, 16.0)
    assert answer["reliable_change"] == pytest.approx(6.19795, abs=1e-5)
    assert answer["categories"] == {
        "recovered": 1,
        "improved": 0,
        "unchanged": 1,
        "deteriorated": 0,
        "harmed": 1,
    }


def test_groups_have_their_own_counts_and_sum_to_the_whole(run):
    answer = json.loads(run(*COLUMNS, *KNOWN, "--group", "site").output)
    groups = answer["groups"]
    assert {name: (of["n"], of["n_missing"]) for name, of in groups.items()} == {
        "": (0, 1),
        "north": (1, 1),
        "south": (2, 0),
    }
    assert groups["south"]["mean_pre"] == 21.0
    assert groups[""]["mean_pre"] is None
    for word, count in answer["categories"].items():
        assert count == sum(of["categories"][word] for of in groups.values())


def test_a_group_has_its_own_spread_where_none_is_given(run):
    answer = json.loads(run(*COLUMNS, "--reliability", "0.8", "--group", "site").output)
    assert answer["groups"]["south"]["sd_pre"] == pytest.approx(162**0.5)
    assert answer["groups"]["north"]["sd_pre"] is None
    assert answer["groups"]["north"]["reliable_change"] == answer["reliable_change"]


def test_the_same_as_a_table(run):
    lines = run(*COLUMNS, *KNOWN, "--group", "site", "--format", "csv").output.splitlines()
    assert lines[0].startswith("group,n,n_missing,sd_pre,mean_pre,reliable_change,cutoff,recovered")
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["(all)", "3", "2"],
        ["", "0", "1"],
        ["north", "1", "1"],
        ["south", "2", "0"],
    ]


@pytest.mark.parametrize("name", ["JT", "jt", "jacobson_truax"])
def test_methods_go_by_their_short_names_too(run, name):
    assert run(*COLUMNS, *KNOWN, "--method", name).output == run(*COLUMNS, *KNOWN).output


def test_a_percentage_of_the_first_score(run):
    told = ["--method", "percentage_change", "--percent", "50"]
    assert json.loads(run(*COLUMNS, *told).output)["categories"]["improved"] == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (COLUMNS, "--reliability"),
        (["--pre", "before", "--post", "later"], "There is no column later"),
        (["--pre", "before", "--post", "site", *KNOWN], "Line 2: site is not a number: north."),
    ],
)
def test_what_cannot_be_used_is_said(run, told, words):
    result = run(*told)
    assert result.exit_code == 1
    assert words in result.output


def test_a_file_that_is_no_text_is_refused(app, tmp_path):
    path = tmp_path / "scores.csv"
    path.write_bytes(b"\xff\xfe\x00")
    result = app.test_cli_runner().invoke(args=["outcomes", "classify", str(path), *COLUMNS])
    assert "not UTF-8" in result.output


def classified(app, tmp_path, content, *told):
    path = tmp_path / "other.csv"
    path.write_text(content, encoding="utf-8", newline="")
    args = ["outcomes", "classify", str(path), "--pre", "pre", "--post", "post", *told]
    return app.test_cli_runner().invoke(args=args)


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffpre;post\r\n30,5;10\r\n20;20\r\n\r\n5;\r\n",
        "pre\tpost\n30.5\t10\n20\t20\n5\tn/a\n",
        " post , pre \n10, 30.5\n20,20\n,5\n",
    ],
)
def test_files_as_programs_elsewhere_write_them(app, tmp_path, content):
    answer = json.loads(classified(app, tmp_path, content, "--reliability", "0.8").output)
    assert (answer["n"], answer["n_missing"], answer["mean_pre"]) == (2, 1, 25.25)
    assert answer["categories"]["improved"] == answer["categories"]["unchanged"] == 1


@pytest.mark.parametrize(
    ("content", "told", "words"),
    [
        ("", [], "There is no column pre in the file. Its columns: none."),
        ("before,post\n1,2\n", [], "no column pre in the file. Its columns: before, post."),
        ("pre,pre,post\n1,2,3\n", [], "The column pre stands 2 times in the file."),
        ("pre,post\n20,5,7\n", [], "Line 2 has more cells than the header."),
        ("pre,post\n1_0,7\n3,4\n", [], "Line 2: pre is not a number: 1_0."),
        ("pre,post\n3,inf\n", [], "Line 2: post is not a number: inf."),
        ("pre,post\n", [], "nobody has both scores"),
        ("pre,post\n9,1\n", [], "at least two people"),
        ("pre,post\n9,1\n9,2\n", [], "every first score is the same"),
        ("pre,post\n9,1\n8,2\n", ["--functional-mean", "3"], "are given together or not"),
        (
            "pre,post\n9,1\n8,2\n",
            ["--functional-mean", "nan", "--functional-sd", "2"],
            "the functional figures are no numbers",
        ),
    ],
)
def test_a_file_that_would_be_misread_is_refused_in_words(app, tmp_path, content, told, words):
    result = classified(app, tmp_path, content, "--reliability", "0.8", *told)
    assert (result.exit_code, words in result.output) == (1, True)


def test_one_person_can_be_judged_by_points_and_has_no_spread(app, tmp_path):
    by_points = ["--method", "minimal_important_difference", "--points", "6", "--group", "site"]
    answer = json.loads(classified(app, tmp_path, "pre,post,site\n18,9,a\n", *by_points).output)
    assert (answer["n"], answer["mean_pre"], answer["sd_pre"]) == (1, 18.0, None)
    assert (answer["reliable_change"], answer["categories"]["improved"]) == (6.0, 1)
    assert answer["groups"]["a"]["sd_pre"] is None
    table = classified(app, tmp_path, "pre,post,site\n18,9,a\n", *by_points, "--format", "csv")
    assert table.output.splitlines()[1].split(",")[:4] == ["(all)", "1", "0", ""]


def test_a_group_that_is_a_formula_stays_text_in_the_table(app, tmp_path):
    content = "pre,post,site\n9,1,=1+1\n8,2,b\n"
    told = ["--reliability", "0.8", "--group", "site", "--format", "csv"]
    assert classified(app, tmp_path, content, *told).output.splitlines()[2].startswith("'=1+1,1")


def report(app, *told):
    return app.test_cli_runner().invoke(args=["outcomes", "report", *told])


def test_the_report_says_what_the_page_says(app, cast, as_user):
    people = [{0: 20, 56: 5} if place < 15 else {0: 20, 56: 20} for place in range(25)]
    group_id, _ = seed(app, cast.ana, people, name="Evening group")
    answer = json.loads(report(app).output)
    reliable = answer["headlines"]["reliable"]
    assert (reliable["improved"]["count"], reliable["improved"]["of"]) == (15, 25)
    assert answer["groups"]["Evening group"]["share"] == 0.6
    page = as_user(cast.lena.email).get("/outcomes/").text
    assert "15 of 25" in page
    one = json.loads(report(app, "--group", "evening group", "--from", "2026-01-01").output)
    assert one["headlines"]["reliable"]["improved"] == reliable["improved"]
    assert (
        json.loads(report(app, "--group", str(group_id), "--to", "2020-01-01").output)["closed"]
        == 0
    )


def test_a_filter_that_fits_nothing_is_no_filter_left_out(app, cast):
    seed(app, cast.ana, [{0: 20, 56: 5}])
    result = report(app, "--type", "gardening")
    assert result.exit_code == 1
    assert "There is no group type gardening" in result.output
