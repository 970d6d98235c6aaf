"""Processes of their own, each forked from one that has our code loaded: loading it is the wait.

That one has no app, no database and no thread; what is forked from it makes its own.
"""

from multiprocessing import get_context

loaded = get_context("forkserver")
loaded.set_forkserver_preload(["dashboard", "gunicorn.app.wsgiapp", "gunicorn.workers.gthread"])
