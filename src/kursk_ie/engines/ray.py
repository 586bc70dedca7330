"""Reading on Ray Data.

import ray
from kursk_ie.engines.ray import extract

extract(ray.data.read_parquet("news/")).write_parquet("claims/")
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from kursk_ie.engines.batches import extract_batches
from kursk_ie.files.arrow import extraction_schema
from kursk_ie.files.extras import need


def extract(dataset: Any, **options: Any) -> Any:
    """The extractions of a ``ray.data.Dataset`` with the columns of `kursk_ie.Article`, one row each.

    Ray runs a task again whose worker process or machine died. A document that kills the process which reads it costs
    its own result alone: it comes back with an issue, see `kursk_ie.engines.batches`.

    Args:
        dataset: the articles.
        options: for ``Dataset.map_batches``, such as ``num_cpus`` or ``memory`` of a task.
    """
    return dataset.map_batches(_extract_table, **{"batch_format": "pyarrow", "batch_size": 1024, **options})


def run(articles: Path, out: Path, tasks: int) -> None:
    """Read a folder of Parquet files into another, on the cluster of ``RAY_ADDRESS`` or else on this machine.

    Raises:
        MissingExtraError: Ray is not installed.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    ray = need("ray", "ray", "--engine ray")
    data = need("ray.data", "ray", "--engine ray")
    if not ray.is_initialized():
        ray.init(**({} if "RAY_ADDRESS" in os.environ else {"include_dashboard": False}), log_to_driver=False)
    data.DataContext.get_current().enable_progress_bars = False
    extract(data.read_parquet(str(articles), override_num_blocks=tasks)).write_parquet(str(out))


def _extract_table(table: Any) -> Any:
    batches = extract_batches(table.to_batches())
    return need("pyarrow", "ray", "Ray").Table.from_batches(batches, schema=extraction_schema())
