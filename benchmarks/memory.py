"""One build in a process of its own: `python -m benchmarks.memory FOLDER STORE` prints its seconds and peak bytes."""

import sys
import time
from pathlib import Path

from benchmarks.stages import build


def peak() -> int:
    """The most memory that this process has held at once, in bytes.

    Linux tells it of the program alone; `getrusage` would count the parent's memory at the moment of the fork as well.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    """Build the second argument's store from the first argument's folder, and print what it took."""
    folder, store = map(Path, sys.argv[1:])
    start = time.perf_counter()
    build(folder, store)
    sys.stdout.write(f"{time.perf_counter() - start} {peak()}\n")


if __name__ == "__main__":
    main()
