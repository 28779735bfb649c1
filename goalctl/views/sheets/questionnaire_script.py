"""The one script of a questionnaire: which questions appear, what is missing, and the text that the answers become.

It is given what the form says as data (`questionnaire.py`) and asks nobody anything. The text is plain ASCII, percent-
encoded, in words that may be wrapped anywhere by whatever carries it; `exchange/questionnaire.py` reads it back.
"""

from __future__ import annotations

SCRIPT = r"""
"use strict";
const told = JSON.parse(document.getElementById("told").textContent);
const at = id => document.getElementById(id);
const holds = { ">=": (a, b) => a >= b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, "<": (a, b) => a < b,
  "=": (a, b) => a === b };

const line = item => at(item.place).querySelector("textarea, input:not([type=radio])");
function typed(item) {
  const field = line(item) || at(item.place).querySelector("input:checked");
  const words = field ? field.value.trim() : "";
  return words && field.type === "number" ? String(Number(words)) : words;
}
const isPlain = answer => /^-?\d{1,12}(\.\d{1,9})?$/.test(answer);
const points = (item, answer) => answer in item.points ? item.points[answer] :
  item.turned === null ? Number(answer) : item.turned - Number(answer);
const byId = new Map(told.items.map(item => [item.id, item]));

function says([names, sign, wanted], answers) {
  const known = names.filter(name => answers.has(name));
  if (!known.length) return false;
  if (sign === "answered") return true;
  if (sign === "is") return answers.get(names[0]) === wanted;
  const sum = known.reduce((all, name) => all + points(byId.get(name), answers.get(name)), 0);
  return known.length < names.length || holds[sign](sum, wanted);
}

function look() {
  const answers = new Map(), open = [];
  for (const item of told.items) {
    const shown = item.shown.every(one => says(one, answers));
    at(item.place).hidden = !shown;
    if (!shown) continue;
    const answer = typed(item), isNumber = line(item) && line(item).type === "number";
    const isWrong = line(item) && (!line(item).validity.valid || isNumber && answer !== "" && !isPlain(answer));
    if (line(item)) line(item).setAttribute("aria-invalid", String(isWrong));
    if (answer && !isWrong) answers.set(item.id, answer); else open.push(item);
    const clear = at(item.place).querySelector("button");
    if (clear) clear.hidden = !answer;
  }
  return { answers, open };
}

function warn(answers) {
  const found = told.risk.filter(one => says(one, answers));
  for (const place of document.querySelectorAll("[data-risk]")) {
    const isOn = place.dataset.risk === "" ? found.length > 0 : found.some(one => one[0][0] === place.dataset.risk);
    const words = isOn ? at("danger").textContent : "";
    if (place.textContent !== words) place.textContent = words;
  }
}

const coded = text => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "?"))
  .replace(/[!'()*_~]/g, sign => "%" + sign.charCodeAt(0).toString(16));

function crc(text) {
  let sum = ~0;
  for (const letter of text) {
    sum ^= letter.charCodeAt(0);
    for (let n = 0; n < 8; n++) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

function text(answers) {
  const words = [...answers].map(([id, answer]) => coded(id) + "=" + coded(answer));
  const whole = [told.head, "filled=" + at("day").value, ...words].join(" ");
  return "[" + whole + " end=" + crc(whole) + "]";
}

function finish() {
  at("missing").hidden = true;
  at("text").value = text(look().answers);
  at("end").hidden = false;
  at("end-title").focus();
}

function done() {
  const { open } = look();
  const hasDay = at("day").value && at("day").validity.valid;
  if (hasDay && !open.length) return finish();
  at("how-many").textContent = !hasDay ? "The day is missing." :
    open.length === 1 ? "One question has no answer yet." : open.length + " questions have no answer yet.";
  at("leave").hidden = !hasDay;
  at("missing").hidden = false;
  at("go").focus();
}

function go() {
  const isDay = at("leave").hidden, place = isDay ? at("day").parentNode : at(look().open[0].place);
  const field = place.querySelector("input, textarea");
  at("missing").hidden = true;
  field.focus();
  if (!field.validity.valid) field.reportValidity();
}

async function copy() {
  at("text").focus();
  at("text").select();
  let isCopied = false;
  try {
    await navigator.clipboard.writeText(at("text").value);
    isCopied = true;
  } catch { isCopied = document.execCommand("copy"); }
  at("copied").textContent = isCopied ? "It is copied." : "Please copy it by hand. It is marked for you.";
}

function changed() {
  at("end").hidden = at("missing").hidden = true;
  at("copied").textContent = "";
  warn(look().answers);
}

for (const clear of document.querySelectorAll("button.quiet")) clear.addEventListener("click", () => {
  const picked = clear.closest("fieldset").querySelectorAll("input");
  for (const one of picked) one.checked = false;
  picked[0].focus();
  changed();
});
const now = new Date();
at("day").value = at("day").max =
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-");
at("questions").addEventListener("input", changed);
at("questions").addEventListener("submit", event => event.preventDefault());
at("done").addEventListener("click", done);
at("go").addEventListener("click", go);
at("leave").addEventListener("click", finish);
at("copy").addEventListener("click", copy);
at("text").addEventListener("focus", () => at("text").select());
changed();
"""
