"""How figures look: plain rows in, a chart out (a plain Plotly dict, a sentence, a table)."""

from dashboard.charts.attendance.by_week import attendance_by_week
from dashboard.charts.attendance.homework import homework_map
from dashboard.charts.attendance.marks_map import attendance_heat_map
from dashboard.charts.attendance.skills import skills_heat_map
from dashboard.charts.chart import Chart, Table
from dashboard.charts.group.change import change_by_participant
from dashboard.charts.group.coverage import coverage_against_outcome
from dashboard.charts.group.scatters import CAUTION as ATTENDANCE_CAUTION
from dashboard.charts.group.scatters import attendance_against_outcome, start_against_end
from dashboard.charts.group.together import change_against_change
from dashboard.charts.group.trajectories import group_trajectories
from dashboard.charts.participant.items import item_answers
from dashboard.charts.participant.panels import pain_and_mood, weekly_ratings
from dashboard.charts.participant.trajectory import participant_trajectory
from dashboard.charts.participant.units import change_in_units
from dashboard.charts.practice.drop_out import dropout_by_session
from dashboard.charts.practice.funnel import funnel
from dashboard.charts.practice.improving import improvement_by_week
from dashboard.charts.practice.periods import headline_by_period, three_counts
from dashboard.charts.sparkline import Sparkline, sparkline_points

__all__ = [
    "ATTENDANCE_CAUTION",
    "Chart",
    "Sparkline",
    "Table",
    "attendance_against_outcome",
    "attendance_by_week",
    "attendance_heat_map",
    "change_against_change",
    "change_by_participant",
    "change_in_units",
    "coverage_against_outcome",
    "dropout_by_session",
    "funnel",
    "group_trajectories",
    "headline_by_period",
    "homework_map",
    "improvement_by_week",
    "item_answers",
    "pain_and_mood",
    "participant_trajectory",
    "skills_heat_map",
    "sparkline_points",
    "start_against_end",
    "three_counts",
    "weekly_ratings",
]
