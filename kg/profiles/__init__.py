"""Profiles of authorities: local facts as data."""

from kg.profiles.profile import NONE, Profile, choose, load, shipped

__all__ = ["NONE", "Profile", "choose", "load", "shipped"]
