"""Groups: who meets when, who is in, and how the cycle goes."""

from dashboard.groups import routes
from dashboard.groups.blueprint import blueprint
from dashboard.groups.closing import routes as closing_routes
from dashboard.groups.setting_up import routes as setting_up_routes
from dashboard.groups.stays import routes as stay_routes
from dashboard.groups.stays import waiting_routes

__all__ = [
    "blueprint",
    "closing_routes",
    "routes",
    "setting_up_routes",
    "stay_routes",
    "waiting_routes",
]
