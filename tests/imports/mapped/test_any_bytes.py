"""Whatever bytes a file holds, it is planned or refused in words; nothing else comes of it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.clinical.words import EnrollmentStatus, Mark
from dashboard.errors import Refused
from dashboard.imports.mapped.fields import FIELDS, Kind
from dashboard.imports.plan import Outcome
from tests.imports.mapped.bringing import bring

WORDS = [
    *("", "A-1", "N-1", "B-9", "Depression, Tuesday", "anger", "0", "1", "9" * 30, "=1+1"),
    *("2026-09-29", "2026-10-06", "2026-02-30", "0001-01-01", "9999-12-31", "2026-10-06/"),
    *("2026-10-06T22:00:00Z", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00"),
    *("18:00", "25:00", "America/New_York", "../etc", "NY", "a@b", "１２", "\u202e", '"', "\r\n"),
    *Mark,
    *EnrollmentStatus,
]
OUTCOMES = {outcome.value for outcome in Outcome}
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def planned(viewer, kind, content):
    try:
        lines = bring(viewer, kind, content, dry=True)
    except Refused as refusal:
        return str(refusal) != ""
    return {outcome for _line, outcome, _says in lines} <= OUTCOMES


@FEW
@given(kind=st.sampled_from(Kind), content=st.binary(max_size=300))
def test_any_bytes_are_planned_or_refused(importer, kind, content):
    assert planned(importer, kind, content)


@FEW
@given(data=st.data(), kind=st.sampled_from(Kind))
def test_any_cells_are_planned_or_refused(importer, data, kind):
    names = [field.name for field in FIELDS[kind]]
    cells = st.sampled_from([str(word).replace('"', '""') for word in WORDS])
    rows = data.draw(
        st.lists(st.lists(cells, min_size=len(names), max_size=len(names)), max_size=6)
    )
    lines = [",".join(names), *(",".join(f'"{cell}"' for cell in row) for row in rows)]
    assert planned(importer, kind, "\n".join(lines).encode())
