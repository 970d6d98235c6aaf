"""The bytes of small exports, written out by hand here."""

from dashboard.caseload.attendance_export import AttendanceFilters
from dashboard.exports.making import Form, Wanted, make_file

EVERYTHING = AttendanceFilters()
LONG = [
    "session_date,group,cycle,week,participant,mark,minutes_attended,expected,participant_id,"
    "given_name,family_name,enrolled_on,ended_on,status,end_reason,on_hold,session_state,"
    "starts_at,ends_at,started_at,ended_at,group_type,time_zone,cycle_starts_on,cycle_length",
    '2026-09-29,"Depression, Tuesday",1,1,Dana Wells,present,90,yes,P-1,'
    "Dana,Wells,2026-09-29,,active,,,held,"
    "2026-09-29T22:00:00Z,2026-09-29T23:30:00Z,2026-09-29T22:03:00Z,,depression,America/New_York,2026-09-29,4",
    '2026-10-06,"Depression, Tuesday",1,2,\'=Elias Moreau,late,75,yes,P-2,'
    "'=Elias,Moreau,2026-10-06,,on_hold,,2026-10-13/,held,"
    "2026-10-06T22:00:00Z,2026-10-06T23:30:00Z,,,depression,America/New_York,2026-09-29,4",
    '2026-10-06,"Depression, Tuesday",1,2,Dana Wells,not_recorded,,yes,P-1,'
    "Dana,Wells,2026-09-29,,active,,,held,"
    "2026-10-06T22:00:00Z,2026-10-06T23:30:00Z,,,depression,America/New_York,2026-09-29,4",
    '2026-10-13,"Depression, Tuesday",1,3,\'=Elias Moreau,not_expected,,no,P-2,'
    "'=Elias,Moreau,2026-10-06,,on_hold,,2026-10-13/,held,"
    "2026-10-13T22:00:00Z,2026-10-13T23:30:00Z,,,depression,America/New_York,2026-09-29,4",
    '2026-10-13,"Depression, Tuesday",1,3,Dana Wells,not_recorded,,yes,P-1,'
    "Dana,Wells,2026-09-29,,active,,,held,"
    "2026-10-13T22:00:00Z,2026-10-13T23:30:00Z,,,depression,America/New_York,2026-09-29,4",
]
REGISTER = [
    "group,cycle,participant,participant_id,week_1,week_2,week_3,week_4,"
    "attended,missed,not_recorded,expected",
    '"Depression, Tuesday",1,session date,,2026-09-29,2026-10-06,2026-10-13,,,,,',
    '"Depression, Tuesday",1,\'=Elias Moreau,P-2,not_expected,late,not_expected,,1,0,0,1',
    '"Depression, Tuesday",1,Dana Wells,P-1,present,not_recorded,not_recorded,,1,0,2,3',
]


def content(viewer, wanted):
    made = make_file(viewer, wanted)
    with made.file as file:
        return made, file.read()


def in_bytes(lines):
    return "\ufeff".encode() + "".join(f"{line}\r\n" for line in lines).encode()


def test_the_long_table_to_the_byte(small):
    made, found = content(small.lena, Wanted(EVERYTHING))
    assert found == in_bytes(LONG)
    assert made.rows == 5


def test_the_register_to_the_byte(small):
    made, found = content(small.lena, Wanted(EVERYTHING, Form.REGISTER))
    assert found == in_bytes(REGISTER)
    assert made.rows == 3


def test_pseudonyms_are_stable_and_nothing_of_the_name_or_the_code_is_left(small):
    wanted = Wanted(EVERYTHING, pseudonyms=True)
    (_, once), (_, again) = content(small.lena, wanted), content(small.lena, wanted)
    assert once == again
    left = [
        word for word in (b"Dana", b"Wells", b"Elias", b"Moreau", b"P-1", b"P-2") if word in once
    ]
    assert left == []
    codes = [line.split(b",")[9] for line in once.splitlines()[1:]]
    assert sorted(codes.count(code) for code in set(codes)) == [2, 3]


def test_an_empty_export_has_its_head(small):
    nothing = AttendanceFilters(group_id=99)
    _, long = content(small.lena, Wanted(nothing))
    _, register = content(small.lena, Wanted(nothing, Form.REGISTER))
    assert long == in_bytes(LONG[:1])
    assert register == in_bytes([REGISTER[0].replace("week_1,week_2,week_3,week_4,", "")])
