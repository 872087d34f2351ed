"""Charts of a paper: the same course as on the pages, in black, white and one colour, readable without it."""

from interfaces.german.chart import HEIGHT, LEFT, RIGHT, WIDTH, Chart
from interfaces.papers.blocks import Drawing

INK, AGREED, OFF, SHADE, ZERO = "#171a2b", "#3b4cb8", "#a8201a", "#e3ece4", "#999"
SIZE = 11


def drawing(chart: Chart, title: str, words: str) -> Drawing:
    """A chart as a picture; its colours and shapes say what `words` says too."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' font-family="Libertinus Serif" font-size="{SIZE}">'
    ]
    if chart.agreed:
        parts.append(_rect(*chart.agreed))
    if chart.zero is not None:
        parts.append(_line(chart.zero, ZERO, "0.6"))
    if chart.bound:
        parts += [_line(chart.bound.y, INK, "1"), _text(RIGHT + 4, chart.bound.y + 3, chart.bound.says, "start")]
    parts += [_text(LEFT - 5, tick.y + 3, tick.says, "end") for tick in chart.ticks]
    parts += [_text(x, HEIGHT - 4, letter, "middle") for x, letter, _ in chart.letters]
    parts.append(f'<polyline points="{chart.path}" fill="none" stroke="{AGREED}" stroke-width="1.4"/>')
    parts += [
        _point(point.x, point.y, point.state == "off_course", point.month == chart.shown) for point in chart.points
    ]
    return Drawing(title, "".join([*parts, "</svg>"]), words)


def _rect(y: float, height: float) -> str:
    return f'<rect x="{LEFT:.1f}" y="{y:.1f}" width="{RIGHT - LEFT:.1f}" height="{height:.1f}" fill="{SHADE}"/>'


def _line(y: float, colour: str, width: str) -> str:
    return f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def _text(x: float, y: float, says: str, anchor: str) -> str:
    plain = says.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{INK}">{plain}</text>'


def _point(x: float, y: float, off: bool, large: bool) -> str:
    size = 4.4 if large else 2.4
    if off:
        return f'<path d="M{x:.1f} {y - size:.1f}l{size:.1f} {2 * size:.1f}h{-2 * size:.1f}z" fill="{OFF}"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{AGREED}"/>'
