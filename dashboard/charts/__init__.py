"""How figures look: plain rows in, a chart out (a plain Plotly dict, a sentence, a table)."""

from dashboard.charts.chart import Chart, Table
from dashboard.charts.group.change import change_by_participant
from dashboard.charts.group.trajectories import group_trajectories
from dashboard.charts.participant.trajectory import participant_trajectory

__all__ = [
    "Chart",
    "Table",
    "change_by_participant",
    "group_trajectories",
    "participant_trajectory",
]
