"""Profiles of authorities: local facts as data."""

from kg.profiles.profile import NONE, Profile, load, shipped

__all__ = ["NONE", "Profile", "load", "shipped"]
