"""What a page must never do while somebody uses it: complain, fail, or call another host."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, WebError

from tests.browser.profiles import fresh_profile


@dataclass
class Watch:
    """Everything that went wrong in one browser context."""

    address: str
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def attach(self, context: BrowserContext) -> None:
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        context.on("request", self._on_request)

    def expect(self, part: str) -> None:
        """Say that a complaint with this part in it belongs to the test, such as a 404 page's."""
        self.expected.append(part)

    def unexpected(self) -> list[str]:
        return [one for one in self.complaints if not any(part in one for part in self.expected)]

    def unheard(self) -> list[str]:
        """What was expected and never came: such an expectation hides nothing and goes."""
        return [part for part in self.expected if not any(part in one for one in self.complaints)]

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"console: {message.text} {message.location['url']}")

    def _on_error(self, problem: WebError) -> None:
        self.complaints.append(f"error: {problem.error}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        own = f"{parts.scheme}://{parts.netloc}" == self.address
        if not own and parts.scheme not in {"data", "blob"}:
            self.complaints.append(f"request elsewhere: {request.url}")


@contextmanager
def watched(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh profile for several tests that only read; fails at its end if a page complained."""
    watch = Watch(address)
    context = fresh_profile(browser, base_url=address)
    context.set_default_timeout(60_000)
    watch.attach(context)
    yield context
    context.close()
    assert watch.unexpected() == []
