"""Where the nodes of a network stand: computed beforehand, so that a page is steady at once and the same every time.

Small networks of two kinds stand in two columns. In others a force (Fruchterman and Reingold's, by python-igraph) draws
together what is tied; what hangs together is laid out apart from the rest and the pieces set beside each other; nodes
that would cover one another are pushed apart.
"""

import math
import random
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import igraph

Place = tuple[float, float]
Box = tuple[float, float, float, float]
_SEED = 20
_ROW, _COLUMN = 30, 520  # pixels between rows and columns
_SWEEPS = 12
_MANY = 300  # from so many nodes on those that belong together are laid out apart, in circles
_AIR = ((12, 140), (60, 70), (_MANY, 44))  # up to so many nodes, so many pixels between them, more or less
_LITTLE_AIR = 10  # pixels between the nodes of a circle
_ASPECT = 1.4  # a picture is that much wider than high
_TIGHT = 0.35  # circles begin as near to each other as that, and are then pushed apart
_ACROSS = 0.12  # how much a tie between two communities draws, of one within
_GRID = 500  # from so many nodes on igraph looks at near ones only
_ROUNDS, _LARGER = 60, 12  # of pushing apart at most; and after how many all is drawn larger
_ALMOST = 1e-6  # pixels between nodes that stand in the same place
_GAP = 6  # pixels between two nodes at least
_APART = 50  # pixels between what does not hang together
_LOCK = threading.Lock()  # igraph has one source of chance for all


class Spot(msgspec.Struct, frozen=True):
    """Where a node stands, in pixels; `side` is where its name goes: -1 left, 1 right, 0 wherever there is room."""

    x: int
    y: int
    side: int = 0


class Tied(msgspec.Struct, frozen=True):
    """Two nodes by their places, and how strongly they are tied."""

    one: int
    other: int
    weight: float


def columns(left: Sequence[int], right: Sequence[int], ties: Sequence[Tied]) -> dict[int, Spot]:
    """Two columns in which few ties cross: each node stands near the mean of those that it is tied to."""
    near: dict[int, list[Tied]] = defaultdict(list)
    for tie in ties:
        near[tie.one].append(tie)
        near[tie.other].append(Tied(tie.other, tie.one, tie.weight))
    sides = [list(left), list(right)]
    for sweep in range(_SWEEPS):
        fixed, moved = sides[sweep % 2], sides[1 - sweep % 2]
        height = {node: (place + 0.5) / len(fixed) for place, node in enumerate(fixed)}
        moved.sort(key=lambda node: (_mean(near[node], height), node))
    spots = {}
    tall = max(len(left), len(right), 1)
    for side, nodes in zip((-1, 1), sides, strict=True):
        for place, node in enumerate(nodes):
            y = ((place + 0.5) / len(nodes) - 0.5) * tall * _ROW
            spots[node] = Spot(round(side * _COLUMN / 2), round(y), side)
    return spots


def _mean(ties: Sequence[Tied], height: dict[int, float]) -> float:
    whole = sum(tie.weight for tie in ties)
    return sum(height[tie.other] * tie.weight for tie in ties) / whole if whole else 1.0


def spread(sizes: Sequence[float], ties: Sequence[Tied]) -> list[Spot]:
    """A place for each node, by their radii in pixels and the ties between them. The same for the same, always."""
    import igraph

    whole = igraph.Graph(len(sizes), [(tie.one, tie.other) for tie in ties])  # type: ignore[no-untyped-call]
    whole.es["weight"] = [1 + math.log1p(tie.weight) for tie in ties]
    whole.vs["size"] = list(sizes)
    pieces = sorted(_pieces(whole), key=lambda each: (-len(each), each[0]))
    with _LOCK:
        igraph.set_random_number_generator(random.Random(_SEED))
        try:
            laid = [_piece(_part(whole, members)) for members in pieces]
        finally:
            igraph.set_random_number_generator(random)
    moves = _packed([_box(places, [sizes[each] for each in ms]) for ms, places in zip(pieces, laid, strict=True)])
    found: dict[int, Spot] = {}
    for members, places, (dx, dy) in zip(pieces, laid, moves, strict=True):
        found |= {member: Spot(round(x + dx), round(y + dy)) for member, (x, y) in zip(members, places, strict=True)}
    return [found[node] for node in range(len(sizes))]


def _air(count: int) -> float:
    return next((air for most, air in _AIR if count <= most), _LITTLE_AIR)


def _pieces(whole: "igraph.Graph") -> list[list[int]]:
    """What hangs together."""
    return [sorted(each) for each in whole.connected_components()]  # type: ignore[no-untyped-call]


def _piece(part: "igraph.Graph") -> list[Place]:
    """The layout of what hangs together: a large piece circle by circle, each of nodes that belong together."""
    if part.vcount() < _MANY:
        return _laid(part, _belonging(part), _air(part.vcount()))
    belong = _belonging(part)
    members: dict[int, list[int]] = defaultdict(list)
    for node, circle in enumerate(belong):
        members[circle].append(node)
    inner = {circle: _laid(_part(part, nodes), [0] * len(nodes), _LITTLE_AIR) for circle, nodes in members.items()}
    radii = [_radius(inner[circle], [part.vs[node]["size"] for node in members[circle]]) for circle in sorted(members)]
    outer = part.copy()
    outer.contract_vertices(belong)
    outer.simplify(combine_edges={"weight": "sum"})
    centres = _apart([(x * _TIGHT, y * _TIGHT) for x, y in _scaled(_forced(outer), radii, 0)], radii)
    found: dict[int, Place] = {}
    for circle, nodes in members.items():
        dx, dy = centres[circle]
        found |= {node: (x + dx, y + dy) for node, (x, y) in zip(nodes, inner[circle], strict=True)}
    return [found[node] for node in range(part.vcount())]


def _part(whole: "igraph.Graph", nodes: Sequence[int]) -> "igraph.Graph":
    return whole.induced_subgraph(nodes)  # type: ignore[no-any-return]


def _belonging(part: "igraph.Graph") -> list[int]:
    """For each node the number of the community that it belongs to (Leiden's method)."""
    found = part.community_leiden("modularity", weights="weight", n_iterations=4)  # type: ignore[no-untyped-call]
    return list(found.membership)


def _laid(part: "igraph.Graph", belong: Sequence[int], air: float) -> list[Place]:
    """One layout by forces, as large as its nodes need; ties between communities draw less."""
    for edge in part.es:
        edge["weight"] *= 1.0 if belong[edge.source] == belong[edge.target] else _ACROSS
    radii = part.vs["size"]
    return _apart(_scaled(_forced(part), radii, air), radii)


def _forced(part: "igraph.Graph") -> list[Place]:
    """Fruchterman and Reingold's layout. It begins with a sunflower, so that nothing depends on chance but igraph's."""
    count = part.vcount()
    if count == 1:
        return [(0.0, 0.0)]
    layout = part.layout_fruchterman_reingold(
        weights="weight", seed=[_petal(place, count) for place in range(count)],
        niter=500 if count < _GRID else 300, grid="nogrid" if count < _GRID else "grid",
    )  # fmt: skip
    return [(float(x), float(y)) for x, y in layout]


def _radius(places: Sequence[Place], radii: Sequence[float]) -> float:
    """That of a circle around nearly all of the nodes; a few may stand outside."""
    far = sorted(math.hypot(x, y) + radius for (x, y), radius in zip(places, radii, strict=True))
    return far[int((len(far) - 1) * 0.93)]


def _petal(place: int, count: int) -> Place:
    angle, far = place * 2.399963, math.sqrt(place + 0.5) * 2
    return far * math.cos(angle), far * math.sin(angle) * min(1.0, count)


def _scaled(places: list[Place], radii: Sequence[float], air: float) -> list[Place]:
    """Centred, and as large as the nodes need: each has room for itself, `air` around it, and part of its name."""
    middle = tuple(sum(axis) / len(places) for axis in zip(*places, strict=True))
    moved = [(x - middle[0], y - middle[1]) for x, y in places]
    now = math.sqrt(sum(x * x + y * y for x, y in moved) / len(moved)) or 1.0
    room = sum((2 * radius + air) ** 2 for radius in radii)
    scale = math.sqrt(room / math.pi) / math.sqrt(2) / now * 1.25
    wide, high = (max(axis) - min(axis) or 1.0 for axis in zip(*moved, strict=True))
    if high > wide:
        moved, wide, high = [(y, x) for x, y in moved], high, wide
    stretch = min(1.4, max(0.7, math.sqrt(_ASPECT * high / wide)))
    return [(x * scale * stretch, y * scale / stretch) for x, y in moved]


def _apart(places: list[Place], radii: Sequence[float]) -> list[Place]:
    """Pushes apart what covers one another, and now and then draws all of it larger, until nothing does or the rounds
    are over.
    """
    now = list(places)
    for turn in range(1, _ROUNDS + 1):
        moved = False
        for one, other in _near(now, radii):
            (ax, ay), (bx, by) = now[one], now[other]
            dx, dy, needed = bx - ax, by - ay, radii[one] + radii[other] + _GAP
            if -needed < dx < needed and -needed < dy < needed and (far := math.hypot(dx, dy)) < needed - 0.5:
                moved = True
                half = (needed - far) / 2
                ux, uy = (dx / far, dy / far) if far > _ALMOST else (math.cos(other), math.sin(other))
                now[one] = (ax - ux * half, ay - uy * half)
                now[other] = (bx + ux * half, by + uy * half)
        if not moved:
            break
        if turn % _LARGER == 0:
            now = [(x * 1.05, y * 1.05) for x, y in now]
    return now


def _near(places: Sequence[Place], radii: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that may cover one another: those in the same or in neighbouring cells of a grid that suits nearly
    all, and the few that are too large for it with every other.
    """
    usual = sorted(radii)[int((len(radii) - 1) * 0.97)]
    cell = 2 * usual + _GAP
    grid: dict[tuple[int, int], list[int]] = defaultdict(list)
    large: list[int] = []
    for node, (x, y) in enumerate(places):
        if radii[node] > usual:
            yield from ((node, other) for other in large)
            large.append(node)
        else:
            grid[math.floor(x / cell), math.floor(y / cell)].append(node)
    for (column, row), nodes in grid.items():
        yield from combinations(nodes, 2)
        yield from product(nodes, large)
        for beside in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            if beside in grid:
                yield from product(nodes, grid[beside])


def _box(places: Sequence[Place], radii: Sequence[float]) -> Box:
    """Left, top, right and bottom of a piece with its nodes."""
    spread_out = list(zip(places, radii, strict=True))
    return (
        min(x - radius for (x, _), radius in spread_out), min(y - radius for (_, y), radius in spread_out),
        max(x + radius for (x, _), radius in spread_out), max(y + radius for (_, y), radius in spread_out),
    )  # fmt: skip


def _packed(boxes: Sequence[Box]) -> list[Place]:
    """By how much each box is moved so that none covers another: in rows, as wide as fills a picture best."""
    room = sum((right - left + _APART) * (bottom - top + _APART) for left, top, right, bottom in boxes)
    least = max((right - left for left, _, right, _ in boxes), default=0.0)
    tried = [_rows(boxes, max(least, math.sqrt(room * aspect))) for aspect in (1.2, 1.7, 2.4, 3.4)]
    return min(tried, key=lambda each: max(each[1] / _ASPECT, each[2]))[0]


def _rows(boxes: Sequence[Box], wide: float) -> tuple[list[Place], float, float]:
    """The moves that set boxes in rows of at most this width, and how wide and high it all becomes."""
    moves = []
    x = y = tall = reach = 0.0
    for left, top, right, bottom in boxes:
        if x and x + right - left > wide:
            x, y, tall = 0.0, y + tall + _APART, 0.0
        moves.append((x - left, y - top))
        x, tall = x + right - left + _APART, max(tall, bottom - top)
        reach = max(reach, x)
    return moves, reach, y + tall
