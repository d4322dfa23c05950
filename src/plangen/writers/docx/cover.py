"""The cover's fields -> the paragraphs of the first page, and the coloured band at its edge.

The notice stands at the foot of the page: not in a frame, whose shade Word and LibreOffice draw differently, but by the
space above it. The band belongs to the page's header, so that no screen reader
stops at it.
"""

from __future__ import annotations

from math import ceil

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from plangen.brand.brand import POINTS_PER_MM, Brand, Logo, StyleName
from plangen.document.document import CoverField
from plangen.document.walk import plain_text, whole_mark
from plangen.typesetting.metrics import text_width
from plangen.writers.docx.drawings import logo
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines
from plangen.writers.docx.runs import PLAIN, Format, run, text_run
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, hex_colour, w

HEADLINES = frozenset({"title", "subtitle", "body"})
STYLES = {
    "organisation": "Cover Organisation",
    "title": "Title",
    "subtitle": "Subtitle",
    "body": "Subtitle",
    "notice": "Cover Notice",
}
LOOKS: dict[str, StyleName] = {"title": "cover-title", "subtitle": "cover-subtitle", "body": "cover-subtitle"}
BELOW_LOGO = 8.0
ABOVE_HEADLINE = 170.0
SPARE = 44.0
ABOVE_DETAILS = 22.0
BAND_WIDTH_MM = 9
NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)


def cover(fields: tuple[CoverField, ...], flow: Flow, writing: Writing) -> None:
    """The cover, in a section of its own. Without fields there is none."""
    if not fields:
        return
    flow.open("cover")
    if writing.brand.logo:
        flow.add(paragraph("Figure", [run(PLAIN, logo(writing.brand.logo, writing))]))
    gaps = {
        "organisation": _below_logo(writing.brand),
        "headline": ABOVE_HEADLINE,
        "details": ABOVE_DETAILS,
        "notice": _above_notice(fields, writing.brand),
    }
    for each in fields:
        flow.gap(gaps.pop(_part(each), 0))
        flow.add(cover_field(each, writing))
    flow.open("portrait")


def cover_field(field: CoverField, writing: Writing) -> Element:
    """One field, its label in a column of its own."""
    content = inlines(field.inlines, writing, writing.look(LOOKS.get(field.role, "cover-text")))
    label = [*text_run(f"{field.label}:", Format(style="Cover Label")), run(PLAIN, w("tab"))] if field.label else []
    style = "Cover Detail" if field.label else STYLES.get(field.role, "Cover Text")
    made = paragraph(style, [*label, *content])
    writing.tracking.paragraphs([made], whole_mark(field.inlines))
    return made


def band(brand: Brand) -> Element:
    """The run with the band, as high as the page, behind the text."""
    width, height = Mm(BAND_WIDTH_MM), Mm(brand.page.height_mm)
    return parse_xml(f"""
<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
  <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" locked="0"
      layoutInCell="1" allowOverlap="1">
    <wp:simplePos x="0" y="0"/>
    <wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>
    <wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>
    <wp:extent cx="{width}" cy="{height}"/>
    <wp:wrapNone/>
    <wp:docPr id="1" name="Band"><a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
      <adec:decorative val="1"/>
    </a:ext></a:extLst></wp:docPr>
    <wp:cNvGraphicFramePr/>
    <a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
      <wps:cNvSpPr/>
      <wps:spPr>
        <a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        <a:solidFill><a:srgbClr val="{hex_colour(brand.colours.accent)}"/></a:solidFill>
        <a:ln><a:noFill/></a:ln>
      </wps:spPr>
      <wps:bodyPr/>
    </wps:wsp></a:graphicData></a:graphic>
  </wp:anchor>
</w:drawing></mc:Choice></mc:AlternateContent></w:r>""")


def _below_logo(brand: Brand) -> float:
    """The space that brings what follows to where it stands below the highest logo, beyond what the style has."""
    if brand.logo is None:
        return 0
    return max(0, Logo.MOST_HEIGHT - brand.logo.size[1] + BELOW_LOGO - brand.styles["body"].after)


def _above_notice(fields: tuple[CoverField, ...], brand: Brand) -> float:
    """The space that brings the notice to the foot of the page, reckoned from what all the fields take."""
    page = brand.page
    height = (page.height_mm - page.top_mm - page.bottom_mm) * POINTS_PER_MM
    taken = ABOVE_HEADLINE + ABOVE_DETAILS + SPARE + (Logo.MOST_HEIGHT + BELOW_LOGO if brand.logo else 0)
    for field in fields:
        look = brand.styles[LOOKS.get(field.role, "cover-text")]
        width = text_width(plain_text(field.inlines), size=look.size, bold=look.bold, fonts=brand.fonts)
        taken += ceil(width / page.text_width) * look.line_height + look.after
    return max(height - taken, ABOVE_DETAILS)


def _part(field: CoverField) -> str:
    if field.role in HEADLINES:
        return "headline"
    return field.role if field.role in ("organisation", "notice") else "details"
