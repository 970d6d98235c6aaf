"""The practice's own people: users with passwords made for this machine, and their licenses."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from argon2 import PasswordHasher

from dashboard.clinical.words import Role
from dashboard.demo.story import story
from dashboard.extensions import db
from dashboard.models.accounts import License, User
from dashboard.models.groups import Practice, PracticeClosure

WORD_LIST = """
amber anchor apple birch bridge cedar clay cloud copper coral cotton dune ember
fern field flint garden harbor hazel island ivory juniper lake lantern linen
maple marble meadow mint moss oak ocean olive orchard pebble pine plum pond
quartz rain reed river sage sand shore silver slate spruce stone thistle tide
valley velvet walnut willow winter wool
"""


def email_of(key: str) -> str:
    return f"{key}@example.org"


def new_password() -> str:
    """Return four words and a number, easy to type from a sheet."""
    words = [secrets.choice(WORD_LIST.split()) for _ in range(4)]
    return "-".join([*words, str(secrets.randbelow(90) + 10)])


def complete_passwords(kept: dict[str, str]) -> dict[str, str]:
    """Return a password for everybody, by their key: the one kept, or a new one."""
    return {told["key"]: kept.get(told["key"]) or new_password() for told in story()["users"]}


def add_users(*, today: date, at: datetime, passwords: dict[str, str]) -> dict[str, User]:
    """Add the users of the story, who sign in with `passwords`, by their key."""
    hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
    users: dict[str, User] = {}
    for told in story()["users"]:
        users[told["key"]] = User(
            email=email_of(told["key"]),
            name=told["name"],
            credentials=told["credentials"],
            role=Role(told["role"]),
            password_hash=hasher.hash(passwords[told["key"]]),
            created_at=at - timedelta(days=400),
        )
    db.session.add_all(users.values())
    db.session.flush()
    for told in story()["users"]:
        if "supervisor" in told:
            users[told["key"]].supervisor_id = users[told["supervisor"]].id
        for license_ in told.get("licenses", ()):
            _add_license(users[told["key"]], license_, users["max"], today, at)
    db.session.flush()
    return users


def _add_license(
    user: User, told: dict[str, Any], verifier: User, today: date, at: datetime
) -> None:
    db.session.add(
        License(
            user_id=user.id,
            profession=told["profession"],
            number=told["number"],
            jurisdiction=told["state"],
            issued_on=today - timedelta(days=900),
            expires_on=today + timedelta(days=told["days_left"]),
            verified_by_id=verifier.id,
            verified_at=at - timedelta(days=30),
        )
    )


def describe_practice(*, today: date) -> None:
    """Give the practice its name, its public claim and its next closure."""
    practice = db.session.get_one(Practice, 1)
    practice.name = "Harborlight Group Practice"
    practice.claim_percent = 70
    practice.claim_text = "70% of participants report significant improvement within 8 weeks"
    practice.letterhead = "12 Example Street, Albany, NY"
    practice.is_demo = 1
    db.session.add(PracticeClosure(on_date=today + timedelta(days=33), reason="Winter closure"))


def sign_in_sheet(passwords: dict[str, str]) -> str:
    """Return the sign-ins as a table that can be read and typed from."""
    lines = ["Demo sign-ins (invented people)", ""]
    for told in story()["users"]:
        role = told["role"].replace("_", " ")
        lines.append(f"{email_of(told['key']):22}{passwords[told['key']]:40}{told['name']}, {role}")
    return "\n".join(lines) + "\n"


def read_sheet(text: str) -> dict[str, str]:
    """Return the passwords of a sheet by key, so that a new demo keeps them."""
    rows = [line.split() for line in text.splitlines() if "@example.org" in line]
    return {row[0].removesuffix("@example.org"): row[1] for row in rows if len(row) > 1}
