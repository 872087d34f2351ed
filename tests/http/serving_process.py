"""The service in a process of its own, to be stopped or killed; says on a pipe when it serves."""

import os
import socket
import sys

import uvicorn


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: int) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        os.write(self._ready, b"!")


def main(port: int, ready: int) -> None:
    config = uvicorn.Config("interfaces.server:served", factory=True, port=port, access_log=False)
    _Server(config, ready).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
