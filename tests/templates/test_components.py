"""The macros: what is typed stays, an error stands at its field, no number without its whole."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Optional


class GroupForm(Form):
    name = StringField("Name", [DataRequired("Give the group a name.")])
    zone = StringField("Zone", [Optional()])
    entry = RadioField(
        "Entry", choices=[SelectChoice("c", "Closed"), SelectChoice("w", "Any week")]
    )
    days = SelectMultipleField(
        "Days", choices=[SelectChoice("1", "Tuesday"), SelectChoice("2", "Friday")]
    )
    video = BooleanField("By video")


@pytest.fixture
def environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).resolve().parents[2] / "templates")
    return Environment(loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined)


def render(environment: Environment, name: str, *values: object, **named: object) -> str:
    """The text of the macro `name` from the component file of that name."""
    module = environment.get_template(f"components/{name}.html").module
    return str(getattr(module, name)(*values, **named))


def test_a_refused_field_keeps_what_was_typed_and_points_at_its_error(environment) -> None:
    form = GroupForm(MultiDict({"name": " ", "zone": '<b>"', "entry": "w"}))
    assert form.validate() is False
    html = render(environment, "field", form.name, "As people call it")
    assert 'aria-describedby="name-hint name-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="name-error"' in html
    assert "Give the group a name." in html


def test_typed_markup_is_shown_as_text(environment) -> None:
    html = render(environment, "field", GroupForm(MultiDict({"zone": '<b>"'})).zone)
    assert 'value="&lt;b&gt;&#34;"' in html
    assert "(optional)" in html


def test_a_radio_field_becomes_segments_with_the_chosen_one_checked(environment) -> None:
    html = render(environment, "field", GroupForm(MultiDict({"entry": "w"})).entry)
    assert html.count('class="segment"') == 2
    assert html.count("checked") == 1
    assert 'value="w" checked' in html


def test_several_choices_become_chips(environment) -> None:
    html = render(environment, "field", GroupForm(MultiDict({"days": "2"})).days)
    assert html.count('type="checkbox"') == 2
    assert 'value="2" checked' in html


def test_refused_forms_list_their_problems_as_links(environment) -> None:
    form = GroupForm(MultiDict({"entry": "w"}))
    form.validate()
    html = render(environment, "form_errors", form)
    assert '<a href="#name">Name</a>: Give the group a name.' in html
    assert html.count("<li>") == 1


def test_a_form_without_problems_lists_none(environment) -> None:
    form = GroupForm(MultiDict({"name": "DBT", "entry": "w"}))
    assert form.validate() is True
    assert render(environment, "form_errors", form) == ""


def test_a_flag_is_a_word_and_a_drawing(environment) -> None:
    html = render(environment, "badge", "Not on track", "amber")
    assert html.count("<svg") == 1
    assert "Not on track" in html


def test_no_mark_recorded_leaves_every_segment_open(environment) -> None:
    choices = [{"value": "present", "label": "Present", "key": "P"}]
    html = render(environment, "segmented", "mark-1", "Mark for Dana W.", choices)
    assert "checked" not in html
    assert 'aria-keyshortcuts="P"' in html


def test_an_unknown_value_reads_not_known(environment) -> None:
    html = render(environment, "definition_list", [("Capacity", None), ("Waiting", 0)])
    assert html.count("not known") == 1
    assert "<dd>0</dd>" in html


def test_a_share_without_an_interval_has_no_whisker(environment) -> None:
    share = {"label": "all", "percent": 50, "percent_text": "50%", "count_text": "5/10"}
    bare = render(environment, "share_row", SimpleNamespace(**share, low=None, high=None))
    drawn = render(environment, "share_row", SimpleNamespace(**share, low=0, high=76))
    assert [bare.count("whisker"), drawn.count("whisker")] == [0, 1]


def test_a_figure_cannot_close_its_script(environment) -> None:
    view = SimpleNamespace(
        key="a", title="T", summary="S", plot={"t": "</script>"}, columns=["Week"], rows=[["1"]]
    )
    view.csv_url = None
    html = render(environment, "figure", view)
    assert html.count("</script>") == 1
    assert "CSV" not in html


def test_given_back_text_keeps_its_first_line_break(environment) -> None:
    html = render(environment, "typed_text", [SimpleNamespace(label="Note", text="\na<b")])
    assert ">\n\na&lt;b</textarea>" in html
