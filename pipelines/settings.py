"""Where everything lives: the folder `IREV_DATA` and the names inside it, and nothing else.

No other file of the project spells these names. The environment is an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "IREV_DATA"
CONTACT_VARIABLE = "IREV_CONTACT"
SITE_VARIABLE = "IREV_SITE"
DEFAULT_DATA = Path("data")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folders and files below `IREV_DATA`. Only `archive` cannot be rebuilt from something else."""

    root: Path

    @property
    def archive(self) -> Path:
        """WARC files and their index: the one thing to back up."""
        return self.root / "archive"

    @property
    def warehouse(self) -> Path:
        """The published DuckDB file."""
        return self.root / "warehouse.duckdb"

    @property
    def readings(self) -> Path:
        """Readings kept between builds, one folder per version of the reading code. May be deleted."""
        return self.root / "readings"

    @property
    def logs(self) -> Path:
        """One JSON record per run."""
        return self.root / "logs"

    @property
    def lock(self) -> Path:
        """The file whose lock a run holds."""
        return self.root / "irev.lock"

    @property
    def pictures(self) -> Path:
        """Pages of PDF documents with the evidence drawn on them. May be deleted."""
        return self.root / "pictures"


def find_data_folder(environ: Mapping[str, str]) -> DataFolder:
    """Find the data folder that the environment names, `./data` where it names none."""
    return DataFolder(Path(environ.get(DATA_VARIABLE) or DEFAULT_DATA))
