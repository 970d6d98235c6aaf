"""What the web server and the flask command start from."""

from dashboard import create_app

app = create_app()
