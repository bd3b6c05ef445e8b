"""Tells a server to stop that is followed, read and waiting for providers, and hears what becomes of each.

    stopping.py URL TOKEN PROCESS
"""

import asyncio
import contextlib
import json
import os
import pathlib
import signal
import sys

import httpx

from clients import BEARER, PATIENCE, TOKEN, URL, ask, followers, held

UPSTREAM = pathlib.Path(__file__).parents[1] / "Upstream" / "upstream.py"
CREATE = "mutation ($new: CreateProviderInput!) { createProvider(input: $new) { id } }"
HUNG, FLOWING = 40, 10


@contextlib.asynccontextmanager
async def upstream():
    """The address of a made-up provider."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, UPSTREAM, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.stdin.close()
        await process.wait()


async def store(sdk_id, url):
    model = {"name": "Tiny", "modelSdkId": f"{sdk_id}:tiny"}
    await ask(CREATE, {"new": {"name": sdk_id, "providerSdkId": sdk_id, "baseUrl": url, "models": [model]}})


async def hung(client):
    """What a caller hears whose provider never says anything."""
    answer = await client.post(f"{URL}/v1/chat/completions", json={"model": "silent:tiny", "messages": []})
    return answer.status_code, answer.json()["errors"][0]["extensions"]["code"]


async def flowing(client):
    """The events of an answer."""
    body = {"model": "held:tiny", "stream": True, "messages": [{"role": "user", "content": "last words"}]}
    async with client.stream("POST", f"{URL}/v1/chat/completions", json=body) as response:
        assert response.status_code == 200, response
        return [line async for line in response.aiter_lines() if line]


async def main():
    async with upstream() as address, httpx.AsyncClient(headers=BEARER, timeout=2 * PATIENCE) as client:
        await store("silent", f"{address}/silent/v1")
        await store("held", f"{address}/held/v1")
        async with httpx.AsyncClient(headers=BEARER) as idle, httpx.AsyncClient() as watch:
            assert (await idle.get(f"{URL}/livez")).status_code == 200
            requests = [asyncio.create_task(each(client)) for each in [hung] * HUNG + [flowing] * FLOWING]
            while (await watch.get(f"{address}/streams")).json()["open"] < len(requests):
                assert not any(request.done() for request in requests), requests

            async def stop():
                os.kill(int(sys.argv[3]), signal.SIGTERM)

            code, heard, last = await followers(TOKEN, stop)
            assert code == 1001, code
            assert {"type": "complete", "id": "1"} in heard, heard
            assert last[-1][0] == "complete", last
            held("stopping: operations are completed, and sockets closed with 1001")
            await watch.post(f"{address}/release")
            answers = await asyncio.gather(*requests)
            for answer in answers[HUNG:]:
                assert "words" in answer[-3] and answer[-1] == "data: [DONE]", answer
            held("stopping: answers that flow are finished")
            assert set(answers[:HUNG]) == {(503, "UNAVAILABLE")}, answers[:HUNG]
            held("stopping: whoever waits for a provider is told that the server stops")


asyncio.run(main())
