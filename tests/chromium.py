"""A real browser for tests: Chromium with its driver, as Debian packages them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def browser() -> Iterator[Any]:
    """A browser without a window, of a laptop's size; skips the test where there is none."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    driver = shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("Chromium and its driver are not here")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    size(opened, 1366, 768)
    yield opened
    opened.quit()


def size(opened: Any, width: int, height: int) -> None:
    """Gives the page a size in CSS pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def show(opened: Any, path: Path) -> None:
    """Opens a page from a file, with an empty log."""
    opened.get("about:blank")
    for kind in ("browser", "performance"):
        opened.get_log(kind)
    opened.get(path.as_uri())
