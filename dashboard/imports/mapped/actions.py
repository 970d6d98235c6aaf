"""A file of people, stays or attendance: what it would do, and doing it, all or nothing."""

from dataclasses import dataclass
from hashlib import sha256

from dashboard.caseload.importing import last_written_line, remembered_mapping
from dashboard.caseload.viewer import Viewer
from dashboard.database import reading, writing
from dashboard.errors import Refused
from dashboard.extensions import db
from dashboard.imports.files.sheet import Sheet, read_sheet
from dashboard.imports.mapped.fields import Kind
from dashboard.imports.mapped.mapping import ColumnMapping, check_mapping, guessed
from dashboard.imports.plan import Outcome
from dashboard.imports.planning import Plan, plan_of
from dashboard.models.trail import ImportBatch
from dashboard.records.attendance_rules.flags import refresh_flags_of_group
from dashboard.records.importing import (
    Progress,
    marked_groups,
    no_progress,
    remember_mapping,
    write_import,
)


@dataclass(frozen=True)
class Job:
    """One file on its way in: what it is, what its columns mean, and what it is called."""

    kind: Kind
    sheet: Sheet
    mapping: ColumnMapping
    file_name: str
    checksum: str


def job_of(
    viewer: Viewer,
    kind: Kind,
    content: bytes,
    file_name: str,
    said: ColumnMapping,
    *,
    exactly: bool = False,
) -> Job:
    """Read a file; what nobody says of its columns is remembered or guessed. Raises Refused.

    `exactly` is for what was chosen column by column: nothing is guessed beside it.
    """
    sheet = read_sheet(content)
    mapping = said if exactly else said.over(usual_mapping(viewer, kind, sheet))
    return Job(kind, sheet, mapping, file_name, sha256(content).hexdigest())


def usual_mapping(viewer: Viewer, kind: Kind, sheet: Sheet) -> ColumnMapping:
    """Return what was chosen for such a file before, or else what its columns are called."""
    choices = remembered_mapping(viewer, kind, sheet.fingerprint)
    if choices is None:
        return guessed(kind, sheet.columns)
    return ColumnMapping.from_choices(choices)


def preview(viewer: Viewer, job: Job, progress: Progress = no_progress) -> Plan:
    """Say, line by line, what importing this file would do. Raises Refused for a broken one."""
    with reading():
        return _planned(viewer, job, progress)


def keep_mapping(viewer: Viewer, job: Job, *, by: int | None) -> None:
    """Remember what the columns of such a file mean. Raises Refused when that cannot be."""
    check_mapping(job.kind, job.mapping, job.sheet.columns)
    choices = job.mapping.as_choices()
    remember_mapping(job.kind, job.sheet.fingerprint, choices, by=by, at=viewer.as_of)
    db.session.commit()


def carry_out(
    viewer: Viewer,
    job: Job,
    *,
    by: int | None,
    progress: Progress = no_progress,
    plan: Plan | None = None,
) -> Plan:
    """Write the whole file, or nothing. Raises Refused when any of it is wrong.

    It is planned while others may write, and planned again only where somebody has: every
    write leaves an audit line. A file of which nothing is new changes nothing.
    """
    plan = plan or preview(viewer, job, progress)
    _refuse_wrong(plan)
    with writing():
        if last_written_line(viewer) != plan.seen:
            plan = _planned(viewer, job, progress)
            _refuse_wrong(plan)
        if plan.is_new:
            _write(viewer, job, plan, by, progress)
        db.session.commit()
    _look_for_misses(viewer, plan, by, progress)
    return plan


def _planned(viewer: Viewer, job: Job, progress: Progress) -> Plan:
    seen = last_written_line(viewer)
    plan = plan_of(viewer, job.kind, job.sheet, job.mapping, progress)
    plan.seen = seen
    return plan


def _look_for_misses(viewer: Viewer, plan: Plan, by: int | None, progress: Progress) -> None:
    """Bring the flags up to date, a group at a time, so that nobody waits long to write."""
    groups = marked_groups(plan.rows)
    for number, group_id in enumerate(groups, start=1):
        with writing():
            refresh_flags_of_group(group_id, viewer.as_of, by)
            db.session.commit()
        progress("Looking for misses", number, len(groups))


def _refuse_wrong(plan: Plan) -> None:
    if plan.wrong:
        raise Refused(f"Nothing was imported: {len(plan.wrong)} lines are wrong.")


def _write(viewer: Viewer, job: Job, plan: Plan, by: int | None, progress: Progress) -> None:
    batch = ImportBatch(
        at=viewer.as_of,
        user_id=by,
        kind=job.kind,
        file_name=job.file_name[:200],
        sha256=job.checksum,
        rows_written=plan.written,
        rows_unchanged=plan.count()[Outcome.UNCHANGED],
    )
    choices = job.mapping.as_choices()
    remember_mapping(job.kind, job.sheet.fingerprint, choices, by=by, at=viewer.as_of)
    write_import(plan.rows, batch, by=by, at=viewer.as_of, progress=progress)
