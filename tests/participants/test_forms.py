"""What is typed of a person stands in one line each, whatever sent it."""

from dashboard.groups.stays.forms import AddPersonForm
from dashboard.participants.forms import ParticipantForm

CODE = "HL\r\n7\u202e"


def test_a_code_stands_in_one_line_when_it_is_changed(app):
    with app.test_request_context(method="POST", data={"code": CODE}):
        assert ParticipantForm().code.data == "HL 7"


def test_a_code_stands_in_one_line_when_somebody_is_added(app):
    with app.test_request_context(method="POST", data={"code": CODE}):
        assert AddPersonForm().new_person().code == "HL 7"
