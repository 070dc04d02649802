"""Profiles of authorities: local facts as data."""

from kg.profiles.days import meant_on, of_day
from kg.profiles.load import load
from kg.profiles.profile import NONE, Profile, shipped

__all__ = ["NONE", "Profile", "load", "meant_on", "of_day", "shipped"]
