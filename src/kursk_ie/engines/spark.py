"""Reading on Spark.

from kursk_ie.engines.spark import extract

extract(spark.read.parquet("news/")).write.parquet("claims/")
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from kursk_ie.engines.batches import extract_batches
from kursk_ie.errors import MissingExtraError
from kursk_ie.files.arrow import extraction_schema
from kursk_ie.files.extras import need


def extract(frame: Any) -> Any:
    """The extractions of a ``pyspark.sql.DataFrame`` with the columns of `kursk_ie.Article`, one row each.

    Spark runs a task again whose worker process or machine died. A document that kills the process which reads it costs
    its own result alone: it comes back with an issue, see `kursk_ie.engines.batches`.
    """
    return frame.mapInArrow(extract_batches, spark_schema())


def spark_schema() -> str:
    """The columns of an extraction, as Spark's DDL.

    >>> spark_schema()[:40]
    '`schema_version` STRING, `document` STRU'
    """
    return ", ".join(f"`{field.name}` {_type(field.type)}" for field in extraction_schema())


def run(articles: Path, out: Path, tasks: int) -> None:
    """Read a folder of Parquet files into another, with the session that is there or that Spark's own settings make.

    Raises:
        MissingExtraError: pyspark is not installed, or Java is not.
    """
    sql = need("pyspark.sql", "spark", "--engine spark")
    if "SPARK_REMOTE" not in os.environ and "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        raise MissingExtraError("java-missing", "--engine spark needs Java: install Java 17 or later")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the first python3 of the path
    session = sql.SparkSession.builder.appName("kursk_ie").getOrCreate()
    frame = session.read.parquet(articles.resolve().as_uri()).repartition(tasks)
    extract(frame).write.parquet(out.resolve().as_uri())


def _type(type: Any) -> str:
    types = need("pyarrow", "spark", "Spark").types
    if types.is_list(type):
        return f"ARRAY<{_type(type.value_type)}>"
    if types.is_struct(type):
        return f"STRUCT<{', '.join(f'`{field.name}`: {_type(field.type)}' for field in type)}>"
    return _SCALARS[str(type)]


_SCALARS = {
    "string": "STRING",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "bool": "BOOLEAN",
    "date32[day]": "DATE",
}
