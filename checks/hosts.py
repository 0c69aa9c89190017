"""Which host is this machine: what goes there leaves nobody's hands."""

from __future__ import annotations

import ipaddress


def is_loopback(host: str) -> bool:
    """Is it this machine, by its name or by an address?"""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
