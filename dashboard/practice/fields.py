"""What the practice's forms share: numbers as they come, and refusals beside their field."""

from flask_wtf import FlaskForm

from dashboard.errors import Refused


def as_number(text: str | None) -> int | None:
    """Return a whole number as a page of ours sends it, or None."""
    given = text or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 17 else None


def put_beside(form: FlaskForm, refusal: Refused, otherwise: str) -> None:
    """Say a refusal at its field, or at another one where the form has no such field."""
    name = refusal.field if refusal.field in form else otherwise
    form[name].errors = [*form[name].errors, str(refusal)]
