"""The one error that its reader can mend."""

from dataclasses import dataclass


@dataclass(eq=False)
class Problem(Exception):
    """Something is wrong, at a place the reader knows, and there is a way to mend it.

    Raised deep and printed once, as one line: ``where: what; mend``.

    ``where`` is a file name, with ``:line`` where there is one, or the part of the command line.
    ``wrong_use`` tells a call that can never work (exit 2) from work that failed (exit 1).
    """

    where: str
    what: str
    mend: str = ""
    wrong_use: bool = False

    def __str__(self) -> str:
        said = f"{self.where}: {self.what}" if self.where else self.what
        return f"{said}; {self.mend}" if self.mend else said
