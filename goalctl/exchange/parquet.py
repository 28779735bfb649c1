"""Tables as Parquet files, whose columns have their types even where nothing is in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from goalctl.analysis.case import Case
from goalctl.exchange.warehouse import TABLES, Cells, rows_of

ENDING = ".parquet"
FILES = frozenset(f"{name}{ENDING}" for name in TABLES)
AT_ONCE = 200  # so many plans in one group of rows; no more of them are held


class ParquetTables:
    """All tables, filled case after case; making them raises ModuleNotFoundError without pyarrow."""

    def __init__(self) -> None:
        import pyarrow as pa  # type: ignore[import-not-found,import-untyped,unused-ignore] # an extra
        from pyarrow import parquet

        kinds: Mapping[type, Any] = {
            str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32(),
            tuple: pa.list_(pa.float64(), 2),
        }  # fmt: skip
        schemas = {name: pa.schema([(key, kinds[kind]) for key, kind in keys.items()]) for name, keys in TABLES.items()}
        self._table = pa.Table
        self._files = {name: io.BytesIO() for name in TABLES}
        self._writers = {name: parquet.ParquetWriter(self._files[name], schemas[name]) for name in TABLES}
        self._rows: dict[str, list[Cells]] = {name: [] for name in TABLES}
        self.plans = 0

    def add(self, case: Case) -> None:
        """The rows of one case."""
        for name, rows in self._rows.items():
            rows.extend(rows_of(name, case))
        self.plans += 1
        if self.plans % AT_ONCE == 0:
            self._write()

    def files(self) -> list[tuple[str, bytes]]:
        """Each table as a file with its name; nothing can be added any more."""
        self._write()
        for writer in self._writers.values():
            writer.close()
        return [(f"{name}{ENDING}", file.getvalue()) for name, file in self._files.items()]

    def _write(self) -> None:
        for name, rows in self._rows.items():
            writer = self._writers[name]
            writer.write_table(self._table.from_pylist(rows, schema=writer.schema))
            rows.clear()
