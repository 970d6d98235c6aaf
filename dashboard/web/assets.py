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
PLOTLY_SCRIPT, PLOTLY_STYLE = "plotly.min.js", "plotly.css"
TEXT_ENDINGS = {".css", ".js", ".svg"}


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
    """Return the address of one of our static files, with its content's fingerprint."""
    content = _content(Path(str(current_app.static_folder)) / name, _stamp(name))
    return _address(request.script_root, content.fingerprint, name)


@lru_cache(maxsize=512)
def _address(_script_root: str, fingerprint: str, name: str) -> str:
    """Some thirty on each page, and always the same while the files are."""
    return url_for("assets.file", fingerprint=fingerprint, name=name)


@blueprint.get("/assets/<fingerprint>/<path:name>")
@public
def file(fingerprint: str, name: str) -> Response:
    path = _path_of(name)
    if path is None:
        abort(404)
    content = _content(path, path.stat().st_mtime_ns)
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
    """One file's bytes, packed once."""

    body: bytes
    packed: bytes | None
    fingerprint: str


@cache
def _content(path: Path, _stamp: int) -> Content:
    body = path.read_bytes()
    packed = gzip.compress(body, 9) if path.suffix in TEXT_ENDINGS else None
    return Content(body, packed, sha256(body).hexdigest()[:16])


def _stamp(name: str) -> int:
    return (Path(str(current_app.static_folder)) / name).stat().st_mtime_ns


def _path_of(name: str) -> Path | None:
    if name == PLOTLY_SCRIPT:
        return plotly_assets.bundle_path()
    joined = safe_join(str(current_app.static_folder), name)
    return Path(joined) if joined and Path(joined).is_file() else None


def _plotly_files() -> PlotlyFiles:
    mark = plotly_assets.bundle_fingerprint()
    bundle = plotly_assets.bundle_path()
    fingerprint = _content(bundle, bundle.stat().st_mtime_ns).fingerprint
    return PlotlyFiles(
        bundle_url=url_for("assets.file", fingerprint=fingerprint, name=PLOTLY_SCRIPT),
        style_url=url_for("assets.plotly_style", fingerprint=mark),
        map_style_id=plotly_assets.map_style_id(),
    )
