"""Spreads chunks over workers: processes on this computer, or an existing Dask cluster, by the same call of joblib."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, Literal, cast

from advice_audit.batch.supervise import audit_chunk, release
from advice_audit.batch.work import Outcome, Settings, Task, lost
from advice_audit.errors import ConfigurationError

EngineName = Literal["local", "dask"]
Chunk = tuple[Task, ...]
WORKER_LOST = "worker-lost"
_WORKER_LOST = "The workers were ended from outside; the next run takes this file."
_TRIES = 3
_IDLE = 30.0
_CONNECT = "10s"
_PATIENCE = 60
"""Seconds to wait for a cluster's first worker, and for one to come back where all are gone."""


def audit_chunks(
    chunks: Sequence[Chunk], settings: Settings, *, engine: EngineName = "local", jobs: int = 1, scheduler: str = ""
) -> Iterator[list[Outcome]]:
    """Audit chunks of files in parallel and yield each one's outcomes as they come. Every task has one, whatever happens to it.

    Where workers are killed from outside, what they had not finished is done again; after three rounds that brought
    nothing the rest is given up as `worker-lost`.

    Args:
        chunks: the work, in the order in which to begin it.
        settings: what workers must know.
        engine: `local` or `dask`.
        jobs: workers on this computer; a cluster has as many as it has.
        scheduler: the cluster's address.

    Raises:
        ConfigurationError: Dask is not installed, or the cluster does not answer.
    """
    left = dict(enumerate(chunks))
    fruitless = 0
    with _backend(engine, jobs, scheduler) as parallel:
        while left and fruitless < _TRIES:
            fruitless += 1
            try:
                for number, outcomes in _round(parallel, left, settings.model_dump_json()):
                    del left[number]
                    fruitless = 0
                    yield [Outcome.model_validate_json(outcome) for outcome in outcomes]
            except _lost_workers():
                continue
    for chunk in left.values():
        yield [lost(task.path, WORKER_LOST, _WORKER_LOST) for task in chunk]


def _round(parallel: Any, left: dict[int, Chunk], settings: str) -> Iterator[tuple[int, list[str]]]:
    from joblib import delayed

    calls = (delayed(numbered_chunk)(number, settings, tuple(chunk)) for number, chunk in list(left.items()))
    results = parallel()(calls)
    try:
        yield from results
    finally:
        results.close()


def numbered_chunk(number: int, settings: str, tasks: Sequence[tuple[Any, ...]]) -> tuple[int, list[str]]:
    """Run `audit_chunk` in a worker, and say which chunk it was."""
    return number, audit_chunk(settings, tasks)


@contextmanager
def _backend(engine: EngineName, jobs: int, scheduler: str) -> Iterator[Callable[[], Any]]:
    """Yield a function that makes joblib's object for one round."""
    from joblib import Parallel

    # One chunk waits beside each that is worked on: more would have to be done again when a worker goes.
    options: dict[str, Any] = {"return_as": "generator_unordered", "pre_dispatch": "2*n_jobs", "batch_size": 1}
    if engine == "dask":
        with _client(scheduler) as client:
            yield lambda: Parallel(n_jobs=-1, backend=_dask_backend(client), **options)
        return
    with _processes(jobs):
        yield lambda: Parallel(n_jobs=jobs, **options)


@contextmanager
def _processes(jobs: int) -> Iterator[None]:
    from joblib import parallel_config
    from joblib.externals.loky import get_reusable_executor

    try:
        with parallel_config(backend="loky", inner_max_num_threads=1, idle_worker_timeout=_IDLE):
            yield
    finally:
        if jobs > 1:
            get_reusable_executor().shutdown(wait=True, kill_workers=True)
        release()


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        import distributed
    except ImportError as error:
        message = "--engine dask needs Dask: install advice-audit[dask]"
        raise ConfigurationError("no-dask", message) from error
    try:
        client: Any = cast(Any, distributed).Client(scheduler, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigurationError("no-scheduler", f"{scheduler}: no Dask scheduler answers there") from error
    try:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise ConfigurationError("no-workers", f"{scheduler}: this Dask cluster has no workers") from error
        yield client
    finally:
        client.close()


def _dask_backend(client: Any) -> Any:
    """Return joblib's Dask backend, which by itself waits for ever for a task that Dask has given up."""
    from joblib._dask import DaskDistributedBackend

    class Backend(DaskDistributedBackend):  # type: ignore[misc]
        def effective_n_jobs(self, n_jobs: int) -> int:
            # For one job joblib would do the work in this process rather than on the cluster.
            return max(2, int(super().effective_n_jobs(n_jobs)))

        def submit(self, func: Any, callback: Any = None) -> "Future[Any]":
            future: Future[Any] = super().submit(func, callback)
            future.add_done_callback(lambda done: callback(done.exception()) if done.exception() else None)
            return future

        def retrieve_result_callback(self, out: Any) -> Any:
            if isinstance(out, BaseException):
                raise out
            return super().retrieve_result_callback(out)

    return Backend(client=client, wait_for_workers_timeout=_PATIENCE)


def _lost_workers() -> tuple[type[BaseException], ...]:
    """Return the errors that say that a worker went, rather than that something is wrong with us."""
    from joblib.externals.loky.process_executor import BrokenProcessPool

    try:
        from distributed.scheduler import KilledWorker
    except ImportError:
        return (BrokenProcessPool,)
    from concurrent.futures import CancelledError

    return BrokenProcessPool, KilledWorker, CancelledError, TimeoutError
