"""The address of a model: https, or http on this machine, and no place inside a network that a name can be bent to."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from assistant.settings import Endpoint
from checks.errors import UserError
from checks.hosts import is_loopback


def address(endpoint: Endpoint) -> str:
    """The base URL. Raises UserError unless it is https, or http on this machine, and a model is named."""
    problem = "Địa chỉ mô hình (CHITHI_LLM__BASE_URL) phải là https, hoặc http trên chính máy này: hãy sửa rồi thử lại."
    if not endpoint.model or not endpoint.base_url:
        raise UserError("Mô hình chưa đặt đủ: hãy đặt cả CHITHI_LLM__BASE_URL và CHITHI_LLM__MODEL.")
    try:
        parts = urlsplit(endpoint.base_url.strip())
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise UserError(problem) from None
    local = is_loopback(host)
    if not host or parts.username or parts.scheme not in ("https", "http") or (parts.scheme == "http" and not local):
        raise UserError(problem)
    if not local and _inside(host):
        raise UserError(problem)
    return endpoint.base_url.strip()


def _inside(host: str) -> bool:
    """Addresses that name no server: link-local ones (cloud metadata), 0.0.0.0, numbers in another notation."""
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return bool(mapped.is_link_local or mapped.is_unspecified or mapped.is_multicast or mapped.is_loopback)
