"""The features that there are, one line each."""

from flask import Flask

from dashboard.accounts.again import blueprint as again
from dashboard.accounts.routes import blueprint as accounts
from dashboard.attendance_rules.routes import blueprint as attendance_rules
from dashboard.checkins.answering.routes import blueprint as answering
from dashboard.checkins.routes import blueprint as checkins
from dashboard.curriculum.blueprint import blueprint as curriculum
from dashboard.documents.routes import blueprint as documents
from dashboard.exports import blueprint as exports
from dashboard.flags.routes import blueprint as flags
from dashboard.groups import blueprint as groups
from dashboard.imports.routes import blueprint as imports
from dashboard.imports.uploads.routes import blueprint as uploads
from dashboard.licenses.routes import blueprint as licenses
from dashboard.measures.routes import blueprint as measures
from dashboard.outcomes.routes import blueprint as outcomes
from dashboard.overview.routes import blueprint as overview
from dashboard.participants.routes import blueprint as participants
from dashboard.phrases.routes import blueprint as phrases
from dashboard.practice import blueprint as practice
from dashboard.schedule.feed_routes import blueprint as calendar
from dashboard.schedule.routes import blueprint as schedule
from dashboard.sessions.blueprint import blueprint as sessions
from dashboard.sessions.notes.routes import blueprint as notes
from dashboard.video_reports.routes import blueprint as video_reports

BLUEPRINTS = (
    accounts,
    again,
    answering,
    attendance_rules,
    calendar,
    checkins,
    curriculum,
    documents,
    exports,
    flags,
    groups,
    imports,
    licenses,
    measures,
    notes,
    outcomes,
    overview,
    participants,
    phrases,
    practice,
    schedule,
    sessions,
    uploads,
    video_reports,
)


def init_app(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
