"""Holds a server by every slow means at once while a good client asks for something, then takes all descriptors.

    siege.py URL TOKEN CALLERS

CALLERS is how many slow callers there are of each kind: 500 for the whole siege. The server runs with a header time of 2 s, a body time of 3 s, and a write time of 2 s. Prints a line for each thing seen;
ends with an error where a connection outlives its time by far, or a good request fails.
"""

import asyncio
import json
import resource
import sys
import time
import urllib.parse

URL, TOKEN, CALLERS = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2], int(sys.argv[3])
# Generous: what is shown is that there is an end, on a machine that may be busy with other things.
LATEST = 60
HEAD = f"POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"


async def connection():
    return await asyncio.open_connection(URL.hostname, URL.port)


async def drip(first, piece):
    """Sends a beginning, then a byte or so at a time, until the server has had enough; returns how long it bore it."""
    reader, writer = await connection()
    start = time.monotonic()
    try:
        writer.write(first.encode())
        ended = asyncio.ensure_future(reader.read())
        while not ended.done() and time.monotonic() - start < LATEST:
            writer.write(piece.encode())
            await asyncio.wait({ended}, timeout=0.25)
        assert ended.done(), "a slow caller is still there"
        await asyncio.gather(ended, return_exceptions=True)
    except OSError:
        pass
    finally:
        writer.close()
    return time.monotonic() - start


async def gulp():
    """Asks for much again and again and reads nothing."""
    reader, writer = await connection()
    body = json.dumps({"query": "{ __schema { types { name description fields { name description } } } }"})
    request = (HEAD + f"Content-Length: {len(body)}\r\n\r\n{body}").encode()
    start = time.monotonic()
    reader._transport.pause_reading()
    try:
        while not writer.transport.is_closing() and time.monotonic() - start < LATEST:
            writer.write(request)
            await asyncio.wait_for(writer.drain(), 0.25)
            await asyncio.sleep(0)
    except TimeoutError:
        # Neither side's buffers take any more: now the server waits for us, and is to give up.
        reader._transport.resume_reading()
        while await reader.read(1 << 20):
            pass
    except OSError:
        pass
    finally:
        writer.close()
    return time.monotonic() - start


async def good(times, until):
    body = b'{"query": "{ registry { version } }"}'
    request = (HEAD + f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode() + body
    while not until.is_set():
        start = time.monotonic()
        reader, writer = await connection()
        writer.write(request)
        answer = await reader.read()
        writer.close()
        assert answer.startswith(b"HTTP/1.1 200 "), answer[:200]
        times.append(time.monotonic() - start)
        await asyncio.sleep(0.02)


async def main():
    kinds = {
        "headers, dripped": [drip("GET / HTTP/1.1\r\nX-Made-Up: ", "a") for _ in range(CALLERS)],
        "bodies, dripped": [drip(HEAD + "Content-Length: 100000\r\n\r\n", " ") for _ in range(CALLERS // 2)],
        "chunks, dripped": [drip(HEAD + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n") for _ in range(CALLERS // 2)],
        "answers, unread": [gulp() for _ in range(CALLERS * 2 // 5)],
    }
    times, over = [], asyncio.Event()
    client = asyncio.create_task(good(times, over))
    groups = [asyncio.gather(*callers) for callers in kinds.values()]
    for name, ends in zip(kinds, await asyncio.gather(*groups)):
        print(f"{name}: {len(ends)} ended, the last after {max(ends):.1f} s", flush=True)
    over.set()
    await client
    times.sort()
    print(f"good client: {len(times)} answers, 99 % within {times[int(len(times) * 0.99)] * 1000:.0f} ms", flush=True)


most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (most if most != resource.RLIM_INFINITY else 65_536, most))
asyncio.run(main())
