"""Drives a running server with the clients that people use, and prints a line for each thing that held.

    clients.py URL TOKEN

Leaves with 1 at the first thing that did not hold.
"""

import asyncio
import datetime
import itertools
import json
import sys

import httpx
import websockets
from gql import Client, GraphQLRequest, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport
from gql.transport.requests import RequestsHTTPTransport
from gql.transport.websockets import WebsocketsTransport

URL, TOKEN = sys.argv[1:3]
GRAPHQL = f"{URL}/graphql"
SOCKET = GRAPHQL.replace("http", "ws", 1)
BEARER = {"Authorization": f"Bearer {TOKEN}"}
PROTOCOL = "graphql-transport-ws"

VERSION = gql("{ registry { version } }")
CREATE = "mutation ($input: CreateProviderInput!) { createProvider(input: $input) { id name } }"
CHANGED = "subscription ($after: Int) { registryChanged(afterVersion: $after) { version registry { version } } }"
PATIENCE = 30
numbers = itertools.count(1)


def held(what):
    print(what, flush=True)


def provider(name):
    number = next(numbers)
    return {"input": {"name": f"{name} {number} 🛰️ אב", "providerSdkId": f"made-up-{number}"}}


async def change(name="Made up"):
    """Makes a change and returns the version that it made."""
    async with httpx.AsyncClient(headers=BEARER) as client:
        answer = await client.post(GRAPHQL, json={"query": CREATE, "variables": provider(name)})
        assert answer.status_code == 200 and "errors" not in answer.json(), answer.text
        return int(answer.headers["Roster-Version"])


async def over_http():
    for transport in (AIOHTTPTransport(GRAPHQL, headers=BEARER), HTTPXAsyncTransport(GRAPHQL, headers=BEARER)):
        name = type(transport).__name__
        async with Client(transport=transport, fetch_schema_from_transport=True) as session:
            new = provider(name)
            made = await session.execute(GraphQLRequest(CREATE, variable_values=new))
            assert made["createProvider"]["name"] == new["input"]["name"], made
            assert (await session.execute(VERSION))["registry"]["version"] > 0
            try:
                await session.execute(GraphQLRequest(CREATE, variable_values={"input": {"name": "", "providerSdkId": ":"}}))
                raise AssertionError("an input that is wrong was taken")
            except TransportQueryError as error:
                assert error.errors[0]["extensions"]["code"] == "BAD_USER_INPUT", error
        held(f"{name}: schema, mutation with variables, query, error")


def over_requests():
    client = Client(transport=RequestsHTTPTransport(GRAPHQL, headers=BEARER, use_json=True))
    assert client.execute(VERSION)["registry"]["version"] > 0
    held("RequestsHTTPTransport: query")


async def over_socket():
    transport = WebsocketsTransport(SOCKET, init_payload=BEARER, ping_interval=5, pong_timeout=5)
    async with Client(transport=transport) as session:
        before = (await session.execute(VERSION))["registry"]["version"]
        new = provider("Socket")
        made = await session.execute(GraphQLRequest(CREATE, variable_values=new))
        assert made["createProvider"]["name"] == new["input"]["name"], made
        held("WebsocketsTransport: query and mutation")
        events = session.subscribe(GraphQLRequest(CHANGED, variable_values={"after": before}))
        assert (await anext(events))["registryChanged"]["version"] == before + 1
        held("WebsocketsTransport: a missed version comes first")
        version = await change()
        event = (await anext(events))["registryChanged"]
        assert event == {"version": version, "registry": {"version": version}}, event
        held("WebsocketsTransport: a change comes while it happens")
        second = session.subscribe(GraphQLRequest(CHANGED, variable_values={"after": before}))
        assert (await anext(second))["registryChanged"]["version"] == version
        await second.aclose()
        version = await change()
        assert (await anext(events))["registryChanged"]["version"] == version
        held("WebsocketsTransport: of two subscriptions one ends, the other goes on")
        try:
            await session.execute(gql("{ nope }"))
            raise AssertionError("a field that is not there was answered")
        except TransportQueryError as error:
            assert error.errors[0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED", error
        held("WebsocketsTransport: errors come as errors")
        await events.aclose()
    async with Client(transport=WebsocketsTransport(SOCKET, headers=BEARER)) as session:
        assert (await session.execute(VERSION))["registry"]["version"] > 0
    held("WebsocketsTransport: the token in the header")
    try:
        async with Client(transport=WebsocketsTransport(SOCKET, init_payload={"Authorization": "Bearer rst_made-up"})):
            raise AssertionError("a token that is none was taken")
    except TransportError as error:
        assert error.__cause__.rcvd.code == 4403, repr(error.__cause__)
    held("WebsocketsTransport: a wrong token is refused")


async def events(response):
    """The events of a stream, comments left out."""
    event, data = None, None
    async for line in response.aiter_lines():
        if line.startswith("event: "):
            event = line[7:]
        elif line.startswith("data:"):
            data = line[5:].strip()
        elif not line and event:
            yield event, json.loads(data) if data else None
            event, data = None, None


async def over_events():
    accept = {"Accept": "text/event-stream", **BEARER}
    async with httpx.AsyncClient(headers=accept, timeout=PATIENCE) as client:
        before = await change()
        body = {"query": CHANGED, "variables": {"after": before - 1}}
        async with client.stream("POST", GRAPHQL, json=body) as response:
            assert response.headers["content-type"] == "text/event-stream; charset=utf-8", response.headers
            stream = events(response)
            kind, missed = await anext(stream)
            assert (kind, missed["data"]["registryChanged"]["version"]) == ("next", before)
            version = await change()
            kind, event = await anext(stream)
            assert (kind, event["data"]["registryChanged"]["version"]) == ("next", version)
        held("events by POST: a missed version, and a change while it happens")
        parameters = {"query": CHANGED, "variables": json.dumps({"after": before - 1})}
        async with client.stream("GET", GRAPHQL, params=parameters) as response:
            kind, missed = await anext(events(response))
            assert kind == "next" and missed["data"]["registryChanged"]["version"] >= version
        held("events by GET")
        for query in ("{ registry { version } }", "{ nope }"):
            answer = [pair async for pair in events(await client.post(GRAPHQL, json={"query": query}))]
            assert [kind for kind, _ in answer] == ["next", "complete"], answer
            assert ("errors" in answer[0][1]) == (query == "{ nope }")
        held("events: a query and an error are one event, and complete")
    async with httpx.AsyncClient(headers=BEARER) as client:
        refused = await client.post(GRAPHQL, json={"query": CHANGED})
        assert refused.status_code == 406, refused
        held("events: a subscription that does not take them is refused")


INIT = json.dumps({"type": "connection_init", "payload": BEARER})
WATCH = {"type": "subscribe", "payload": {"query": "subscription { registryChanged { version } }"}}


def subscribe(identifier, query=None):
    message = dict(WATCH, id=identifier)
    if query:
        message["payload"] = {"query": query}
    return json.dumps(message)


# What is sent, and with which code the socket is closed.
CLOSED = [
    ("no JSON", ["{"], 4400),
    ("not an object", ["[]"], 4400),
    ("no type", ["{}"], 4400),
    ("an unknown type", ['{"type":"start"}'], 4400),
    ("a payload of the wrong type", ['{"type":"connection_init","payload":1}'], 4400),
    ("an operation without an id", [INIT, '{"type":"subscribe","payload":{"query":"{a}"}}'], 4400),
    ("an operation without a document", [INIT, '{"type":"subscribe","id":"1","payload":{}}'], 4400),
    ("an id that is too long", [INIT, subscribe("x" * 257)], 4400),
    ("bytes instead of text", [b"{}"], 4400),
    ("an operation before the acknowledgement", [subscribe("1")], 4401),
    ("no token", ['{"type":"connection_init"}'], 4403),
    ("a token that is none", ['{"type":"connection_init","payload":{"Authorization":"Bearer rst_x"}}'], 4403),
    ("a token that is no text", ['{"type":"connection_init","payload":{"Authorization":7}}'], 4403),
    ("silence", [], 4408),
    ("two operations of one id", [INIT, subscribe("1"), subscribe("1")], 4409),
    ("two initialisations", [INIT, INIT], 4429),
]


async def close_code(messages, subprotocol=PROTOCOL, **options):
    async with websockets.connect(SOCKET, subprotocols=[subprotocol], max_size=None, **options) as socket:
        try:
            for message in messages:
                await socket.send(message)
            async with asyncio.timeout(PATIENCE):
                while True:
                    await socket.recv()
        except websockets.ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else None


async def closing():
    codes = await asyncio.gather(*(close_code(messages) for _, messages, _ in CLOSED))
    for (what, _, expected), code in zip(CLOSED, codes):
        assert code == expected, f"{what}: {code} instead of {expected}"
        held(f"close {expected}: {what}")
    assert await close_code([], subprotocol="graphql-ws") == 4406
    held("close 4406: another sub-protocol")
    async with websockets.connect(SOCKET, subprotocols=["graphql-ws", PROTOCOL]) as socket:
        assert socket.subprotocol == PROTOCOL
        await socket.send('{"type":"ping","payload":{"at":1}}')
        assert json.loads(await socket.recv()) == {"type": "pong"}
        await socket.send(INIT)
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        await (await socket.ping())
        await socket.send(json.dumps({"type": "pong"}))
        await socket.send(json.dumps({"type": "complete", "id": "unknown"}))
        for number in range(64):
            await socket.send(subscribe(str(number)))
        await socket.send(subscribe("one too many"))
        refused = json.loads(await socket.recv())
        assert refused["type"] == "error" and refused["payload"][0]["extensions"]["code"] == "LIMIT_EXCEEDED", refused
        await socket.send(json.dumps({"type": "complete", "id": "0"}))
        await socket.send(subscribe("0", "{ __typename }"))
        answers = [json.loads(await socket.recv()) for _ in range(2)]
        assert [answer["type"] for answer in answers] == ["next", "complete"], answers
        held("socket: ping, pong, frames of the protocol, 64 operations and no more")


def frame(opcode, data=b"", fin=True, masked=True, reserved=0):
    """A frame of RFC 6455 section 5.2, right or not."""
    first = (0x80 if fin else 0) | reserved << 4 | opcode
    return bytes([first, (0x80 if masked else 0) | len(data)]) + (bytes(4) if masked else b"") + data


# Frames that break the framing, and with which code the socket is closed.
BROKEN = [
    ("a frame that is not masked", frame(1, b"{}", masked=False), 1002),
    ("a reserved bit", frame(1, b"{}", reserved=4), 1002),
    ("a reserved opcode", frame(3, b"{}"), 1002),
    ("the middle of no message", frame(0, b"{}"), 1002),
    ("a message inside another", frame(1, b"{", fin=False) + frame(1, b"}"), 1002),
    ("a ping in pieces", frame(9, b"", fin=False), 1002),
    # Only announced: whoever is still sending may lose the closing frame.
    ("a message larger than the limit", b"\x81\xff" + ((1 << 20) + 1).to_bytes(8) + bytes(4), 1009),
    ("a closing frame of one byte", frame(8, b"\x03"), 1002),
    ("a closing frame whose code may not be sent", frame(8, b"\x03\xed"), 1002),
    ("a closing frame whose text is no text", frame(8, b"\x03\xe8\xff"), 1002),
    ("a closing frame", frame(8, b"\x0f\xa0bye"), 4000),
]


async def broken(frames):
    host, port = URL.split("//")[1].split(":")
    reader, writer = await asyncio.open_connection(host, int(port), ssl=URL.startswith("https") or None)
    fields = {"Host": f"{host}:{port}", "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
              "Sec-WebSocket-Key": "bWFkZSB1cCBmb3IgdGVzdA==", "Sec-WebSocket-Protocol": PROTOCOL}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    writer.write(f"GET /graphql HTTP/1.1\r\n{lines}\r\n".encode())
    assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
    writer.write(frames)
    async with asyncio.timeout(PATIENCE):
        first, length = await reader.readexactly(2)
        data = await reader.readexactly(length)
    writer.close()
    assert first == 0x88, first
    return int.from_bytes(data[:2])


async def framing():
    for what, frames, expected in BROKEN:
        code = await broken(frames)
        assert code == expected, f"{what}: {code} instead of {expected}"
        held(f"close {expected}: {what}")


async def sessions():
    async with httpx.AsyncClient() as client:
        signed_in = await client.post(f"{URL}/session", json={"token": TOKEN})
        assert signed_in.status_code == 204, signed_in
        cookie = signed_in.headers["set-cookie"].split(";")[0]
    start = ['{"type":"connection_init"}', subscribe("1", "{ viewer { role } }")]

    async def first(**options):
        options["additional_headers"] = {"Cookie": cookie}
        async with websockets.connect(SOCKET, subprotocols=[PROTOCOL], **options) as socket:
            for message in start:
                await socket.send(message)
            assert json.loads(await socket.recv()) == {"type": "connection_ack"}
            return json.loads(await socket.recv())

    assert (await first(origin=URL))["payload"] == {"data": {"viewer": {"role": "ADMIN"}}}
    held("session: the site's own page may")
    code = await close_code(start, origin="https://elsewhere.example", additional_headers={"Cookie": cookie})
    assert code == 4403, code
    held("session: another site's page may not")


NEW_TOKEN = "mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id } } }"
REVOKE = "mutation ($id: ID!) { revokeToken(id: $id) { id } }"


async def ask(query, variables):
    async with httpx.AsyncClient(headers=BEARER) as client:
        answer = (await client.post(GRAPHQL, json={"query": query, "variables": variables})).json()
        assert "errors" not in answer, answer
        return answer["data"]


async def followers(secret, end):
    """Follows the registry by socket and by events until `end` was called; what each heard last."""
    headers = {"Authorization": f"Bearer {secret}"}
    async with (
        websockets.connect(SOCKET, subprotocols=[PROTOCOL], additional_headers=headers) as socket,
        httpx.AsyncClient(headers={"Accept": "text/event-stream", **headers}, timeout=PATIENCE) as client,
        client.stream("POST", GRAPHQL, json=WATCH["payload"]) as response,
    ):
        stream = events(response)
        await socket.send('{"type":"connection_init"}')
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        await socket.send(subscribe("1"))
        await socket.send('{"type":"ping"}')
        assert json.loads(await socket.recv()) == {"type": "pong"}
        told = asyncio.create_task(anext(stream))
        # Events come for what changes after the beginning; what came before it may be missed.
        while not told.done():
            await change()
            await asyncio.wait([told], timeout=1)
        await end()
        heard = []
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    heard.append(json.loads(await socket.recv()))
        except websockets.ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else None
        return code, heard, [pair async for pair in stream]


async def ending():
    made = (await ask(NEW_TOKEN, {"input": {"name": "Revoked", "role": "VIEWER"}}))["createToken"]
    code, _, last = await followers(made["secret"], lambda: ask(REVOKE, {"id": made["token"]["id"]}))
    assert code == 4403, code
    assert [kind for kind, _ in last[-2:]] == ["next", "complete"], last
    assert last[-2][1]["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED", last
    held("ending: a token that is revoked")
    at = datetime.datetime.now(datetime.UTC).replace(microsecond=0) + datetime.timedelta(seconds=8)
    expiry = {"name": "Expired", "role": "VIEWER", "expiresAt": at.isoformat().replace("+00:00", "Z")}
    made = (await ask(NEW_TOKEN, {"input": expiry}))["createToken"]
    code, _, last = await followers(made["secret"], lambda: asyncio.sleep(0))
    assert code == 4403, code
    assert last[-1][0] == "complete", last
    held("ending: a token that expires")


async def main():
    await over_http()
    await asyncio.to_thread(over_requests)
    await over_socket()
    await over_events()
    await sessions()
    await closing()
    await framing()
    await ending()


if __name__ == "__main__":
    asyncio.run(main())
