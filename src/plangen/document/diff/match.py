"""Two trees of parts -> which part of the one is which of the other.

By id within a kind, whatever the place; then from the top down among the parts of matched parts: equal text in order,
equal text out of order, then the most alike of those between; at last, anywhere in the document, what is left.

What is equal costs no more than to read it. Likeness is looked at only between what is near in the same place, or has
rare words in common.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import field
from itertools import chain

from plangen.dataclass import dataclass
from plangen.document.diff.keys import key_weight
from plangen.document.diff.likeness import Likeness
from plangen.document.diff.parts import GOAL_LINES, Part
from plangen.document.diff.regroup import Group, groups
from plangen.document.diff.sequence import common
from plangen.document.nodes import Paragraph

ALIKE = 0.45
"""The likeness from which two parts in the same place are one that was edited."""

RENAMED_ALIKE = 0.6
"""The likeness from which they are so although the content gives them ids that differ."""

MOVED_ALIKE = 0.7
"""The likeness from which two parts in different places are one that was moved and edited."""

LEAST_MOVED = 30
"""Characters that a part without an id must say to be known again in another place."""

NEVER = 2.0
"""A likeness that nothing has."""

SLIGHT = 0.001
"""What speaks for two lists being one that have nothing in common but their place."""


@dataclass(slots=True)
class Matching:
    """Pairs of parts, found from either side; and by each of its parts the group of paragraphs split or merged."""

    to_head: dict[Part, Part] = field(default_factory=dict)
    to_base: dict[Part, Part] = field(default_factory=dict)
    groups: dict[Part, Group] = field(default_factory=dict)

    def pair(self, base: Part, head: Part) -> None:
        """Notes that two parts are one."""
        self.to_head[base] = head
        self.to_base[head] = base

    def pair_all(self, base: Part, head: Part) -> None:
        """Notes that two parts are one, and so all that they hold, since it is the same."""
        self.pair(base, head)
        for one, other in zip(base.parts, head.parts, strict=True):
            self.pair_all(one, other)

    def dissolve(self, group: Group) -> None:
        """Notes that paragraphs are not parts of one another after all."""
        for part in (*group.old, *group.new):
            del self.groups[part]

    def knows(self, part: Part) -> bool:
        """Whether it is known what a part has become, or come of."""
        return part in self.to_head or part in self.to_base or part in self.groups


def matched(base: Part, head: Part) -> Matching:
    """The matching of two trees."""
    found = Matching()
    found.pair(base, head)
    _by_name(base, head, found)
    _by_heading(base, head, found)
    _top_down(deque((one, other) for one, other in found.to_head.items()), found)
    for one, other in chain(_nested_otherwise(base, found), _moved(base, head, found)):
        found.pair(one, other)
        _top_down(deque([(one, other)]), found)
    return found


def _by_name(base: Part, head: Part, found: Matching) -> None:
    named = {(part.kind, part.name): part for part in head.each() if part.name}
    for part in base.each():
        other = named.get((part.kind, part.name)) if part.name else None
        if other is not None and other not in found.to_base:
            found.pair(part, other)


def _by_heading(base: Part, head: Part, found: Matching) -> None:
    """Sections without ids that are alike under words that no other section has, at whatever level they stand."""
    old, new = _by_words(base), _by_words(head)
    for words in old.keys() & new.keys():
        one, other = old[words], new[words]
        if one and other and Likeness([one.bag], [other.bag]).of(0, 0) >= ALIKE:
            found.pair(one, other)


def _by_words(whole: Part) -> dict[Hashable, Part | None]:
    """The sections without ids by their headings; None where several have one."""
    named: dict[Hashable, Part | None] = {}
    for part in whole.each():
        if part.kind == "section" and not part.name and key_weight(part.says[0]):
            named[part.says] = None if part.says in named else part
    return named


def _top_down(queue: deque[tuple[Part, Part]], found: Matching) -> None:
    while queue:
        base, head = queue.popleft()
        if base.exact == head.exact:
            found.pair_all(base, head)
            continue
        old = [part for part in base.parts if not found.knows(part)]
        new = [part for part in head.parts if not found.knows(part)]
        for one, other in _pairs(old, new, found):
            found.pair(one, other)
            queue.append((one, other))


def _pairs(old: Sequence[Part], new: Sequence[Part], found: Matching) -> Iterator[tuple[Part, Part]]:
    """Among the parts of two that are one: the equal, in order and then in any, and between those the alike."""
    gaps: list[tuple[Sequence[Part], Sequence[Part]]] = []
    for old_start, old_end, new_start, new_end, equal in common([each.key for each in old], [each.key for each in new]):
        if equal:
            yield from zip(old[old_start:old_end], new[new_start:new_end], strict=True)
        else:
            gaps.append((old[old_start:old_end], new[new_start:new_end]))
    out_of_order = list(_equal([part for gap, _ in gaps for part in gap], [part for _, gap in gaps for part in gap]))
    yield from out_of_order
    moved = {part for pair in out_of_order for part in pair}
    for before, after in gaps:
        one, other = ([part for part in gap if part not in moved] for gap in (before, after))
        pairs = list(_alike(one, other))
        partners = {part: partner for pair in pairs for part, partner in (pair, pair[::-1])}
        for group in groups(one, other, partners):
            found.groups |= dict.fromkeys((*group.old, *group.new), group)
        yield from (pair for pair in pairs if not found.groups.keys() & set(pair))


def _equal(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Parts that say the same, the first with the first."""
    waiting: dict[Hashable, deque[Part]] = defaultdict(deque)
    for part in new:
        if part.weight > 1:
            waiting[part.key].append(part)
    for part in old:
        if waiting.get(part.key):
            yield part, waiting[part.key].popleft()


def _alike(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """The pairs of a gap that are in order and have the greatest likeness in all."""
    if not old or not new:
        return

    likeness = Likeness([part.bag for part in old], [part.bag for part in new])

    def score(one: int, other: int) -> float:
        least = _least(old[one], new[other])
        value = likeness.of(one, other) if least < NEVER else 0.0
        if value < least:
            return 0.0
        return value + (1 if _same_heading(old[one], new[other]) else SLIGHT)

    for one, other in likeness.pairs(score):
        yield old[one], new[other]


def _least(one: Part, other: Part) -> float:
    """The likeness that two parts in one place must have to be one."""
    if one.kind != other.kind or (one.kind == "item" and (one.name or other.name)):
        return NEVER
    if one.kind in ("list", "terms", "break", "contents") or (one.kind == "term" and one.says == other.says):
        return 0
    if _same_heading(one, other):
        return 0
    roles = {part.node.role if isinstance(part.node, Paragraph) else "" for part in (one, other)}
    if roles & set(GOAL_LINES):
        return 0 if len(roles) == 1 else NEVER
    return RENAMED_ALIKE if one.name or other.name else ALIKE


def _same_heading(one: Part, other: Part) -> bool:
    """Whether two parts in one place are sections under the same words."""
    return one.kind == other.kind == "section" and one.says == other.says and bool(key_weight(one.says[0]))


def _nested_otherwise(base: Part, found: Matching) -> Iterator[tuple[Part, Part]]:
    """Items that stand elsewhere in the same list, at another level, and say the same, however little that is."""
    for part in base.each():
        if part.kind == "list" and part in found.to_head:
            old, new = (
                [each for each in whole.each() if each.kind == "item" and not found.knows(each)]
                for whole in (part, found.to_head[part])
            )
            yield from (pair for pair in _equal(old, new) if not (found.knows(pair[0]) or found.knows(pair[1])))


def _moved(base: Part, head: Part, found: Matching) -> Iterator[tuple[Part, Part]]:
    """What is left of both that is the same anywhere, and then what is alike; each as the whole of what was moved."""
    old = [part for part in base.each() if not found.knows(part) and _recognisable(part)]
    new = [part for part in head.each() if not found.knows(part) and _recognisable(part)]
    for part, other in _equal(old, new):
        if not found.knows(part) and not found.knows(other):
            yield part, other
    old = [part for part in old if not found.knows(part)]
    new = [part for part in new if not found.knows(part)]
    likeness = Likeness([part.bag for part in old], [part.bag for part in new])
    for index, part in enumerate(old):
        free = [at for at in likeness.likely(index) if part.kind == new[at].kind and not found.knows(new[at])]
        best = max(free, key=lambda at: likeness.of(index, at), default=None)
        if best is not None and likeness.of(index, best) >= MOVED_ALIKE and not found.knows(part):
            yield part, new[best]


def _recognisable(part: Part) -> bool:
    """Whether a part says so much that what says the same elsewhere is the same."""
    if part.name and part.kind != "section":
        return False
    return part.weight > LEAST_MOVED and part.kind not in ("break", "contents", "term")
