"""What every page shares, be it a file that one sends to a colleague or a page of the explorer: look and shell."""

from kg.web.shell import Around, asset, environment, script_json, standalone

__all__ = ["Around", "asset", "environment", "script_json", "standalone"]
