"""What the library costs: run with ``python -m benchmarks.throughput`` and ``python -m benchmarks.loading``."""
