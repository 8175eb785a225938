"""axe-core judges web pages in headless Chromium: in light and dark colours, on a wide screen, without a network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from .required import not_judged, web_judges

LOOKS: dict[str, tuple[str, ...]] = {"light": (), "dark": ("--force-dark-mode",)}
_QUIET = (
    *("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_WAIT = "--virtual-time-budget=120000"
_RUN = """
axe.run(document).then(function (found) {
  var told = document.createElement("script");
  told.type = "application/json";
  told.id = "told";
  told.textContent = JSON.stringify({
    version: axe.version,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    sideways: document.documentElement.scrollWidth > innerWidth,
    passes: found.passes.length,
    broken: found.violations.concat(found.incomplete).map(function (rule) {
      return rule.id + ": " + rule.nodes.map(function (node) { return node.html.slice(0, 200); }).join(" | ");
    })
  }).replace(/</g, "\\\\u003c");
  document.body.appendChild(told);
});
"""
_TOLD = re.compile(r'<script type="application/json" id="told">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What axe says of a page in one look: `broken` are rules that are violated or cannot be decided, with places."""

    page: Path
    look: str
    dark: bool
    sideways: bool
    passes: int
    broken: tuple[str, ...]


@dataclass(slots=True)
class AxeJudge:
    """Starts a browser for each page and look, with a profile of its own in `folder`, and counts what it judged."""

    folder: Path
    version: str = ""
    judged: set[tuple[Path, str]] = field(default_factory=set)

    def judge(self, pages: Sequence[Path], width: int = 1280) -> list[Verdict]:
        """A verdict for each page and look; skips the test, saying so, where nothing can judge."""
        missing = missing_parts()
        if missing:
            not_judged(f"not judged: {', '.join(missing)} missing")
        return [self._judge(page, look, width) for page in pages for look in LOOKS]

    def _judge(self, page: Path, look: str, width: int) -> Verdict:
        told = self._told(page, (*LOOKS[look], f"--window-size={width},1000"))
        self.version = told["version"]
        self.judged.add((page, look))
        broken = tuple(told["broken"])
        return Verdict(page, look, told["dark"], told["sideways"], told["passes"], broken)

    def _told(self, page: Path, options: Sequence[str]) -> dict[str, Any]:
        """Put axe into a copy of the page, which tells the result inside itself, and read the page as it became."""
        engine = _engine().read_text("utf-8").replace("</script", "<\\/script")
        armed = self.folder / "page.html"
        scripts = f"<script>{engine}</script><script>{_RUN}</script></body>"
        armed.write_text(page.read_text("utf-8").replace("</body>", scripts), "utf-8")
        command = [_browser() or "", *_sandbox(), *_QUIET, f"--user-data-dir={self.folder / 'profile'}", *options]
        done = subprocess.run(
            [*command, _WAIT, "--dump-dom", armed.as_uri()],
            check=False,  # what it says on the page counts
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        told = _TOLD.search(done.stdout)
        assert told is not None, f"{page}: axe said nothing: {done.stderr[-2000:]}"
        result: dict[str, Any] = json.loads(told.group(1))
        return result

    def summary(self) -> str:
        """One line for the end of a test run."""
        return f"axe-core {self.version}: {len(self.judged)} pages judged" if self.judged else "axe-core: not judged"


_KEPT = pytest.StashKey[AxeJudge]()


@pytest.fixture(scope="session")
def axe(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AxeJudge:
    """The one judge of a test run, whichever folder's conftest asks for it."""
    stash = request.config.stash
    if _KEPT not in stash:
        stash[_KEPT] = AxeJudge(tmp_path_factory.mktemp("axe"))
    return stash[_KEPT]


def summary(config: pytest.Config) -> str:
    """One line for the end of a test run: which axe-core judged how many pages."""
    kept = config.stash.get(_KEPT, None)
    return kept.summary() if kept is not None else "axe-core: not judged"


def count(config: pytest.Config) -> int:
    """How many pages, each in each look, were judged in a test run."""
    kept = config.stash.get(_KEPT, None)
    return len(kept.judged) if kept is not None else 0


def missing_parts() -> list[str]:
    """What judging needs and this machine does not have."""
    return [*([] if _browser() else ["chromium"]), *([] if _engine().exists() else ["axe-core"])]


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _engine() -> Path:
    return web_judges() / "axe-core" / "axe.min.js"


def _sandbox() -> tuple[str, ...]:
    """Chromium refuses its sandbox to root."""
    return ("--no-sandbox",) if os.geteuid() == 0 else ()
