"""The texts that a viewer's notes can be begun with."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from dashboard.caseload.viewer import Viewer
from dashboard.errors import NotOnCaseload
from dashboard.extensions import db
from dashboard.models.phrases import Phrase


def phrases_for(viewer: Viewer) -> Sequence[Phrase]:
    """Return what the viewer may insert, by short name: own phrases hide templates of that name."""
    found = {each.short_name: each for each in templates_by_name(viewer)}
    found |= {each.short_name: each for each in own_phrases(viewer)}
    return [found[name] for name in sorted(found)]


def shared_texts(viewer: Viewer) -> list[str]:
    """Return the texts of what the viewer's notes may have been begun with."""
    return [phrase.text for phrase in phrases_for(viewer)]


def own_phrases(viewer: Viewer) -> Sequence[Phrase]:
    """Return the viewer's own phrases, by short name."""
    query = select(Phrase).where(Phrase.owner_id == viewer.user_id).order_by(Phrase.short_name)
    return db.session.scalars(query).all()


def templates_by_name(viewer: Viewer) -> Sequence[Phrase]:
    """Return the practice's templates, by short name: they are everybody's to use."""
    query = select(Phrase).where(Phrase.owner_id.is_(None)).order_by(Phrase.short_name)
    return db.session.scalars(query).all()


def may_set_templates(viewer: Viewer) -> bool:
    """Tell whether the practice's templates are this viewer's to change."""
    return viewer.reads_every_group


def find_phrase(viewer: Viewer, phrase_id: int) -> Phrase:
    """Return a phrase that the viewer may change. Raises NotOnCaseload."""
    mine = Phrase.owner_id == viewer.user_id
    if may_set_templates(viewer):
        mine = or_(mine, Phrase.owner_id.is_(None))
    row = db.session.scalar(select(Phrase).where(Phrase.id == phrase_id, mine))
    if row is None:
        raise NotOnCaseload
    return row
