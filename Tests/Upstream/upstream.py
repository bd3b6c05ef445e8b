#!/usr/bin/env python3
"""An AI provider made up for tests, with an OpenAI-compatible API that can also misbehave in many ways.

    upstream.py [port]        port 0 or none takes a free one; only 127.0.0.1 is listened at

It prints two addresses, a line each: `http://127.0.0.1:<port>`, and `https://127.0.0.1:<other port>` with the same paths
under a certificate that nobody should trust. It ends with its standard input's end, or by SIGTERM.

A base URL is one of these addresses, a behaviour, and `/v1`:

    /v1               good: GET models, GET models/<id>, POST chat/completions, POST embeddings
    /unauthorized/v1  401 whatever the key is, with the key in its words
    /forbidden/v1     403 likewise
    /limited/v1       429 with `Retry-After: 7`
    /failing/v1       500 with the request's headers in its words
    /missing/v1       404
    /echo/v1          200 with the request's headers as the body, and as headers of the response
    /html/v1          200 with a web page
    /garbage/v1       bytes that are not HTTP
    /broken/v1        200 and half of a JSON object, of the full length
    /empty/v1         closes the connection without a word
    /silent/v1        accepts the request and never says anything
    /drip/v1          a header, then a byte a second
    /dripheader/v1    the header itself at a byte a second
    /large/v1         10 MB of JSON
    /endless/v1       JSON that never ends
    /bomb/v1          gzip of 64 MB of zeros, 64 kB on the way
    /redirect/v1      302 to the same path under /v1
    /pause/v1         good, but a stream stops after its first event until its caller goes away
    /held/v1          good, but a stream goes on after its first event when it is let go
    /forever/v1       good, but a stream never ends: an event every 50 ms
    /cut/v1           good, but a stream ends in the middle of an event, with the connection

In the good API every key is right that does not hold the word `wrong`; none at all is right too, as for a local model.
`chat/completions` answers `You said: <the last message>`, streamed word by word where `stream` is true, with `usage`
where `stream_options.include_usage` is. A last message of `slowly` is streamed with 200 ms between words. Its models are
`tiny`, `Vendor/Large-2@latest:free` and `embedding-small`; others are 404. Vectors are three numbers.

To look behind it:

    GET /requests         every request so far: method, path, headers, body (as text)
    GET /streams          how many streams are `open`, were `finished`, and were `abandoned` by their callers; what is
                          silent counts as a stream
    DELETE /requests      forgets them
    POST /release         lets go the streams that are held
"""

import asyncio
import contextlib
import functools
import json
import pathlib
import re
import ssl
import sys
import zlib

MODELS = ["tiny", "Vendor/Large-2@latest:free", "embedding-small"]
REASONS = {200: "OK", 302: "Found", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 429: "Too Many Requests"}


class WrongProtocol(ValueError):
    """Somebody begins to speak TLS, where none is spoken."""


class Request:
    """A request whose body was read."""

    def __init__(self, method, target, headers, body):
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body

    @classmethod
    async def read(cls, reader):
        """The next request; None where the caller closed the connection."""
        first = await reader.read(1)
        if not first:
            return None
        if first == b"\x16":
            raise WrongProtocol
        line = (first + await reader.readline()).decode("latin-1").strip()
        method, target, _ = line.split(" ")
        headers = {}
        while field := (await reader.readline()).decode("latin-1").strip():
            name, _, value = field.partition(":")
            headers[name.lower()] = value.strip()
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while size := int(await reader.readline(), 16):
                body += await reader.readexactly(size)
                await reader.readline()
            await reader.readline()
        else:
            body = await reader.readexactly(int(headers.get("content-length", "0")))
        return cls(method, target, headers, body)

    @property
    def key(self):
        return self.headers.get("authorization", "").removeprefix("Bearer ")

    def described(self):
        body = self.body.decode("utf-8", "replace")
        return {"method": self.method, "path": self.target, "headers": self.headers, "body": body}


class Upstream:
    """The state that all connections share, and what each path does."""

    def __init__(self):
        self.requests = []
        self.released = asyncio.Event()
        self.streams = {"open": 0, "finished": 0, "abandoned": 0}

    async def connected(self, reader, writer):
        with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.CancelledError):
            try:
                while (request := await Request.read(reader)) is not None:
                    await self.answer(request, reader, writer)
                    await writer.drain()
            except WrongProtocol:
                send(writer, 400, problem("This is no request."))
        with contextlib.suppress(OSError):
            writer.close()

    async def answer(self, request, reader, writer):
        path = request.target.partition("?")[0]
        if path == "/requests" and request.method == "DELETE":
            self.requests.clear()
            return send(writer, 200, {})
        if path == "/requests":
            return send(writer, 200, [each.described() for each in self.requests])
        if path == "/streams":
            return send(writer, 200, self.streams)
        if path == "/release":
            self.released.set()
            return send(writer, 200, {})
        self.requests.append(request)
        behaviour, slash, rest = path.lstrip("/").partition("/v1/")
        behave = getattr(self, "be_" + (behaviour or "good"), None)
        if path.startswith("/v1/"):
            behaviour, behave, rest = "", self.be_good, path.removeprefix("/v1/")
        elif not slash or behave is None:
            return send(writer, 404, problem("There is nothing here."))
        await behave(request, rest, reader, writer)

    # The good API.

    async def be_good(self, request, rest, reader, writer, stream=None):
        if "wrong" in request.key:
            return send(writer, 401, problem(f"Incorrect API key provided: {request.key}."))
        if request.method == "GET" and rest == "models":
            return send(writer, 200, {"object": "list", "data": [model(each) for each in MODELS]})
        if request.method == "GET" and rest.startswith("models/"):
            return send(writer, 200, model(rest.removeprefix("models/")))
        if request.method != "POST" or rest not in ("chat/completions", "embeddings"):
            return send(writer, 404, problem("There is nothing here."))
        body = json.loads(request.body)
        if body.get("model") not in MODELS:
            return send(writer, 404, problem("The model does not exist."))
        if rest == "embeddings":
            return send(writer, 200, embeddings(body))
        if body.get("stream"):
            return await self.stream(body, stream or self.whole_stream, reader, writer)
        send(writer, 200, completion(body))

    async def be_pause(self, request, rest, reader, writer):
        async def stream(events, body, reader, writer):
            writer.write(chunk(next(events)))
            await writer.drain()
            await reader.read()
            raise ConnectionResetError

        await self.be_good(request, rest, reader, writer, stream)

    async def be_held(self, request, rest, reader, writer):
        async def stream(events, body, reader, writer):
            writer.write(chunk(next(events)))
            await writer.drain()
            await self.released.wait()
            await self.whole_stream(events, body, reader, writer)

        await self.be_good(request, rest, reader, writer, stream)

    async def be_forever(self, request, rest, reader, writer):
        async def stream(events, body, reader, writer):
            gone = asyncio.ensure_future(reader.read(1))
            while not gone.done():
                writer.write(chunk(event(body, {"content": "again "})))
                await writer.drain()
                await asyncio.wait([gone], timeout=0.05)
            raise ConnectionResetError

        await self.be_good(request, rest, reader, writer, stream)

    async def be_cut(self, request, rest, reader, writer):
        async def stream(events, body, reader, writer):
            writer.write(chunk(next(events)) + b'400\r\ndata: {"id":"half')
            await writer.drain()
            writer.close()

        await self.be_good(request, rest, reader, writer, stream)

    async def stream(self, body, deliver, reader, writer):
        self.streams["open"] += 1
        outcome = "abandoned"
        try:
            writer.write(head(200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"}))
            await deliver(events(body), body, reader, writer)
            outcome = "finished"
        finally:
            self.streams["open"] -= 1
            self.streams[outcome] += 1

    async def whole_stream(self, events, body, reader, writer):
        pause = 0.2 if said(body) == "slowly" else 0
        for each in events:
            writer.write(chunk(each))
            await writer.drain()
            await asyncio.sleep(pause)
        writer.write(b"0\r\n\r\n")

    # Refusals.

    async def be_unauthorized(self, request, rest, reader, writer):
        send(writer, 401, problem(f"Incorrect API key provided: {request.key}."))

    async def be_forbidden(self, request, rest, reader, writer):
        send(writer, 403, problem(f"The key {request.key} may not do this."))

    async def be_limited(self, request, rest, reader, writer):
        send(writer, 429, problem("Too many requests."), {"Retry-After": "7"})

    async def be_failing(self, request, rest, reader, writer):
        send(writer, 500, problem(f"It failed. {json.dumps(request.headers)}"))

    async def be_missing(self, request, rest, reader, writer):
        send(writer, 404, problem("There is nothing here."))

    async def be_redirect(self, request, rest, reader, writer):
        send(writer, 302, {}, {"Location": f"/v1/{rest}"})

    # Answers that are none.

    async def be_echo(self, request, rest, reader, writer):
        echoed = {f"X-Echo-{name}": value for name, value in request.headers.items()}
        send(writer, 200, request.headers, echoed)

    async def be_html(self, request, rest, reader, writer):
        page = f"<!doctype html><title>Welcome</title><p>{request.key}".encode()
        writer.write(head(200, {"Content-Type": "text/html", "Content-Length": len(page)}) + page)

    async def be_garbage(self, request, rest, reader, writer):
        writer.write(b"\x00\x01\xfe " + request.key.encode() + b"\r\n\r\n" + bytes(range(256)))
        await writer.drain()
        writer.close()

    async def be_broken(self, request, rest, reader, writer):
        writer.write(head(200, {"Content-Type": "application/json", "Content-Length": 9}) + b'{"data": ')

    async def be_empty(self, request, rest, reader, writer):
        writer.close()

    async def be_silent(self, request, rest, reader, writer):
        self.streams["open"] += 1
        await reader.read()
        self.streams["open"] -= 1
        self.streams["abandoned"] += 1

    async def be_drip(self, request, rest, reader, writer):
        writer.write(head(200, {"Content-Type": "application/json", "Content-Length": 100000}))
        await drip(writer, b"[" + b" " * 99999)

    async def be_dripheader(self, request, rest, reader, writer):
        await drip(writer, head(200, {"Content-Type": "application/json", "Content-Length": 2}) + b"{}")

    async def be_large(self, request, rest, reader, writer):
        send(writer, 200, {"object": "list", "data": [], "padding": "x" * 10_000_000})

    async def be_endless(self, request, rest, reader, writer):
        writer.write(head(200, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}))
        writer.write(chunk(b'{"data":['))
        while not writer.is_closing():
            writer.write(chunk(b'{"id":"again"},' * 4096))
            await writer.drain()

    async def be_bomb(self, request, rest, reader, writer):
        packed = bomb()
        fields = {"Content-Type": "application/json", "Content-Encoding": "gzip", "Content-Length": len(packed)}
        writer.write(head(200, fields) + packed)


def head(status, fields):
    """The status line and the header."""
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Failed')}", *(f"{name}: {fields[name]}" for name in fields)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def send(writer, status, value, fields=None):
    """A whole JSON response."""
    body = json.dumps(value).encode()
    writer.write(head(status, {"Content-Type": "application/json", "Content-Length": len(body)} | (fields or {})) + body)


def chunk(data):
    """A chunk of a response whose length is not known."""
    return b"%x\r\n%s\r\n" % (len(data), data)


async def drip(writer, data):
    for index in range(len(data)):
        writer.write(data[index : index + 1])
        await writer.drain()
        await asyncio.sleep(1)


@functools.cache
def bomb():
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    return b"".join(packer.compress(zeros) for _ in range(64)) + packer.flush()


def problem(message):
    """An error in OpenAI's shape."""
    return {"error": {"message": message, "type": "made_up_error", "param": None, "code": None}}


def model(name):
    return {"id": name, "object": "model", "created": 1700000000, "owned_by": "made-up"}


def said(body):
    """The text of the last message."""
    content = (body.get("messages") or [{}])[-1].get("content") or ""
    return content if isinstance(content, str) else " ".join(part.get("text", "") for part in content)


def usage(body):
    words = len(said(body).split())
    return {"prompt_tokens": words, "completion_tokens": words + 2, "total_tokens": 2 * words + 2}


def completion(body):
    message = {"role": "assistant", "content": f"You said: {said(body)}"}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "chatcmpl-1", "object": "chat.completion", "created": 1700000000, "model": body["model"],
            "choices": [choice], "usage": usage(body)}


def embeddings(body):
    inputs = body["input"] if isinstance(body["input"], list) else [body["input"]]
    data = [{"object": "embedding", "index": index, "embedding": [0.5, -0.25, index]} for index in range(len(inputs))]
    return {"object": "list", "data": data, "model": body["model"], "usage": {"prompt_tokens": 1, "total_tokens": 1}}


def event(body, delta, **more):
    """One event of a streamed completion."""
    value = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1700000000, "model": body["model"],
             "choices": [{"index": 0, "delta": delta, "finish_reason": None}]} | more
    return b"data: " + json.dumps(value).encode() + b"\n\n"


def events(body):
    """All events of a streamed completion, a word each."""
    yield event(body, {"role": "assistant", "content": ""})
    text = f"You said: {said(body)}"
    for word in re.findall(r"\S+\s*", text):
        yield event(body, {"content": word})
    yield event(body, {}, choices=[{"index": 0, "delta": {}, "finish_reason": "stop"}])
    if (body.get("stream_options") or {}).get("include_usage"):
        yield event(body, {}, choices=[], usage=usage(body))
    yield b"data: [DONE]\n\n"


async def main():
    upstream = Upstream()
    folder = pathlib.Path(__file__).parent
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    plain = await asyncio.start_server(upstream.connected, "127.0.0.1", port)
    secure = await asyncio.start_server(upstream.connected, "127.0.0.1", 0, ssl=context)
    for scheme, server in [("http", plain), ("https", secure)]:
        print(f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    loop.add_reader(sys.stdin.fileno(), lambda: sys.stdin.buffer.read1() or ended.done() or ended.set_result(None))
    await ended


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())
