"""Where the nodes of networks stand."""

import itertools
import math
import random

import pytest

from kg.pictures.network.places import Tied, columns, spread


def grown(count: int, pieces: int = 1) -> list[Tied]:
    """A network of so many nodes that hang together in pieces, each a ring with some ties across."""
    rng = random.Random(count)
    each = count // pieces
    ties = []
    for piece in range(pieces):
        first = piece * each
        ties += [Tied(first + i, first + (i + 1) % each, 1) for i in range(each)]
        ties += [
            Tied(first + rng.randrange(each // 2), first + each // 2 + rng.randrange(each // 2), 3) for _ in range(each)
        ]
    return ties


@pytest.mark.parametrize(("count", "pieces"), [(8, 1), (40, 2), (120, 1), (400, 2)])
def test_no_node_covers_another(count: int, pieces: int) -> None:
    sizes = [5.0 + node % 7 for node in range(count)]
    spots = spread(sizes, grown(count, pieces))
    near = [
        (a, b)
        for a, b in itertools.combinations(range(count), 2)
        if math.dist((spots[a].x, spots[a].y), (spots[b].x, spots[b].y)) < sizes[a] + sizes[b]
    ]
    assert near == []


def test_places_are_the_same_every_time_whatever_chance_did_before() -> None:
    ties = grown(350)
    first = spread([6.0] * 350, ties)
    random.seed(7)
    random.random()
    assert spread([6.0] * 350, ties) == first


def test_chance_of_others_is_left_as_it_was() -> None:
    import igraph

    random.seed(3)
    expected = igraph.Graph.Erdos_Renyi(20, 0.3).get_edgelist()
    random.seed(3)
    spread([6.0] * 10, grown(10))
    assert igraph.Graph.Erdos_Renyi(20, 0.3).get_edgelist() == expected


def test_what_is_tied_stands_nearer_than_what_is_not() -> None:
    ties = [Tied(a, b, 1) for half in (range(10), range(10, 20)) for a, b in itertools.combinations(half, 2)]
    spots = spread([6.0] * 20, [*ties, Tied(0, 10, 1)])

    def mean(pairs) -> float:
        far = [math.dist((spots[a].x, spots[a].y), (spots[b].x, spots[b].y)) for a, b in pairs]
        return sum(far) / len(far)

    assert mean(itertools.combinations(range(10), 2)) * 2 < mean(itertools.product(range(10), range(10, 20)))


def test_pieces_that_do_not_hang_together_stand_apart() -> None:
    spots = spread([6.0] * 40, grown(40, 2))
    boxes = [
        (min(s.x for s in part), min(s.y for s in part), max(s.x for s in part), max(s.y for s in part))
        for part in (spots[:20], spots[20:])
    ]
    (l1, t1, r1, b1), (l2, t2, r2, b2) = boxes
    assert r1 < l2 or r2 < l1 or b1 < t2 or b2 < t1


def test_two_columns_have_their_names_outside_and_what_is_tied_side_by_side() -> None:
    spots = columns([0, 1, 2], [3, 4, 5], [Tied(0, 5, 2), Tied(1, 4, 2), Tied(2, 3, 2)])
    assert [spots[node].side for node in range(6)] == [-1, -1, -1, 1, 1, 1]
    assert {spots[node].x for node in (0, 1, 2)} != {spots[node].x for node in (3, 4, 5)}
    assert [spots[0].y, spots[1].y, spots[2].y] == [spots[5].y, spots[4].y, spots[3].y]


def test_an_empty_network_has_no_places() -> None:
    assert spread([], []) == []
    assert columns([], [], []) == {}
