"""Running the stages that see one document: here, or on several processes."""

from kg.jobs.run import run

__all__ = ["run"]
