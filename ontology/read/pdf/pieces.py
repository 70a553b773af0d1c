"""The pieces of text that a page of a PDF draws: where each stands, how large, how bold.

ISO 32000-1, sections 8.3 (coordinates), 8.10 (forms), 9.3 and 9.4 (text). Fonts are pypdf's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ontology.problem import Problem
from ontology.read.pdf.drawn import Rule, Upright, box_drawn, line_drawn
from ontology.read.pdf.fonts import is_bold, letters, read_font
from ontology.read.pdf.matrix import (
    TURNED,
    UPRIGHT,
    Matrix,
    as_matrix,
    as_numbers,
    moved,
    times,
)

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

MOST_OPERATIONS = 3_000_000
DEEPEST_FORM = 8
COST_OF_FORM = 500
"""Operations that beginning a form is worth."""
FARTHEST = 100_000
"""Points: nobody sees what is drawn there, and what is no number is not less."""


class Piece(NamedTuple):
    """Some letters on one baseline; lengths in points, ``y`` grows upwards."""

    x: float
    y: float
    end: float
    size: float
    text: str
    bold: bool = False
    artifact: bool = False
    """The page says that it is no content: a running head."""
    style: str = ""
    """Its font and colour."""


@dataclass(slots=True)
class Page:
    """What is drawn on a page."""

    pieces: list[Piece] = field(default_factory=list)
    drawn: list[Rule | Upright] = field(default_factory=list)
    """Lines, and the edges of boxes."""
    pictures: int = 0
    turned: int = 0
    """Letters that do not stand upright: left out."""


@dataclass(slots=True)
class Budget:
    """How many operations may still be done for a document."""

    where: str
    left: int = MOST_OPERATIONS

    def spend(self, operations: int = 1) -> None:
        """Some operations; Problem when there were too many."""
        self.left -= operations
        if self.left < 0:
            what = f"draws with more than {MOST_OPERATIONS:,} operations"
            raise Problem(self.where, what, "give only the pages with the glossary")


@dataclass(frozen=True, slots=True)
class State:
    """What ``q`` saves and ``Q`` brings back."""

    matrix: Matrix = UPRIGHT
    font: "Font | None" = None
    bold: bool = False
    size: float = 0.0
    spread: float = 0.0
    word_spread: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    outlined: bool = False
    colour: str = ""


def read_page(page: "PageObject", budget: Budget) -> Page:
    """What the page draws, forms within it too, as its reader holds it upright."""
    drawn = Page()
    turned = TURNED.get(page.rotation % 360, UPRIGHT)
    resources = page.get("/Resources")
    contents = page.get("/Contents")
    if contents is not None:
        _Drawing(drawn, page.pdf, budget, State(turned)).run(contents, resources)
    return drawn


class _Drawing:
    """Runs a content stream; what it draws is put into ``drawn``."""

    def __init__(self, drawn: Page, pdf: Any, budget: Budget, state: State, depth: int = 0) -> None:
        self.drawn, self.pdf, self.budget, self.depth = drawn, pdf, budget, depth
        self.state = state
        self.saved: list[State] = []
        self.line = self.text = UPRIGHT
        self.marks: list[bool] = [False]
        """Of each open mark, whether it or one around it says that it holds no content."""
        self.point = (0.0, 0.0)
        self.resources: Any = {}
        self.fonts: dict[str, Font | None] = {}

    def run(self, contents: Any, resources: Any) -> None:
        """Does what the operators of a stream say."""
        from pypdf.generic import ContentStream

        self.resources = _dictionary(resources)
        contents = contents.get_object()
        for operands, operator in ContentStream(contents, self.pdf, "bytes").operations:
            self.budget.spend()
            # Operands that are missing or of another kind make an operator nothing.
            try:
                self._do(operator, operands)
            except (TypeError, ValueError, IndexError, AttributeError):
                continue

    def _do(self, operator: bytes, operands: Any) -> None:
        if operator in _SHOWING:
            self._show_operator(operator, operands)
        elif operator in _PLACING:
            self._place(operator, as_numbers(operands))
        elif operator in _SETTING:
            self._set(operator, operands)
        elif operator in _COLOURING:
            self.state = replace(self.state, colour=" ".join(map(str, operands)))
        elif operator == b"q" and len(self.saved) < 1_000:
            self.saved.append(self.state)
        elif operator == b"Q" and self.saved:
            self.state = self.saved.pop()
        elif operator == b"cm":
            self.state = replace(self.state, matrix=times(as_matrix(operands), self.state.matrix))
        elif operator in {b"m", b"l", b"re"}:
            self._path(operator, as_numbers(operands))
        else:
            self._hold(operator, operands)

    def _hold(self, operator: bytes, operands: Any) -> None:
        """Pictures and forms, and marks around what is drawn (section 14.6)."""
        if operator == b"Do":
            self._draw_object(str(operands[0]))
        elif operator == b"INLINE IMAGE":
            self.drawn.pictures += 1
        elif operator in {b"BMC", b"BDC"}:
            self.marks.append(self.marks[-1] or str(operands[0]) == "/Artifact")
        elif operator == b"EMC" and len(self.marks) > 1:
            self.marks.pop()

    def _set(self, operator: bytes, operands: Any) -> None:
        """How text is to be shown from now on."""
        if operator == b"Tf":
            self._set_font(str(operands[0]), float(operands[1]))
            return
        number = float(operands[0])
        if operator == b"Tc":
            self.state = replace(self.state, spread=number)
        elif operator == b"Tw":
            self.state = replace(self.state, word_spread=number)
        elif operator == b"Tz":
            self.state = replace(self.state, stretch=number / 100)
        elif operator == b"TL":
            self.state = replace(self.state, leading=number)
        elif operator == b"Ts":
            self.state = replace(self.state, rise=number)
        elif operator == b"Tr":
            self.state = replace(self.state, outlined=number == 2)

    def _place(self, operator: bytes, numbers: Sequence[float]) -> None:
        """Moves the pen: ``BT``, ``Td``, ``TD``, ``Tm``, ``T*``."""
        if operator == b"BT":
            self.line = UPRIGHT
        elif operator == b"Tm":
            self.line = as_matrix(numbers)
        else:
            across, up = (0.0, -self.state.leading) if operator == b"T*" else numbers[:2]
            if operator == b"TD":
                self.state = replace(self.state, leading=-up)
            self.line = times((1.0, 0.0, 0.0, 1.0, across, up), self.line)
        self.text = self.line

    def _show_operator(self, operator: bytes, operands: Any) -> None:
        if operator == b"TJ":
            for some in operands[0]:
                if isinstance(some, (bytes, str)):
                    self._show(some)
                else:
                    back = -float(some) / 1000 * self.state.size * self.state.stretch
                    self.text = times((1.0, 0.0, 0.0, 1.0, back, 0.0), self.text)
            return
        if operator == b'"':
            self._set(b"Tw", operands)
            self._set(b"Tc", operands[1:])
        if operator != b"Tj":
            self._place(b"T*", ())
        self._show(operands[-1])

    def _show(self, shown: bytes | str) -> None:
        """Letters at the pen, which they move."""
        state = self.state
        if state.font is None:
            return
        text, points = letters(shown, state.font)
        spread = len(points) * state.spread + text.count(" ") * state.word_spread
        width = (sum(points) / 1000 * state.size + spread) * state.stretch
        placed = times((1.0, 0.0, 0.0, 1.0, 0.0, state.rise), times(self.text, state.matrix))
        across, slant, up = placed[0], placed[1], placed[3]
        self.text = times((1.0, 0.0, 0.0, 1.0, width, 0.0), self.text)
        end = times(self.text, state.matrix)[4]
        if abs(slant) > abs(across) or across < 0:
            self.drawn.turned += len("".join(text.split()))
        elif text:
            size = abs(state.size * up) or abs(state.size * across)
            bold, artifact = state.bold or state.outlined, self.marks[-1]
            style = f"{state.font.name} {state.colour}"
            piece = Piece(placed[4], placed[5], end, size, text, bold, artifact, style)
            if 0 < size < FARTHEST and all(abs(at) < FARTHEST for at in (*placed[4:], end)):
                self.drawn.pieces.append(piece)

    def _set_font(self, name: str, size: float) -> None:
        if name not in self.fonts:
            self.fonts[name] = None
            self.fonts[name] = self._font(name)
        font = self.fonts[name]
        self.state = replace(self.state, font=font, size=size, bold=bool(font and is_bold(font)))

    def _font(self, name: str) -> "Font | None":
        found = _dictionary(_dictionary(self.resources.get("/Font")).get(name))
        return read_font(found) if found else None

    def _draw_object(self, name: str) -> None:
        """A picture is counted, a form is run."""
        found = _dictionary(_dictionary(self.resources.get("/XObject")).get(name))
        if not found:
            return
        if found.get("/Subtype") == "/Image":
            self.drawn.pictures += 1
        elif found.get("/Subtype") == "/Form" and self.depth < DEEPEST_FORM:
            self.budget.spend(COST_OF_FORM)
            placed = times(as_matrix(found.get("/Matrix", UPRIGHT)), self.state.matrix)
            state = replace(self.state, matrix=placed)
            form = _Drawing(self.drawn, self.pdf, self.budget, state, self.depth + 1)
            form.marks = [self.marks[-1]]
            form.run(found, found.get("/Resources", self.resources))

    def _path(self, operator: bytes, numbers: Sequence[float]) -> None:
        """Keeps lines that are level or upright: those of tables."""
        point = moved(numbers[0], numbers[1], self.state.matrix)
        if operator == b"l":
            self.drawn.drawn += line_drawn(self.point, point)
        elif operator == b"re":
            far = moved(numbers[0] + numbers[2], numbers[1] + numbers[3], self.state.matrix)
            self.drawn.drawn += box_drawn(point, far)
        self.point = point


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PLACING = frozenset({b"BT", b"Td", b"TD", b"Tm", b"T*"})
_COLOURING = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})
_SETTING = frozenset({b"Tf", b"Tc", b"Tw", b"Tz", b"TL", b"Ts", b"Tr"})


def _dictionary(found: Any) -> Any:
    """A dictionary, wherever it stands; an empty one for anything else."""
    found = found.get_object() if hasattr(found, "get_object") else found
    return found if isinstance(found, Mapping) else {}
