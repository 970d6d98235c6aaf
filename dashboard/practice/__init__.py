"""The practice: its settings, its people, what it offers, and its trail."""

from dashboard.practice import routes
from dashboard.practice.blueprint import blueprint
from dashboard.practice.group_types import routes as group_type_routes
from dashboard.practice.people import license_routes
from dashboard.practice.people import routes as people_routes

__all__ = ["blueprint", "group_type_routes", "license_routes", "people_routes", "routes"]
