"""What groups teach, and what each person has had of it."""

from dashboard.curriculum import routes
from dashboard.curriculum.blueprint import blueprint
from dashboard.curriculum.defining import routes as defining_routes
from dashboard.curriculum.planning import routes as planning_routes

__all__ = ["blueprint", "defining_routes", "planning_routes", "routes"]
