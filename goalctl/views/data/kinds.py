"""The name of every document, with its shape: what `goalctl schema --for NAME` may be asked."""

from __future__ import annotations

from goalctl.views.data import shapes, shapes_beside, shapes_crisis, shapes_plan, shapes_report

SHAPES: dict[str, type] = {
    "audit": shapes_report.AuditDocument,
    "bank": shapes.BankDocument,
    "caseload": shapes.CaseloadDocument,
    "chart": shapes_plan.ChartDocument,
    "check": shapes_beside.CheckDocument,
    "codes": shapes_beside.CodesDocument,
    "crisis": shapes_crisis.CrisisDocument,
    "doctor": shapes_beside.DoctorDocument,
    "doubts": shapes_beside.DoubtsDocument,
    "due": shapes.DueDocument,
    "file": shapes_beside.FileDocument,
    "find": shapes.FindDocument,
    "forms": shapes_beside.FormsDocument,
    "history": shapes_plan.HistoryDocument,
    "import": shapes_beside.ImportDocument,
    "keys": shapes_beside.KeysDocument,
    "outcomes": shapes.OutcomesDocument,
    "planners": shapes_beside.PlannersDocument,
    "prep": shapes_plan.PrepDocument,
    "profiles": shapes_beside.ProfilesDocument,
    "requirements": shapes_beside.RequirementsDocument,
    "show": shapes_plan.ShowDocument,
    "statements": shapes_beside.StatementsDocument,
    "templates": shapes_beside.TemplatesDocument,
    "today": shapes.TodayDocument,
    "treatment": shapes_plan.TreatmentDocument,
    "ur": shapes_report.UrDocument,
    "week": shapes.WeekDocument,
}
