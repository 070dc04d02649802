"""Running the stages that see one document: here, or on several processes."""

from kg.jobs.run import run
from kg.jobs.worker import Limits

__all__ = ["Limits", "run"]
