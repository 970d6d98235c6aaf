"""Item by item: which questions moved, behind a total that may hide it."""

from collections.abc import Sequence
from textwrap import wrap

from dashboard.charts.chart import Cell, Chart, Plot, points_text, table_of
from dashboard.charts.colors import INK, PAPER, SEVERITY
from dashboard.charts.rows import AskedItem, WeekAnswers
from dashboard.charts.theme import TEXT_SIZE, axis, layout, points

_ROW = 26
# A name longer than this goes on in a second line, so that a phone has room for the weeks.
_WIDE = 20
_TWO_LINES = 34
_HALF = 0.47
_NAMED = 2


def item_answers(
    measure: str, items: Sequence[AskedItem], weeks: Sequence[WeekAnswers], *, key: str = "items"
) -> Chart:
    """Items from the top, weeks across, the points of each answer; the darker the worse."""
    return Chart(
        key=key,
        title=f"{measure}, item by item",
        summary=_summary(items, weeks),
        plot={
            "data": [_row(place, item, weeks) for place, item in enumerate(items)],
            "layout": _layout(items, weeks),
        },
        table=table_of(
            ("Item", *(f"Week {row.week}" for row in weeks)),
            [_cells(place, item, weeks) for place, item in enumerate(items)],
        ),
    )


def _name(item: AskedItem) -> str:
    return f"{item.topic} ({item.remark})" if item.remark else item.topic


def _label(item: AskedItem) -> str:
    """The topic in short lines; the star stands for the remark, which the sentence gives."""
    return "<br>".join(wrap(f"{item.topic}*" if item.remark else item.topic, _WIDE))


def _said(item: AskedItem, row: WeekAnswers, place: int) -> str:
    value = row.points[place]
    if row.is_gap:
        return f"Week {row.week}: not answered"
    if row.total_only:
        return f"Week {row.week}, {item.topic}: only the total is known"
    told = "no answer" if value is None else f"{value} of {max(item.best, item.worst)}"
    return f"Week {row.week}, {item.topic}: {told}"


def _letter(row: WeekAnswers, place: int) -> str:
    value = row.points[place]
    if value is not None:
        return str(value)
    if row.is_gap:
        return "\N{EN DASH}"
    return "" if row.total_only else "?"


def _row(place: int, item: AskedItem, weeks: Sequence[WeekAnswers]) -> Plot:
    return points(
        list(range(len(weeks))),
        [place] * len(weeks),
        [_said(item, row, place) for row in weeks],
        mode="text",
        name=item.topic,
        text=[_letter(row, place) for row in weeks],
        textfont={"size": TEXT_SIZE, "color": INK},
        showlegend=False,
    )


def _layout(items: Sequence[AskedItem], weeks: Sequence[WeekAnswers]) -> Plot:
    labels = [_label(item) for item in items]
    height = _TWO_LINES if any("<br>" in label for label in labels) else _ROW
    found = layout(height * len(items) + 60)
    quiet: Plot = {"showgrid": False, "tickmode": "array"}
    across: Plot = {"range": [-0.5, len(weeks) - 0.5], "tickvals": list(range(len(weeks)))}
    found["xaxis"] = axis("week", ticktext=_week_names(weeks), tickangle=0, **across, **quiet)
    down: Plot = {"range": [len(items) - 0.5, -0.5], "tickvals": list(range(len(items)))}
    found["yaxis"] = axis(ticktext=labels, **down, **quiet)
    found["shapes"] = [
        _field(column, place, _ground(item, row.points[place]))
        for column, row in enumerate(weeks)
        for place, item in enumerate(items)
    ]
    return found


def _week_names(weeks: Sequence[WeekAnswers]) -> list[str]:
    return [str(row.week) for row in weeks]


def _ground(item: AskedItem, value: int | None) -> str:
    """The tint of a severity band, by how far the answer is from the best one."""
    if value is None or item.best == item.worst:
        return PAPER
    return SEVERITY[round((value - item.best) / (item.worst - item.best) * (len(SEVERITY) - 1))]


def _field(column: int, row: int, color: str) -> Plot:
    ends = {"x0": column - _HALF, "x1": column + _HALF, "y0": row - _HALF, "y1": row + _HALF}
    return {"type": "rect", **ends, "fillcolor": color, "line": {"width": 0}, "layer": "below"}


def _cells(place: int, item: AskedItem, weeks: Sequence[WeekAnswers]) -> list[Cell]:
    return [_name(item), *(_cell(row, place) for row in weeks)]


def _cell(row: WeekAnswers, place: int) -> Cell:
    if row.is_gap:
        return "not answered"
    return "only the total is known" if row.total_only else row.points[place]


def _summary(items: Sequence[AskedItem], weeks: Sequence[WeekAnswers]) -> str:
    answered = [row for row in weeks if not row.total_only and not row.is_gap]
    if not answered:
        return "No answers to single items yet."
    first, last = answered[0], answered[-1]
    totals = sum(row.total_only for row in weeks)
    once = f"Answered once, in week {first.week}."
    told = once if first is last else _moved(items, first, last)
    only = f" In {totals} week{'s' * (totals > 1)} only the total is known." if totals else ""
    signs = ["The darker, the worse"]
    if any(None in row.points for row in answered):
        signs.append("? is a question left without an answer")
    if any(row.is_gap for row in weeks):
        signs.append("\N{EN DASH} is a week without answers")
    signs += [f"* {remark}" for remark in dict.fromkeys(item.remark for item in items) if remark]
    return f"{told}{only} {'; '.join(signs)}."


def _moved(items: Sequence[AskedItem], first: WeekAnswers, last: WeekAnswers) -> str:
    """The items that moved most either way between the first and the last set of answers."""
    pairs = zip(items, first.points, last.points, strict=True)
    moved = [
        ((a - b) * (1 if item.worst > item.best else -1), item)
        for item, a, b in pairs
        if a is not None and b is not None
    ]
    better = sorted((row for row in moved if row[0] > 0), key=lambda row: -row[0])
    worse = sorted((row for row in moved if row[0] < 0), key=lambda row: row[0])
    told = [
        f"{_named(rows)} got {way}{' most' * (len(rows) > _NAMED)}"
        for way, rows in (("better", better), ("worse", worse))
        if rows
    ]
    none = "no item got better or worse" if moved else "no item was answered both times"
    return f"From week {first.week} to week {last.week}, {'; '.join(told) or none}."


def _named(rows: Sequence[tuple[int, AskedItem]]) -> str:
    """'sleep (by 2 points) and energy (by 1)': those that moved most, the unit said once."""
    (moved, item), *others = rows[:_NAMED]
    told = [f"{item.topic} (by {points_text(abs(moved))})"]
    return " and ".join([*told, *(f"{each.topic} (by {abs(by)})" for by, each in others)])
