"""The types of wire objects, printed as functions that check a parsed object."""

from collections.abc import Iterator

from gallery_lens.codegen._language import quoted, quoted_list
from gallery_lens.compiled.shapes import LARGEST, Key, Shape, shape_of_element
from gallery_lens.dialects.rows import Codec


def checks(name: str, shape: Shape) -> Iterator[str]:
    """Yield the functions that tell whether parsed objects have the *shape*, inner ones first."""
    for each in shape.keys:
        if each.inner is not None:
            yield from checks(f"{name}_{each.name}", each.inner)
        elif each.row is not None and each.row.codec.shape[:1] == ("list",):
            assert each.row.codec.table is not None
            yield from checks(f"{name}_{each.name}", shape_of_element(each.row.codec.table))
    arms = "".join(
        f"case {quoted(each.name)}:if({_refused(name, each)})return false;break;" for each in shape.keys
    )
    yield (
        f"const {name}$check=(value)=>{{for(const key in value){{const held=value[key];"
        f"if(held!==undefined)switch(key){{{arms}default:return false;}}}}return true;}};"
    )


def _refused(name: str, each: Key) -> str:
    """Print when a value is not what a key has."""
    if each.inner is not None:
        test = f"!($isPlain(held)&&{name}_{each.name}$check(held))"
        return test if each.row is None else f"held!==null&&{test}"
    assert each.row is not None
    test = _test(f"{name}_{each.name}", each.row.codec)
    return f"held!==null&&!({test})" if test else "held!==null"


def _test(name: str, codec: Codec) -> str:
    """Print what holds for a usual value on the wire; nothing if none is usual."""
    match codec.shape:
        case ("text",):
            return 'typeof held==="string"'
        case ("id",):
            return 'typeof held==="string"&&!/^null\\n?$/.test(held)'
        case ("date",):
            return "$isDate(held)"
        case ("boolean",):
            return 'typeof held==="boolean"'
        case ("whole", low, high):
            ends = (-LARGEST if low is None else low, LARGEST if high is None else high)
            return f"Number.isInteger(held)&&{_range(*ends)}"
        case ("number", low, high):
            return f"Number.isFinite(held)&&{_range(low, high)}"
        case ("choice", *words):
            return f"{quoted_list(list(map(str, words)))}.includes(held)"
        case ("free",):
            return "$isPlain(held)"
        case ("texts",):
            return '$isList(held)&&held.every((each)=>typeof each==="string")'
        case ("list", most):
            few = "" if most is None else f"held.length<={most}&&"
            return f"$isList(held)&&{few}held.every((each)=>$isPlain(each)&&{name}$check(each))"
    return ""


def _range(low: float | None, high: float | None) -> str:
    tests = [f"held>={low}"] * (low is not None) + [f"held<={high}"] * (high is not None)
    return "&&".join(tests) or "true"
