"""One server, one made-up provider and one browser for all tests that a process runs; an empty registry and a context for each."""

import pathlib
import tempfile

import pytest
from playwright.sync_api import expect, sync_playwright

from support import CHROMIUM, Server, Upstream, Watch, sign_in

# What a machine that is busy with other things needs; on an idle one nothing waits so long.
TIMEOUT = 30_000
expect.set_options(timeout=TIMEOUT)


def new_server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("roster")
    folder.chmod(0o755)
    for parent in folder.parents:
        if parent == pathlib.Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)  # as root the database runs as another user, who has to get here
    return Server(folder)


@pytest.fixture(scope="session")
def running_server(tmp_path_factory):
    server = new_server(tmp_path_factory)
    yield server
    server.stop()


@pytest.fixture
def fresh_server(tmp_path_factory):
    """A server of this test alone, in which nothing was ever changed."""
    server = new_server(tmp_path_factory)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def running_upstream():
    upstream = Upstream()
    yield upstream
    upstream.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def server(running_server):
    """The server, with nothing in its registry."""
    running_server.clear()
    return running_server


@pytest.fixture
def upstream(running_upstream):
    """The made-up provider, which has heard nothing yet."""
    running_upstream.forget()
    return running_upstream


@pytest.fixture
def watch(server):
    """Fails the test where a page was noisy, went to another host, or opened a native dialog."""
    watch = Watch(server)
    yield watch
    watch.check()


@pytest.fixture
def window(browser, server, watch):
    """Opens windows that are signed in: `window("/settings")` is a page, each call in a context of its own."""
    contexts = []

    def open_window(path="/", signed_in=True, context=None, **options):
        if context is None:
            context = browser.new_context(base_url=server.address, **{"viewport": {"width": 1280, "height": 800}, **options})
            context.set_default_timeout(TIMEOUT)
            contexts.append(context)
            if signed_in:
                sign_in(context, server)
        page = watch.see(context.new_page())
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()
