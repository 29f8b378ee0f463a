"""A process that reads hostile documents gives up the network and other processes before it reads the first one.

On Linux a filter of the kernel (seccomp) refuses, from then on and for ever, to open a socket, to run a program or to
start a process; threads stay allowed. No right is needed to take rights away. Where there is no such filter the process
works as before: `forbid_network` says so, and the limits of `pipelines.workers` still hold.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # instructions of the kernel's packet filter
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_CLONE_THREAD = 0x00010000
_OTHER_NUMBERS = 0x40000000  # the same calls by other numbers (x32)
_NUMBER_AT, _MACHINE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16

# By machine: its name to the kernel; then the numbers of its calls. clone3 hides its flags, so it is said not to exist,
# and the C library falls back on clone.
_CALLS = {
    "x86_64": (0xC000003E, {"refused": (41, 42, 53, 57, 58, 59, 101, 310, 322, 425), "clone": 56, "clone3": 435}),
    "aarch64": (0xC00000B7, {"refused": (198, 199, 203, 221, 281, 117, 270, 425), "clone": 220, "clone3": 435}),
}


def forbid_network() -> bool:
    """Take from this process the network, other programs and new processes; tell whether that was possible."""
    program = build_filter(platform.machine()) if sys.platform == "linux" else None
    if program is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(header), 0, 0) == 0)


def build_filter(machine: str) -> bytes | None:
    """Build the filter for a kind of machine, or None for one that nobody has written down."""
    if machine not in _CALLS:
        return None
    name, calls = _CALLS[machine]
    refused = calls["refused"]
    assert isinstance(refused, tuple)  # noqa: S101 - see the table
    lines = [(_LOAD, 0, 0, _MACHINE_AT), (_EQUAL, 1, 0, name), (_RETURN, 0, 0, _REFUSE | _EPERM)]
    lines += [(_LOAD, 0, 0, _NUMBER_AT), (_AT_LEAST, 0, 1, _OTHER_NUMBERS), (_RETURN, 0, 0, _REFUSE | _EPERM)]
    for number in refused:
        lines += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE | _EPERM)]
    lines += [(_EQUAL, 0, 1, calls["clone3"]), (_RETURN, 0, 0, _REFUSE | _ENOSYS)]  # type: ignore[list-item]
    lines += [(_EQUAL, 0, 3, calls["clone"]), (_LOAD, 0, 0, _FIRST_ARGUMENT_AT)]  # type: ignore[list-item]
    lines += [(_ANY_BIT, 1, 0, _CLONE_THREAD), (_RETURN, 0, 0, _REFUSE | _EPERM), (_RETURN, 0, 0, _ALLOW)]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
