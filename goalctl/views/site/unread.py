"""The page of a file that can't be read: what is wrong where, how to mend it, and the risk that can still be seen."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from goalctl.analysis.risk.picture import RiskPicture
from goalctl.model.finding import Finding
from goalctl.views.screens.findings import findings_text
from goalctl.views.site.markup import said, section
from goalctl.views.site.pages import PageHead, SiteLook, site_page
from goalctl.views.words.risk import act_lines


def unread_page(look: SiteLook, name: str, client: str, named: Iterable[tuple[str, Finding]], risk: RiskPicture) -> str:
    """The page; nothing of the plan is known but what its values say about risk."""
    items = "".join(f"<li>{said(line.text.removeprefix('RISK: '))}</li>\n" for line in act_lines(risk))
    acts = f'<section class="acts">\n<h2>Act today</h2>\n<ul>\n{items}</ul>\n</section>\n' if items else ""
    wrong = f'<pre tabindex="0">{escape(findings_text(named))}</pre>\n'
    content = acts + section("Mend first", f"<p>The plan can't be read until this is mended.</p>\n{wrong}")
    return site_page(look, name, PageHead(client, below="can't be read", kind="site client"), content)
