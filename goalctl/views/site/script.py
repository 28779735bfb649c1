"""The little script of a site's tables: find rows by what they say, sort them by a column. Without it all is there."""

from __future__ import annotations

SCRIPT = """\
"use strict";
for (const table of document.querySelectorAll("table[data-sorted]")) {
  const groups = [...table.tBodies], rows = groups.flatMap((group) => [...group.rows]);
  const heads = [...table.tHead.rows[0].cells];
  const said = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const first = new Map(rows.map((row, place) => [row, place]));
  const value = (row, place) => {
    const cell = row.cells[place];
    return cell ? cell.dataset.value ?? cell.textContent.trim() : "";
  };
  const order = (one, other, place, way) => {
    const a = value(one, place), b = value(other, place);
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
    return way * a.localeCompare(b, "en", { numeric: true }) || first.get(one) - first.get(other);
  };
  const cards = matchMedia("(max-width: 40rem)").matches;
  if (!cards) heads.forEach((head, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
      for (const group of groups) {
        const own = [...group.rows].filter((row) => !row.dataset.heading && !row.dataset.stays);
        group.append(...own.sort((one, other) => order(one, other, place, way)));
      }
    });
  });
  const find = document.getElementById("find");
  if (!find) continue;
  const input = find.querySelector("input"), told = find.querySelector("output");
  find.hidden = false;
  const look = () => {
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0, all = 0;
    for (const group of groups) {
      let some = 0, heading = null;
      for (const row of group.rows) {
        if (row.dataset.heading) { heading = row; continue; }
        const fits = row.dataset.stays || words.every((word) => said.get(row).includes(word));
        row.hidden = !fits;
        some += fits ? 1 : 0;
        all += 1;
      }
      if (heading) heading.hidden = some === 0;
      shown += some;
    }
    told.textContent = words.length ? `${shown} of ${all} rows` : "";
  };
  input.addEventListener("input", look);
  look();
}
"""
