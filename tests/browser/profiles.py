"""Fresh browser profiles, as on another person's machine."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext


def fresh_profile(browser: Browser, **how: Any) -> BrowserContext:
    """Return a profile that no other test has used, on a screen of `how` or the usual size.

    Of its pixels there are half as many each way: what stands where is the same, and nobody looks.
    """
    return browser.new_context(locale="en-US", device_scale_factor=0.5, **how)
