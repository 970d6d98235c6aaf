"""Taking attendance and outcomes out: seen in numbers first, written down with a checksum."""

from dashboard.exports import routes
from dashboard.exports.blueprint import blueprint
from dashboard.exports.later import routes as later_routes

__all__ = ["blueprint", "later_routes", "routes"]
