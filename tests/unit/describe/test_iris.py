"""Identifiers of data: the contract's table."""

import pytest

from kg.describe import Iris
from kg.model.entity import Entity

IRIS = Iris("https://data.klintevig.example/")
BASE = "https://data.klintevig.example"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (IRIS.authority("Klintevig Kommune"), "klintevig"),
        (IRIS.authority("Østre Ås Kommune"), "oestre-aas"),
        (IRIS.authority("Region Klint"), "region-klint"),
        (IRIS.authority(""), "unknown"),
        (IRIS.document("0123456789abcdef" * 4), "document/0123456789abcdef"),
        (IRIS.case("Klintevig Kommune", "30/101"), "klintevig/case/30-101"),
        (IRIS.case("", "27.03.10-G01-7-30"), "unknown/case/27.03.10-G01-7-30"),
        (IRIS.case("", "30 <b>"), "unknown/case/30--b-"),
        (IRIS.meeting("Klintevig Kommune", "direktionen", "2031-01-05"), "klintevig/meeting/direktionen/2031-01-05"),
        (
            IRIS.meeting("Klintevig Kommune", "direktionen", "2031-01-05", 2),
            "klintevig/meeting/direktionen/2031-01-05-2",
        ),
    ],
)
def test_iris(iri, expected):
    assert iri == f"{BASE}/{expected}"


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("unit", "unit"),
        ("body", "body"),
        ("person", "person"),
        ("director", "person"),
        ("organisation", "organisation"),
    ],
)
def test_agents(kind, place):
    entity = Entity("Klintevig Kommune", kind, "Tora Lind", (), "tora-lind")
    assert IRIS.agent(entity) == f"{BASE}/klintevig/{place}/tora-lind"
