"""The rules about goals, which whoever types one is told: wording, measure, fit, GROW, limits, days, privacy."""

from __future__ import annotations

from goalctl.rules import (
    d_begin_and_end,
    d_deadlines,
    g_growth,
    l_limits,
    p_privacy,
    p_releases,
    s_fit,
    s_measure,
    s_wording,
)

OF_GOALS = (
    *s_wording.RULES,
    *s_measure.RULES,
    *s_fit.RULES,
    *g_growth.RULES,
    *l_limits.RULES,
    *d_deadlines.RULES,
    *d_begin_and_end.RULES,
    *p_privacy.RULES,
    *p_releases.RULES,
)
