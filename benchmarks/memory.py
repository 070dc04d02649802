"""The most memory that one run of `kg` takes: `python -m benchmarks.memory build FOLDER …` prints it in bytes, last."""

import sys
from contextlib import suppress
from pathlib import Path


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
    """Run `kg` with this process's arguments, and print the peak on a line of its own."""
    from kg.cli import main as kg

    with suppress(SystemExit):
        kg()
    sys.stdout.write(f"\n{peak()}\n")


if __name__ == "__main__":
    main()
