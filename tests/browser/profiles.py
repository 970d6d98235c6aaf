"""Fresh browser profiles, as on another person's machine."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext

# What waits, waits a tenth.
HURRIED = """
const later = window.setTimeout;
window.setTimeout = (act, wait, ...rest) => later(act, wait / 10, ...rest);
const often = window.setInterval;
window.setInterval = (act, wait, ...rest) => often(act, wait / 10, ...rest);
"""
# Charts are drawn when they come near the part of the page that is seen: here none ever does.
UNDRAWN = """
window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };
"""


def fresh_profile(browser: Browser, **how: Any) -> BrowserContext:
    """Return a profile that no other test has used, on a screen of `how` or the usual size.

    Of its pixels there are half as many each way: what stands where is the same, and nobody looks.
    """
    return browser.new_context(
        locale="en-US", device_scale_factor=0.5, reduced_motion="reduce", **how
    )


def hurry(profile: BrowserContext) -> None:
    """Let the pages that are opened from now on save, try again and ask ten times as soon.

    For tests of what is kept whatever comes when; how long people wait is for others to test.
    """
    profile.add_init_script(HURRIED)
    leave_undrawn(profile)


def leave_undrawn(profile: BrowserContext) -> None:
    """Let the pages that are opened from now on draw no chart, where others test the charts."""
    profile.add_init_script(UNDRAWN)
