"""Styles, scripts and plotly.js under addresses that change with their content."""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, abort, current_app, g, request, url_for
from werkzeug.security import safe_join
from werkzeug.wrappers import Response

from dashboard.access import public
from dashboard.charts import plotly_assets

blueprint = Blueprint("assets", __name__)
PLOTLY_SCRIPT = "plotly.min.js"
TEXT_ENDINGS = {".css", ".js", ".svg"}
# Of a file to each part, a page would ask forty times before it is drawn and ready: these go
# together, in this order. Later styles may narrow what earlier ones say of the same thing.
TOGETHER = {
    "groupwork.css": (
        *("tokens", "chart_tokens", "bootstrap_tokens", "base", "layout"),
        *("components/navigation", "components/page_head", "components/button", "components/card"),
        *("components/badge", "components/number", "components/field", "components/segmented"),
        *("components/table", "components/list", "components/message", "components/figure"),
        *("components/chart", "components/confirm", "components/timeline", "components/paper"),
        *("components/session_page", "components/touch", "components/check_in"),
    ),
    "groupwork.js": ("autosubmit", "copy", "confirm", "unsaved", "refused", "sign_out", "safety"),
    "session.js": (
        *("session/fields", "session/batches", "session/queue", "session/others"),
        *("session/kept_words", "session/joined", "session/refusals", "session/device"),
        *("session/device_store", "session/save_state", "session/conflicts"),
        *("session/sign_in_again", "session/marks", "session/notes", "session/phrases"),
        "session/everyone",
    ),
}


@dataclass(frozen=True)
class PlotlyFiles:
    """Where a page finds plotly.js and the style that it needs."""

    bundle_url: str
    style_url: str
    map_style_id: str


def init_app(app: Flask) -> None:
    app.register_blueprint(blueprint)
    app.add_template_global(asset)
    app.context_processor(lambda: {"plotly": _plotly_files()})
    for name in ("static", "bootstrap.static"):
        view = app.view_functions[name]
        app.view_functions[name] = public(lambda _view=view, **values: _view(**values))


def asset(name: str) -> str:
    """Return the address of a static file or of several in one, with its content's fingerprint.

    Raises FileNotFoundError.
    """
    content = _content_of(_parts(name))
    return _address(request.script_root, content.fingerprint, name)


@lru_cache(maxsize=512)
def _address(_script_root: str, fingerprint: str, name: str) -> str:
    """Several on each page, and always the same while the files are."""
    return url_for("assets.file", fingerprint=fingerprint, name=name)


@blueprint.get("/assets/<fingerprint>/<path:name>")
@public
def file(fingerprint: str, name: str) -> Response:
    parts = _parts(name)
    if not all(path.is_file() for path in parts):
        abort(404)
    content = _content_of(parts)
    g.is_asset = content.fingerprint == fingerprint
    packed = content.packed if request.accept_encodings["gzip"] else None
    kind = guess_type(name)[0] or "application/octet-stream"
    response = Response(packed or content.body, mimetype=kind)
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


@blueprint.get("/plotly/<fingerprint>/plotly.css")
@public
def plotly_style(fingerprint: str) -> Response:
    g.is_asset = fingerprint == plotly_assets.bundle_fingerprint()
    return Response(plotly_assets.style_text(), mimetype="text/css")


@dataclass(frozen=True)
class Content:
    """The bytes of a file, or of several as one, packed once."""

    body: bytes
    packed: bytes | None
    fingerprint: str


def _content_of(parts: tuple[Path, ...]) -> Content:
    return _content(parts, tuple(path.stat().st_mtime_ns for path in parts))


@cache
def _content(parts: tuple[Path, ...], _stamps: tuple[int, ...]) -> Content:
    kind = parts[0].suffix
    bodies = [path.read_bytes() for path in parts]
    if kind == ".js" and len(parts) > 1:
        bodies = [_apart(body) for body in bodies]
    body = b"\n".join(bodies)
    packed = gzip.compress(body, 9) if kind in TEXT_ENDINGS else None
    return Content(body, packed, sha256(body).hexdigest()[:16])


def _apart(script: bytes) -> bytes:
    """Let a script fail for itself, as in a file of its own: those after it run all the same."""
    return b"try {\n" + script + b"} catch (problem) {\n  reportError(problem);\n}\n"


def _parts(name: str) -> tuple[Path, ...]:
    """Return the files behind a name; of a name that leads out of the folder, one that is none."""
    folder = Path(str(current_app.static_folder))
    if name == PLOTLY_SCRIPT:
        return (plotly_assets.bundle_path(),)
    if name in TOGETHER:
        kind = Path(name).suffix
        return tuple(folder / kind[1:] / f"{part}{kind}" for part in TOGETHER[name])
    return (Path(safe_join(str(folder), name) or folder),)


def _plotly_files() -> PlotlyFiles:
    mark = plotly_assets.bundle_fingerprint()
    return PlotlyFiles(
        bundle_url=asset(PLOTLY_SCRIPT),
        style_url=url_for("assets.plotly_style", fingerprint=mark),
        map_style_id=plotly_assets.map_style_id(),
    )
