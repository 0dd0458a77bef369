"""Archives with the seeds, made once a session, and a process to fork workers from."""

from collections.abc import Iterator
from multiprocessing.context import ForkServerContext
from pathlib import Path
from uuid import uuid4

import pytest

from tests.conftest import administer
from tests.crash.archives import furnish
from tests.crash.worker import nursery

SEEDED = "seeded_archive"


@pytest.fixture(scope="session")
def context() -> ForkServerContext:
    return nursery()


@pytest.fixture(scope="session")
def seeded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeded") / "archive.db"
    furnish(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def seeded_postgresql(postgresql: str) -> str:
    administer(postgresql, f"CREATE DATABASE {SEEDED} TEMPLATE template_archive")
    furnish(postgresql + SEEDED)
    return postgresql


@pytest.fixture
def copy_of_postgresql(seeded_postgresql: str) -> Iterator[str]:
    name = f"archive_{uuid4().hex}"
    administer(seeded_postgresql, f"CREATE DATABASE {name} TEMPLATE {SEEDED} STRATEGY FILE_COPY")
    yield seeded_postgresql + name
    administer(seeded_postgresql, f"DROP DATABASE {name} WITH (FORCE)")
