// Every picture is drawn from the table beside it, so picture and table cannot disagree. Without this script, or
// without ECharts, the tables stand open and nothing is missing.

import { offer } from "./saving.js";
import { drawings } from "./drawings.js";

const root = document.documentElement;
const address = document.querySelector('meta[name="jingwei-charts"]')?.content;
const figures = [...document.querySelectorAll("figure[data-drawing]")].filter((figure) => drawings[figure.dataset.drawing]);

/** The plot of a figure, put above its table, which folds. */
function plotOf(figure) {
  const plot = document.createElement("div");
  plot.className = "plot";
  plot.setAttribute("role", "img");
  const title = figure.querySelector("figcaption b")?.textContent ?? "";
  plot.setAttribute("aria-label", root.lang.startsWith("zh") ? `${title}（图；下表内容相同）` : `${title} (picture; the table below holds the same)`);
  const twin = figure.querySelector("details.twin");
  twin.before(plot);
  return plot;
}

function show(echarts, figure) {
  const plot = plotOf(figure);
  const twin = figure.querySelector("details.twin");
  let chart = null, width = 0;
  const draw = () => {
    width = plot.clientWidth;
    if (!width) return;
    const drawn = drawings[figure.dataset.drawing](figure, width, echarts);
    if (!drawn) throw new Error("nothing to draw");
    plot.style.height = `${drawn.height}px`;
    chart ??= echarts.init(plot, null, { renderer: "svg" });
    chart.resize();
    chart.setOption(drawn.option, true);
    let note = figure.querySelector(".left-out");
    if (drawn.remark && !note) {
      note = document.createElement("p");
      note.className = "left-out";
      plot.after(note);
    }
    if (note) note.textContent = drawn.remark ?? "";
  };
  try {
    draw();
  } catch (problem) {
    // The table says it all; a picture that cannot be drawn is left out.
    chart?.dispose();
    plot.remove();
    twin.open = true;
    console.info(`${figure.id}: ${problem.message}`);
    return null;
  }
  twin.open = false;
  figure.dataset.drawn = "";
  offer(figure, () => plot.querySelector("svg"));
  new ResizeObserver(() => { if (plot.clientWidth !== width) draw(); }).observe(plot);
  return draw;
}

async function begin() {
  if (!figures.length || !address) return;
  const echarts = await import(address);
  const all = figures.map((figure) => show(echarts, figure)).filter(Boolean);
  const redraw = () => { for (const draw of all) draw(); };
  new MutationObserver(redraw).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  // Paper is light: pictures are drawn in its colours for as long as the page is printed.
  let before;
  addEventListener("beforeprint", () => { before = root.dataset.theme ?? ""; root.dataset.theme = "light"; redraw(); });
  addEventListener("afterprint", () => {
    if (before) root.dataset.theme = before; else delete root.dataset.theme;
    redraw();
  });
}

begin().catch((problem) => console.info(`pictures: ${problem.message}`)).finally(() => { root.dataset.drawn = ""; });
