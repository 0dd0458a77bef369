"""Which addresses of the internet may be connected to: an allow list, not a list of exceptions.

After the special-purpose registries of IANA (RFC 6890 and its updates). Python's `is_private` and
`is_global` let some of these through, and differ between versions.
"""

from ipaddress import (
    AddressValueError,
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
)

_GLOBAL_UNICAST = IPv6Network("2000::/3")
_MAPPED = IPv6Network("::ffff:0:0/96")
_TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64: the last 32 bits are an IPv4 address
_SPECIAL_4 = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/3",
        "168.63.129.16/32",  # a cloud's metadata service on an address that looks public
    )
)  # fmt: skip
_SPECIAL_6 = tuple(
    IPv6Network(each)
    for each in (
        "2001::/23",  # Teredo, benchmarking, ORCHID and other protocols
        "2001:db8::/32", "3fff::/20",  # documentation
        "2002::/16",  # 6to4 carries an IPv4 address, and nobody serves news there
        "2620:4f:8000::/48", "3ffe::/16",
    )
)  # fmt: skip


def public_address(address: str) -> str | None:
    """The address to connect to, if it is public; an IPv4 address in IPv6 dress is undressed.

    None for every other address and for whatever is no plain address, such as one with a scope.
    """
    try:
        return _public_4(IPv4Address(address))
    except AddressValueError:
        pass
    if "%" in address:
        return None
    try:
        return _public_6(IPv6Address(address))
    except AddressValueError:
        return None


def _public_4(address: IPv4Address) -> str | None:
    return None if any(address in each for each in _SPECIAL_4) else str(address)


def _public_6(address: IPv6Address) -> str | None:
    if address in _MAPPED:
        return _public_4(_last_bits(address))
    if address in _TRANSLATED:
        return str(address) if _public_4(_last_bits(address)) else None
    if address not in _GLOBAL_UNICAST or any(address in each for each in _SPECIAL_6):
        return None
    return str(address)


def _last_bits(address: IPv6Address) -> IPv4Address:
    return IPv4Address(int(address) & 0xFFFFFFFF)
