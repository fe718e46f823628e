"""Antakelse: a fact of which nobody knows that it is so – where in a record each stands, and the record without."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.post import Post

P = TypeVar("P", bound=Post)


class Antakelse(NamedTuple):
    """One fact that is assumed: where it stands, and the records around it, from the outermost to its own."""

    place: Place
    poster: tuple[Post, ...]
    felt: str

    @property
    def verdi(self) -> Any:
        """What is assumed."""
        return self.poster[-1].antatt[self.felt]


def antatt_i(post: Post, at: Place) -> Iterator[Antakelse]:
    """All that is assumed in a record, which stands there."""
    if _har_antakelse(post):
        yield from _antatt_i(post, at, ())


def _antatt_i(post: Post, at: Place, utenfor: tuple[Post, ...]) -> Iterator[Antakelse]:
    around = (*utenfor, post)
    for name in post.antatt:
        yield Antakelse(_under(at, post, name), around, name)
    for name, value in _inni(post):
        for inner, here in _poster(value, _under(at, post, name)):
            yield from _antatt_i(inner, here, around)


def uten(post: P, at: Place, places: Collection[Place] | None = None) -> P:
    """The record where nobody knows what is assumed in it; if places are given, only of what stands there."""
    return _uten(post, at, places) if _har_antakelse(post) else post


def _uten(post: P, at: Place, places: Collection[Place] | None) -> P:
    changed: dict[str, Any] = {}
    for name, value in _inni(post):
        listed = _poster(value, _under(at, post, name))
        new = [_uten(inner, here, places) for inner, here in listed]
        if any(now is not was for now, (was, _) in zip(new, listed, strict=True)):
            changed[name] = tuple(new) if isinstance(value, tuple) else new[0]
    unknown = [name for name in post.antatt if places is None or _under(at, post, name) in places]
    found = post.model_copy(update=changed) if changed else post
    return found.uten(unknown) if unknown else found


@en_gang  # hardly any has one, and it is asked of every record for each assumption that is tried without
def _har_antakelse(post: Post) -> bool:
    return _er_noe_antatt(post)


def _er_noe_antatt(post: Post) -> bool:
    # Every record comes by here: no places are made of what is in order, and no generators.
    if post.antatt:
        return True
    for name in felt_med_poster(type(post)):
        value = getattr(post, name)
        if type(value) is tuple:
            for each in value:
                if isinstance(each, Post) and _er_noe_antatt(each):
                    return True
        elif isinstance(value, Post) and _er_noe_antatt(value):
            return True
    return False


def _inni(post: Post) -> Iterator[tuple[str, Any]]:
    """The facts of a record that may be records themselves. What is assumed as a whole is one assumption."""
    return ((name, getattr(post, name)) for name in felt_med_poster(type(post)) if name not in post.antatt)


def _poster(value: Any, at: Place) -> list[tuple[Post, Place]]:
    """A record, or those of a list, with where each stands."""
    if isinstance(value, Post):
        return [(value, at)]
    listed = enumerate(value) if isinstance(value, tuple) else ()
    return [(post, at._replace(route=(*at.route, nr))) for nr, post in listed if isinstance(post, Post)]


def _under(at: Place, post: Post, name: str) -> Place:
    return at._replace(route=(*at.route, type(post).model_fields[name].alias or name))


@cache
def felt_med_poster(model: type[Post]) -> tuple[str, ...]:
    """The fields that may hold records: most models have none, and need not be looked through."""
    return tuple(name for name, info in model.model_fields.items() if _nevner_post(info.annotation))


def _nevner_post(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Post):
        return True
    return any(map(_nevner_post, getattr(annotation, "__args__", ())))
