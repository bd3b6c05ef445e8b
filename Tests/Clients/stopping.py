"""Follows a server while it is told to stop.

    stopping.py URL TOKEN PROCESS
"""

import asyncio
import os
import signal
import sys

from clients import TOKEN, followers, held


async def main():
    async def stop():
        os.kill(int(sys.argv[3]), signal.SIGTERM)

    code, heard, last = await followers(TOKEN, stop)
    assert code == 1001, code
    assert {"type": "complete", "id": "1"} in heard, heard
    assert last[-1][0] == "complete", last
    held("stopping: operations are completed, and sockets closed with 1001")


asyncio.run(main())
