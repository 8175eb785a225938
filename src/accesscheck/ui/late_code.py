"""Code that Qt's bindings run at every start and need only to word an error or a signature: run when first used.

Measured with PySide6 6.12: a fifth of the time it takes to import Qt, most of it for what they import in turn.
"""

from __future__ import annotations

import marshal
from types import CodeType

LATE = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/tool", "lib/enum_sig", "lib/pyi_generator")
)
"""Their modules by file name. They ask `mapping` beside these past its attributes, so that one is not put off."""

_WHOLE = b"the whole module"
_UNTIL_USED = f"""
def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    import marshal
    module = globals()
    del module["__getattr__"]
    exec(marshal.loads({_WHOLE!r}), module)
    return module[name]
"""


def run_late(code: CodeType) -> CodeType:
    """The code of a module that becomes the one of `code` when somebody first asks it for a name."""
    return _with(compile(_UNTIL_USED, __file__, "exec"), marshal.dumps(code))


def _with(code: CodeType, whole: bytes) -> CodeType:
    """The code with the bytes of the whole module put in, however deep they stand."""
    return code.replace(co_consts=tuple(_constant(one, whole) for one in code.co_consts))


def _constant(one: object, whole: bytes) -> object:
    if isinstance(one, CodeType):
        return _with(one, whole)
    return whole if one == _WHOLE else one
