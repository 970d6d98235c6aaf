"""Where to go after signing in: a page of ours, whatever the address says."""

from urllib.parse import urlsplit

LONGEST = 500


def safe_path(target: str | None, otherwise: str) -> str:
    """Return `target` when it is a plain path on this site, else `otherwise`.

    Browsers read a backslash as a slash and drop tabs and line ends, so none of them may occur.
    """
    if not target or len(target) > LONGEST or not target.isprintable():
        return otherwise
    plain = target.startswith("/") and not target.startswith("//") and "\\" not in target
    if not plain or urlsplit(target).netloc or target.startswith("/sign-"):
        return otherwise
    return target
