"""The real parts that the tests of the pages use: the server, a made-up provider, and a browser's page."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


class Server:
    """A server of its own, with an empty registry, at a free port of this machine."""

    def __init__(self, folder):
        self.folder = folder
        binary = os.environ.get("ROSTER_BINARY", ROOT / ".build/debug/roster")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("ROSTER_", "DATABASE_"))}
        self.log = open(folder / "server.log", "w")
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", "--data-dir", folder / "data", "--home", ROOT],
            stdout=subprocess.PIPE, stderr=self.log, text=True, env=environment,
        )
        for line in self.process.stdout:
            if found := re.search(r"(http://\S+?)/#token=(\S+)", line):
                self.address, self.token = found.groups()
                return
        raise RuntimeError((folder / "server.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()

    def graphql(self, document, variables=None, token=None):
        """The `data` of an operation; raises where it has errors."""
        request = urllib.request.Request(
            self.address + "/graphql",
            json.dumps({"query": document, "variables": variables or {}}).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {token or self.token}"},
        )
        try:
            answer = json.load(urllib.request.urlopen(request, timeout=20))
        except urllib.error.HTTPError as error:
            answer = json.load(error)
        if answer.get("errors"):
            raise RuntimeError(answer["errors"])
        return answer["data"]

    def clear(self):
        """Takes everything out of the registry."""
        self.graphql("mutation { clearDefaultModel { version } }")
        for provider in self.graphql("{ providers(first: 1000) { nodes { id } } }")["providers"]["nodes"]:
            self.graphql("mutation ($id: ID!) { deleteProvider(id: $id, cascade: true) }", {"id": provider["id"]})

    def add(self, name="Acme", sdk_id="acme", models=(), **fields):
        """Creates a provider; models are `(name, id)` or `(name, id, fields)`, the id without the provider's. Its id."""
        models = [
            {"name": each[0], "modelSdkId": f"{sdk_id}:{each[1]}", **(each[2] if len(each) > 2 else {})} for each in models
        ]
        document = "mutation ($input: CreateProviderInput!) { createProvider(input: $input) { id } }"
        given = {"name": name, "providerSdkId": sdk_id, "models": models, **fields}
        return self.graphql(document, {"input": given})["createProvider"]["id"]


class Upstream:
    """The made-up provider of Tests/Upstream."""

    def __init__(self):
        script = ROOT / "Tests/Upstream/upstream.py"
        self.process = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)

    def requests(self):
        return json.load(urllib.request.urlopen(self.address + "/requests", timeout=5))

    def forget(self):
        urllib.request.urlopen(urllib.request.Request(self.address + "/requests", method="DELETE"), timeout=5)


class Watch:
    """What a page did that no test may see: it is looked at when a test ends."""

    # A page that finds that nobody is signed in gets a 401, and browsers write that to the console themselves. What
    # is a part of the page and cannot be had is told by `response` instead.
    EXPECTED = re.compile(r"Failed to load resource|net::ERR_")
    PART = re.compile(r"\.(js|css|svg|html)$|/(settings|chat|playground)?$")

    def __init__(self, server):
        self.server = server
        self.faults = []
        self.requests = []
        self.expected = [self.EXPECTED]
        self.missing = []

    def see(self, page):
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.faults.append(f"uncaught: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)
        page.on("dialog", lambda dialog: (self.faults.append(f"native dialog: {dialog.message}"), dialog.dismiss()))
        return page

    def console(self, message):
        if message.type in ("error", "warning") and not any(each.search(message.text) for each in self.expected):
            self.faults.append(f"console: {message.text}")

    def request(self, request):
        self.requests.append(request)
        if not request.url.startswith((self.server.address + "/", "data:", "blob:")):
            self.faults.append(f"another host: {request.url}")

    def response(self, response):
        path = response.url.removeprefix(self.server.address).partition("#")[0]
        if response.status >= 400 and self.PART.search(path) and path not in self.missing:
            self.faults.append(f"{response.status}: {path}")

    def check(self):
        assert self.faults == []


def sign_in(context, server):
    """Gives a browser context the session that the sign-in page would."""
    answer = context.request.post(
        server.address + "/session",
        data=json.dumps({"token": server.token}),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status == 204, answer.text()
