"""``typing.NamedTuple`` at a tenth of its price: a lint imports sixty of them, and each cost 0.15 ms of every cold run.

The standard one compiles a constructor and every annotation when the class is made. Here the constructor is a ready one
with the names of its arguments replaced, and annotations stay the strings they are. For a type checker it is the same
class, and so it is for whoever uses it.
"""

from __future__ import annotations

TYPE_CHECKING = False  # a type checker takes it for true by its name: importing typing costs more than these classes
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from types import FunctionType

    _new = tuple.__new__
    _MAKERS = (
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
    )

    class _Named(tuple):
        """What every such tuple can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

        def __getnewargs__(self):
            return tuple(self)

    def _maker(name, fields, defaults):
        """A constructor that takes ``fields``, of which the last have ``defaults``."""
        if len(fields) > len(_MAKERS):
            if defaults:
                raise TypeError(f"{name}: no defaults beside more than {len(_MAKERS)} fields")

            def maker(_cls, *given, **named):
                made = _new(_cls, (*given, *map(named.pop, fields[len(given) :])))
                if len(made) != len(fields) or named:
                    raise TypeError(f"{name}: expected {', '.join(fields)}")
                return made

            return maker
        maker = _MAKERS[len(fields) - 1]
        code = maker.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
        return FunctionType(code, maker.__globals__, "__new__", defaults)

    class _Maker(type):
        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            if not bases:
                return super().__new__(cls, name, bases, body)
            if not fields:
                raise TypeError(f"{name}: no fields")
            given = [field for field in fields if field in body]
            if given != list(fields[len(fields) - len(given) :]):
                raise TypeError(f"{name}: a field without default follows one with a default")
            defaults = {field: body.pop(field) for field in given}
            made = _maker(name, fields, tuple(defaults.values()))
            made.__annotations__ = body.get("__annotations__", {})
            places = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            head = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type(name, (_Named,), {**body, **head, **places, "__new__": made})

    class NamedTuple(metaclass=_Maker):
        """See ``typing.NamedTuple``."""
