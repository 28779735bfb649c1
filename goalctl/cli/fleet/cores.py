"""Where a fleet's work is done: in the processes of this machine, or of a Dask cluster that sees the same folders."""

from __future__ import annotations

from asyncio import CancelledError
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from goalctl.cli.failures import COULD_NOT, UsageError
from goalctl.model.errors import GoalctlError
from goalctl.model.scalars import excerpt
from goalctl.workspace.store.cores import on_every_core

T = TypeVar("T")
Done = TypeVar("Done")
OPEN, SAFE = "tcp", "tls"
SECONDS = 10
COMING = 30  # seconds in which a worker has to come: a cluster may start some when there is work
ENOUGH = 200  # plans in all workspaces, from which on the time that more processes take to begin is won back


class NoClusterError(GoalctlError):
    """The scheduler can't be reached, or the library that talks to it is an extra and is not installed."""

    exit_status = COULD_NOT


def on_this_machine(work: Callable[[Sequence[T]], list[Done]], items: Sequence[T], plans: int) -> Iterator[Done]:
    """What the work makes of each, in their order; on every core where so many plans are worth it."""
    return on_every_core(work, items, many=2 if plans >= ENOUGH else len(items) + 1, at_once=1)


def refuse_open(scheduler: str) -> None:
    """Raise for an address over which what clients said would be readable on its way."""
    scheme, host = _address_of(scheduler)
    if scheme not in {OPEN, SAFE} or not host:
        raise UsageError(f"--scheduler: '{scheduler}' is no address", "write tls://scheduler.clinic:8786")
    _refuse_where_it_could_be_read(scheme, host, host)


def _refuse_where_it_could_be_read(scheme: str, host: str | None, whose: str) -> None:
    if scheme != SAFE and not (host and _is_here(host)):
        raise UsageError(
            f"--scheduler: what {whose} is sent could be read on its way",
            "use tls://, with certificates in Dask's configuration; tcp:// is for this machine alone",
        )


def _address_of(scheduler: str) -> tuple[str, str | None]:
    """How it is reached, and whose it is; None where that can't be read, as without a port or with more than that."""
    try:
        address = urlsplit(scheduler)
        is_plain = bool(address.port) and f"{address.scheme}://{address.netloc}" == scheduler
    except ValueError:
        return "", None
    return address.scheme, address.hostname if is_plain and address.username is None else None


def on_cluster(scheduler: str, work: Callable[[Sequence[T]], list[Done]], items: Sequence[T]) -> Iterator[Done]:
    """The same on a cluster, whose workers see the same folders and have the same goalctl.

    What a worker that dies had to do is done by another; who stops does not wait for what workers have begun.
    """
    try:
        from distributed import Client  # type: ignore[import-not-found,import-untyped,unused-ignore] # an extra
    except ModuleNotFoundError as error:
        raise NoClusterError(
            "--scheduler needs Dask's distributed", "install it: pip install 'goalctl[cluster]'"
        ) from error
    if urlsplit(scheduler).scheme == SAFE:
        _refuse_certificates()
    try:
        client = Client(scheduler, timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call,unused-ignore] # typed in part
    except (OSError, ValueError, TypeError) as error:
        raise NoClusterError(f"no scheduler answers at {scheduler}: {error}", "dask scheduler starts one") from error
    with client:
        for worker in client.nthreads():  # type: ignore[no-untyped-call,unused-ignore] # the same
            _refuse_where_it_could_be_read(*_address_of(worker), f"its worker at {worker}")
        waiting = client.map(work, [[item] for item in items], pure=False)
        try:
            for one in waiting:
                yield from _made(client, one)
        except (Exception, CancelledError) as error:  # what goes wrong in a workspace is in its answer
            raise NoClusterError(
                f"{scheduler} did not do the work: {type(error).__name__}: {excerpt(str(error), most=100)}",
                "each worker needs goalctl of this version, and memory enough; without --scheduler it is done here",
            ) from error
        finally:
            client.cancel(waiting)  # type: ignore[no-untyped-call,unused-ignore] # the same


def _refuse_certificates() -> None:
    """Raise where those that Dask's configuration names can't be used; a key that stands there itself is not shown."""
    from distributed.security import Security  # type: ignore[import-not-found,import-untyped,unused-ignore] # an extra

    files: list[str] = []
    try:
        security = Security()  # type: ignore[no-untyped-call,unused-ignore] # typed in part
        named = security.get_tls_config_for_role("client")  # type: ignore[no-untyped-call,unused-ignore] # the same
        files += (named[one] for one in ("ca_file", "cert", "key") if named[one] and "\n" not in named[one])
        has_them = security.get_connection_args("client")["ssl_context"]  # type: ignore[no-untyped-call,unused-ignore] # the same
        reason = "" if has_them else "the configuration does not name them all"
    except (OSError, ValueError) as error:
        gone = [file for file in files if not Path(file).exists()]
        reason = f"there is no {gone[0]}" if gone else f"{', '.join(files)} can't be used: {error}"
    if reason:
        hint = "in Dask's configuration, distributed.comm.tls names ca-file, client.cert and client.key"
        raise NoClusterError(f"tls:// needs certificates: {reason}", hint)


def _made(client: Any, one: Any) -> list[Any]:  # noqa: ANN401 - Dask's, an extra
    """What a worker made; TimeoutError once there is none, as one without goalctl ends itself."""
    while not one.done():
        client.wait_for_workers(1, timeout=COMING)
        with suppress(TimeoutError):
            return list(one.result(timeout=COMING))
    return list(one.result())


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
