"""Tells somebody how a run ended, because nobody watches it: a web hook, a command (mail), a dead-man's ping.

`IREV_WEBHOOK` gets a POST and `IREV_ALERT_COMMAND` a JSON object on standard input when a run is refused, failed or
degraded. `IREV_PING` is asked for after every run that published or found nothing new: a service that misses the ping
for a day raises the alarm, which is the only way to hear of a machine that is off. What cannot be told is one line of
the output and never changes how the run ended.
"""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from pipelines.logbook import RunRecord
from pipelines.outcomes import Outcome

WEBHOOK: Final = "IREV_WEBHOOK"
COMMAND: Final = "IREV_ALERT_COMMAND"
PING: Final = "IREV_PING"

_ALARMING = frozenset({Outcome.REFUSED, Outcome.FAILED, Outcome.DEGRADED})
_MOST_LOSSES = 20
_SECONDS = 15.0

Send = Callable[[str, bytes | None], None]
"""Asks for a web address, with a body as POST. Raises OSError or ValueError."""


def notify(record: RunRecord, environ: Mapping[str, str], send: Send | None = None) -> Iterator[str]:
    """Tell whoever the environment names; yield a line for each that could not be told."""
    ask = send or _send
    told = json.dumps(build_message(record), ensure_ascii=False).encode()
    if record.outcome in _ALARMING:
        if address := environ.get(WEBHOOK):
            yield from _try(WEBHOOK, lambda: ask(address, told))
        if command := environ.get(COMMAND):
            yield from _try(COMMAND, lambda: _call(command, told))
    if record.outcome not in (Outcome.REFUSED, Outcome.FAILED) and (ping := environ.get(PING)):
        yield from _try(PING, lambda: ask(ping, None))


def build_message(record: RunRecord) -> dict[str, Any]:
    """Build what is told: how the run ended and why, short enough for a mail."""
    summary = record.error or "; ".join(record.losses[:3]) or ", ".join(record.gates) or "see `irev status`"
    return {
        "text": f"irev {record.command}: {record.outcome.value}: {summary}",  # the key that chat services show
        "run_id": record.run_id,
        "outcome": record.outcome.value,
        "exit_code": record.outcome.exit_code,
        "started_at": record.started_at.isoformat(),
        "ended_at": record.ended_at.isoformat(),
        "error": record.error,
        "gates": list(record.gates),
        "losses": list(record.losses[:_MOST_LOSSES]),
        "more_losses": max(0, len(record.losses) - _MOST_LOSSES),
    }


def _try(name: str, tell: Callable[[], None]) -> Iterator[str]:
    try:
        tell()
    except (OSError, ValueError, subprocess.SubprocessError) as problem:
        reason = getattr(problem, "reason", None) or getattr(problem, "strerror", None) or problem
        yield f"{name}: nobody was told: {str(reason).splitlines()[0] if str(reason) else type(problem).__name__}"


def _send(address: str, body: bytes | None) -> None:
    if not address.startswith(("http://", "https://")):
        raise ValueError("not a web address")
    headers = {"Content-Type": "application/json"} if body else {}
    request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 - the scheme was checked
    with urllib.request.urlopen(request, timeout=_SECONDS) as response:  # noqa: S310 - the operator's own address
        response.read(1024)


def _call(command: str, message: bytes) -> None:
    """Run the operator's own command with the message on its standard input; nothing of the site is in its words."""
    done = subprocess.run(  # noqa: S602 - the operator's own shell line, such as `mail -s irev name@example.org`
        command, shell=True, input=message, capture_output=True, timeout=4 * _SECONDS, check=False
    )
    if done.returncode:
        raise ValueError(f"the command ended with code {done.returncode}")
