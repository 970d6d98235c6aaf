"""Before it is set up the app starts, and says what to do."""

import pytest

from dashboard import create_app
from tests.cast import Browser


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["/", "/sign-in"])
def test_every_page_says_which_command_is_missing(tmp_path, path, method):
    app = create_app({"GROUPWORK_INSTANCE": str(tmp_path)})
    answer = Browser(app).open(path, method=method)
    assert answer.status_code == 503
    assert "flask --app wsgi set-up" in answer.get_data(as_text=True)
