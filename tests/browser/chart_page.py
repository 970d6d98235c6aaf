"""One page with one chart of each trace type, served under the content policy of the product."""

from types import SimpleNamespace

from flask import Flask, Response, render_template_string, send_file
from markupsafe import Markup

from dashboard.charts import (
    attendance_heat_map,
    participant_trajectory,
    plotly_assets,
    three_counts,
)
from dashboard.charts.rows import CountedShare, Course, PersonMarks, SessionMark, WeekSession
from dashboard.clinical.outcomes.intervals import Proportion
from dashboard.clinical.words import Mark
from dashboard.web import assets
from tests.charts.figures import WORSE_UP, weeks

PAGE = """{% extends "layouts/base.html" %}
{% from "components/figure.html" import figure %}
{% from "components/chart_scripts.html" import chart_scripts %}
{% block body %}<main id="main">{{ above }}
{% for chart in charts %}{{ figure(chart) }}{% endfor %}</main>
{% endblock %}
{% block scripts %}{{ chart_scripts(plotly) }}{% endblock %}"""
CHARTS = [
    participant_trajectory(
        Course(WORSE_UP, weeks([18, None, 6]), (WeekSession(1, SessionMark.MISSED),))
    ),
    three_counts([CountedShare("both scores", Proportion(84, 120))]),
    attendance_heat_map([PersonMarks("<b>Dana</b>", (Mark.PRESENT, None))], (1, 2)),
]
PLOTLY = {
    "bundle_url": "/plotly.js",
    "style_url": "/plotly.css",
    "map_style_id": plotly_assets.map_style_id(),
}

app = Flask(__name__, root_path=".", static_folder="static", template_folder="templates")
app.register_blueprint(assets.blueprint)
app.add_template_global(assets.asset)
app.jinja_env.globals["bootstrap"] = SimpleNamespace(load_css=lambda: "")


@app.get("/")
def page() -> str:
    return render_template_string(PAGE, charts=CHARTS, plotly=PLOTLY)


@app.get("/far-down")
def far_down() -> str:
    """The same charts, well below what a window shows at first."""
    return render_template_string(PAGE, charts=CHARTS, plotly=PLOTLY, above=Markup("<br>") * 200)


@app.get("/plotly.js")
def bundle() -> Response:
    return send_file(plotly_assets.bundle_path())


@app.get("/plotly.css")
def style() -> Response:
    return Response(plotly_assets.style_text(), mimetype="text/css")


@app.after_request
def strict(response: Response) -> Response:
    policy = "default-src 'self'; img-src 'self' data: blob:"
    response.headers["Content-Security-Policy"] = policy
    return response
