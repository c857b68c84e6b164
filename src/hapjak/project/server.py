"""Starting the web server, on loopback."""

from __future__ import annotations

import os
import socket
import sys

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    """Whether nothing listens on the port yet."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int) -> None:
    """Replace this process by the server. Does not return."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "4"]
    command += ["--log-level", "warning", "hapjak.project.wsgi:application"]
    os.execv(sys.executable, command)  # noqa: S606
