"""What the web server and the flask command start from."""

from dashboard import create_app
from dashboard.config import SettingInvalid

try:
    app = create_app()
except SettingInvalid as problem:
    raise SystemExit(f"Groupwork cannot start: {problem}.") from None
