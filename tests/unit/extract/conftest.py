"""The words of minutes in, what they say out."""

import msgspec
import pytest

from kg.extract import Scheme, extract, reading
from kg.layouts import parse
from kg.model.source import Source
from kg.profiles import NONE

HEAD = "REFERAT Vejudvalget d. 12-03-2024\n\nDeltagere: Alma Bruun, Carl Dyhr\n\n"


@pytest.fixture
def document_of():
    """Minutes of Vejudvalget on 12 March 2024 whose points are given, ready for the extractors."""

    def read(points, profile=NONE):
        source = Source("a.txt", "0" * 64, "text/plain", HEAD + points)
        return reading(source, parse(source, profile)[0], profile)

    return read


@pytest.fixture
def findings_of(document_of):
    """What minutes with these points say."""

    def read(points, profile=NONE, scheme=None):
        return extract(document_of(points, profile), scheme or Scheme())

    return read


@pytest.fixture
def said_by(findings_of):
    """What a point whose sections are given says."""

    def read(text, profile=NONE, scheme=None):
        return findings_of(f"Punkt 1: Cykelstier\n\n{text}\n", profile, scheme)

    return read


@pytest.fixture
def named_in(said_by):
    """The agents that a sentence of a case's presentation names: (kind, name)."""

    def read(sentence, profile=NONE):
        return [(one.kind, one.name) for one in said_by(f"Sagsfremstilling\n\n{sentence}", profile).mentions]

    return read


@pytest.fixture
def spans_of():
    """Every finding of a document with a place of its own, those inside others included."""

    def read(findings):
        waiting = [each for kind in msgspec.structs.astuple(findings) for each in kind]
        while waiting:
            one = waiting.pop()
            yield one
            for field in one.__struct_fields__:
                inner = getattr(one, field)
                if isinstance(inner, tuple):
                    waiting.extend(each for each in inner if isinstance(each, msgspec.Struct))

    return read
