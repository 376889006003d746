// A map over time: the server draws one day; the slider shades its areas anew from the table beside it.

import { read, say } from "./reading.js";

function follow(figure) {
  const form = figure.querySelector("form.slider");
  const input = form?.querySelector("input[type=range]");
  if (!input) return;
  const { columns, rows } = read(figure);
  const { time } = figure.dataset;
  const bounds = figure.dataset.bounds.split(" ").map(Number);
  const areas = [...figure.querySelectorAll(".atlasbox.now [data-area]")].filter((node) => columns[node.dataset.area]);
  const output = form.querySelector("output");
  form.querySelector("button").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  const show = () => {
    const asked = Number(input.value);
    const row = rows.reduce((best, one) => (Math.abs(one.cells[time].value - asked) < Math.abs(best.cells[time].value - asked) ? one : best), rows[0]);
    const day = row.cells[time].words;
    const when = say(`${columns[time].title} ${day}`, `第 ${day} 天`);
    output.textContent = when;
    for (const area of areas) {
      const cell = row.cells[area.dataset.area];
      const isKnown = cell.value !== null;
      const shade = bounds.filter((bound) => cell.value >= bound).length;
      area.setAttribute("class", ["area", isKnown ? `l${shade}` : "none", area.classList.contains("here") ? "here" : ""].filter(Boolean).join(" "));
      const words = [columns[area.dataset.area].title, when, isKnown ? say(`${cell.words} % lost`, `损失 ${cell.words}%`) : say("no record", "无记录")];
      const around = area.closest("a, g");
      const title = around?.querySelector("title");
      if (title) title.textContent = words.join("\n");
      if (around?.hasAttribute("aria-label")) around.setAttribute("aria-label", words.join(say(", ", "，")));
    }
  };
  input.addEventListener("input", show);
  show();
}

for (const figure of document.querySelectorAll("figure[data-drawing=map-over-time]")) follow(figure);
