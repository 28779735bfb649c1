"""The pages of a site that are about many clients, out of one answer and of what each client's page says in brief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from goalctl.analysis.caseload.standing import Standing
from goalctl.analysis.outcomes.figures import by_measure, group_figures, paired_most
from goalctl.analysis.outcomes.groups import By, grouped
from goalctl.analysis.outcomes.treatment import Treatment
from goalctl.cli.visits import visits_of
from goalctl.views.charts.change_plot import change_plot
from goalctl.views.charts.change_svg import change_svg
from goalctl.views.listing import Listing
from goalctl.views.listings.caseload import RiskOf, caseload_view
from goalctl.views.listings.due import DueBy, DueItem, due_view
from goalctl.views.listings.outcomes import outcomes_view
from goalctl.views.screens.day import Day, worst_reasons
from goalctl.views.site.brief import ClientBrief, NoticeBrief
from goalctl.views.site.caseload import caseload_page, office_caseload
from goalctl.views.site.day import day_page
from goalctl.views.site.due import due_page
from goalctl.views.site.findings import SiteFindings, findings_page
from goalctl.views.site.markup import Links
from goalctl.views.site.outcomes import outcomes_page
from goalctl.views.site.pages import CASELOAD, DAY, DUE, DUE_BY, FINDINGS, OUTCOMES, SiteLook
from goalctl.workspace.check.codebook import titles
from goalctl.workspace.memory.answer import Answer


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """What is known of all clients. `around` are findings about no plan; of the office's site `briefs` are empty."""

    look: SiteLook
    answer: Answer
    links: Links
    briefs: Mapping[str, ClientBrief] = field(default_factory=dict)
    around: Sequence[NoticeBrief] = ()

    def pages(self) -> Iterator[tuple[str, str]]:
        """Each page's name and text."""
        yield DAY, day_page(self.look, self._day(), self.answer.faults, self.links)
        yield CASELOAD, caseload_page(self.look, self._caseload(), self.briefs, self.links)
        within = f"within {self.answer.settings.due_within}"
        for name, by in ((DUE, DueBy.WEEK), (DUE_BY, DueBy.CLINICIAN)):
            yield name, due_page(self.look, self._due(by), by, self.links, until=within)
        if not self.look.for_office:
            yield OUTCOMES, self._outcomes()
            yield FINDINGS, self._findings()

    def _standings(self) -> list[Standing]:
        found = (brief.standing for brief in self.answer.briefs if brief.standing)
        return sorted(found, key=lambda standing: standing.urgency)

    def _day(self) -> Day:
        answer = self.answer
        return Day(
            today=answer.today,
            within=answer.settings.due_within,
            plans=len(answer.briefs),
            not_begun=answer.not_begun,
            some_rest=answer.some_rest,
            risk=tuple(row for row, _ in answer.risk_of(None)),
            deadlines=tuple(due for brief in answer.briefs for due in brief.deadlines),
            reasons=worst_reasons(self._standings()),
            faults=tuple(fault for _, fault in answer.faults),
            visits=visits_of(answer),
        )

    def _caseload(self) -> Listing:
        answer = self.answer
        if self.look.for_office:
            risk_rows = (row for row, _ in answer.risk_of(None))
            return office_caseload(
                self._standings(), risk_rows, answer.faults, today=answer.today, not_begun=answer.not_begun
            )
        risk = [RiskOf(row, brief.clinician, brief.standing) for brief in answer.briefs for row in brief.risk]
        return caseload_view(
            self._standings(), answer.faults, risk, today=answer.today, plans=len(answer.briefs),
            not_begun=answer.not_begun,
        )  # fmt: skip

    def _due(self, by: DueBy) -> Listing:
        answer, within = self.answer, self.answer.settings.due_within
        every = (DueItem(due, brief.clinician) for brief in answer.briefs for due in brief.deadlines)
        items = [item for item in every if item.deadline.is_within(within, today=answer.today)]
        nothing = f"Nothing is due within {within} of {answer.today}."
        return due_view(
            items, answer.faults, list(answer.risk_of(None)), today=answer.today, nothing=nothing, by=by,
            with_words=not self.look.for_office,
        )  # fmt: skip

    def _outcomes(self) -> str:
        found = [one for brief in self.briefs.values() if (one := brief.treatment)]
        by_clinician = self._figures(found, By.CLINICIAN)._replace(caption="")
        picture = _picture(found)
        return outcomes_page(
            self.look, self._figures(found, By.MEASURE), by_clinician, picture=picture, links=self.links
        )  # fmt: skip

    def _figures(self, found: Sequence[Treatment], by: By) -> Listing:
        groups = [group_figures(name, members) for name, members in grouped(found, by).items()]
        faults = self.answer.faults if by is By.MEASURE else []
        return outcomes_view(groups, faults, by, today=self.answer.today)

    def _findings(self) -> str:
        found = [("", notice) for notice in self.around]
        found += [(client, notice) for client, brief in self.briefs.items() for notice in brief.notices]
        waived = sum(brief.waived for brief in self.briefs.values())
        return findings_page(self.look, SiteFindings(found, titles(), waived), self.links)


def _picture(found: Sequence[Treatment]) -> str:
    """First against last score of the measure that most people have both of; empty where nobody has."""
    people = paired_most(by_measure(found).values())
    plot = change_plot(people) if people else None
    return change_svg(plot) if plot else ""
