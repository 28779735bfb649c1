"""A real browser without a window, for tests of pages: Chromium, driven over a pipe in its own protocol (CDP)."""

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from itertools import count

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe")
KEYS = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}


class Page:
    """One page, and the keys that a person presses on it."""

    def __init__(self, browser, session):
        self._browser, self._session = browser, session
        self.ask("Page.enable")

    def ask(self, method, **params):
        return self._browser.ask(method, session=self._session, **params)

    def says(self, expression):
        """What a piece of JavaScript gives; the page's own policy does not hold for it."""
        found = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, *keys):
        for key in keys:
            text = {" ": " ", "Enter": "\r"}.get(key, "")
            about = {"key": key, "code": "Space" if key == " " else key, "windowsVirtualKeyCode": KEYS[key]}
            self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **about)
            self.ask("Input.dispatchKeyEvent", type="keyUp", **about)

    def types(self, text):
        self.ask("Input.insertText", text=text)

    def tab_to(self, selector):
        """Forward with Tab alone, until the focus is there."""
        for _ in range(30):
            if self.says(f"document.activeElement.matches({json.dumps(selector)})"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab never comes to {selector}")


class Browser:
    def __init__(self, to, back):
        self._to, self._back, self._number = to, back, count(1)

    def ask(self, method, session=None, **params):
        number = next(self._number)
        told = {"id": number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._to, json.dumps(told).encode() + b"\0")
        while (answer := self._answer()).get("id") != number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _answer(self):
        found = bytearray()
        while (byte := self._back.read(1)) != b"\0":
            assert byte, "the browser is gone"
            found += byte
        return json.loads(found)

    def open(self, path, *, width=375, height=667):
        """A file as a page of that size."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        page = Page(self, self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        page.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        page.ask("Page.navigate", url=path.resolve().as_uri())
        while page.says("document.readyState") != "complete" or page.says("location.href") == "about:blank":
            pass
        page.ask("Page.bringToFront")
        return page


@contextmanager
def a_browser(folder):
    """Chromium with a profile of its own, ended with the block."""
    theirs_in, to = os.pipe()
    back, theirs_out = os.pipe()

    def as_it_expects():
        high = [os.dup(theirs_in), os.dup(theirs_out)]
        os.dup2(high[0], 3)
        os.dup2(high[1], 4)

    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}"]
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        preexec_fn=as_it_expects,  # noqa: PLW1509 - the only way to the two numbers that it reads and writes
        close_fds=False,
        stdout=nothing,
        stderr=nothing,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    with os.fdopen(back, "rb") as answers:
        try:
            browser = Browser(to, answers)
            yield browser
            browser.ask("Browser.close")
        finally:
            os.close(to)
            process.terminate()
            process.wait(20)
