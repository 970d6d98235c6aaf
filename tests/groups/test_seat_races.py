"""Two administrators take the last seat at the same instant: exactly one of them gets it."""

from multiprocessing import get_context

from dashboard.caseload.groups import seats_of
from dashboard.database import writing
from dashboard.extensions import db
from tests.cast import viewer_of
from tests.conftest import KEYS
from tests.factories import make_group, make_participant
from tests.groups.taking_the_last_seat import take

FULL = (
    "All 2 seats of Depression, Tuesday are taken. Nothing was changed: "
    "the waitlist keeps the next place."
)


def test_of_two_processes_exactly_one_takes_the_last_seat(app, cast):
    with app.app_context(), writing():
        made = make_group(db.session.merge(cast.ana), people=1, capacity=2)
        people = [make_participant().id for _ in range(2)]
        group_id = made.group.id
        db.session.commit()
    assert group_id == 1
    settings = {**KEYS, "GROUPWORK_INSTANCE": app.config["INSTANCE_FOLDER"]}
    assert sorted(both_try(people, settings)) == [FULL, "taken"]
    with app.app_context():
        found = db.session.get(type(made.group), group_id)
        assert seats_of(viewer_of(cast.max), found).free == 0


def both_try(people, settings):
    """Let two processes begin together and return what each of them was told."""
    processes = get_context("spawn")
    start, said = processes.Barrier(2), processes.Queue()
    running = [
        processes.Process(target=take, args=(settings, person, start, said)) for person in people
    ]
    for one in running:
        one.start()
    told = [said.get(timeout=60) for _ in running]
    for one in running:
        one.join()
    return told
