"""Takes all file descriptors that a server may have, and sees it serve again once they are given back.

    descriptors.py URL TOKEN
"""

import socket
import sys
import time
import urllib.parse
import urllib.request

URL, TOKEN = sys.argv[1], sys.argv[2]
PLACE = urllib.parse.urlsplit(URL)


def answer(wait):
    request = urllib.request.Request(
        URL + "/graphql", b'{"query": "{ registry { version } }"}',
        {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=wait) as response:
        return response.status


assert answer(20) == 200
held = [socket.create_connection((PLACE.hostname, PLACE.port), timeout=5) for _ in range(120)]
try:
    answer(3)
    raise SystemExit("there was still room, so nothing was shown")
except OSError:
    print("exhausted: a new caller has to wait", flush=True)
for connection in held:
    connection.close()
start = time.monotonic()
while True:
    try:
        assert answer(20) == 200
        break
    except OSError:
        assert time.monotonic() - start < 60, "it does not serve again"
print(f"given back: served again after {time.monotonic() - start:.2f} s", flush=True)
