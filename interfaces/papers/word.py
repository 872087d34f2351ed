"""What python-docx has no words for: fields, hyphenation, rules of tables, repeated headers, fonts of styles."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

RULE = {"val": "single", "sz": "4", "color": "B6B9C6"}


def element(tag: str, **values: str) -> Any:
    """An element of WordprocessingML with its attributes."""
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_field(paragraph: Any, name: str) -> None:
    """A field that the word processor fills in, such as PAGE."""
    for part in ("begin", name, "separate", "1", "end"):
        run = paragraph.add_run("1" if part == "1" else "")
        if part == name:
            instruction = element("w:instrText")
            instruction.text = name
            run._r.append(instruction)
        elif part != "1":
            run._r.append(element("w:fldChar", fldCharType=part))


def set_font(style: Any, name: str, size: Any, colour: Any) -> None:
    """The font of a style, in place of that of the theme."""
    style.font.name, style.font.size, style.font.color.rgb = name, size, colour
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def without_rule(style: Any) -> None:
    """A style of paragraphs without the line below them."""
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def rule(table: Any) -> None:
    """A fine line below each row."""
    borders = element("w:tblBorders")
    for place in ("bottom", "insideH"):
        borders.append(element(f"w:{place}", **RULE))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def narrow(table: Any) -> None:
    """Cells whose text keeps a millimetre from those beside it."""
    margins = element("w:tblCellMar")
    for place in ("left", "right"):
        margins.append(element(f"w:{place}", w="57", type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def hyphenate(document: Any) -> None:
    """Words are hyphenated, in the language of the text."""
    document.settings.element.find(qn("w:defaultTabStop")).addnext(element("w:autoHyphenation", val="true"))


def repeat(row: Any) -> None:
    """The row stands again at the top of each page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_whole(row: Any) -> None:
    """The row goes to the next page as a whole."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))
