"""Which addresses of the internet are anybody's to see, and never this machine, its network or its cloud."""

from __future__ import annotations

import ipaddress

# Addresses that carry another one, which may be ours, in a form that ``is_global`` calls public
_CARRIERS = tuple(
    map(
        ipaddress.ip_network,
        (
            "64:ff9b::/96",  # NAT64
            "64:ff9b:1::/48",  # NAT64 of a network's own
            "2002::/16",  # 6to4
            "2001::/32",  # Teredo
            "::/96",  # IPv4-compatible
            "::ffff:0:0/96",  # IPv4-mapped
            "fec0::/10",  # site-local
            "100.64.0.0/10",  # of a provider's customers
            "192.88.99.0/24",  # 6to4 relays
        ),
    )
)


def is_public(address: str) -> bool:
    """Whether ``address``, an IPv4 or IPv6 address, is one of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_unspecified:
        return False
    return not any(ip.version == network.version and ip in network for network in _CARRIERS)
