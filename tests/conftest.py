"""For all tests: nothing opens a socket."""

import socket

import pytest


@pytest.fixture(autouse=True)
def no_network(request, monkeypatch):
    """Refuse every connection and every look-up of a name; pairs of local sockets, which event loops use, stay."""
    if request.node.get_closest_marker("socket"):
        return

    def refuse(*_, **__):
        raise AssertionError("something tried to use the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
