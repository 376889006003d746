// Lines of the chain, drawn from the table of supply ties; stages fold on a phone. Without this script every stage
// stands open and the table says what the lines say.

const chain = document.querySelector(".chain");
const ns = "http://www.w3.org/2000/svg";
const wide = matchMedia("(min-width: 641px)");
const lined = matchMedia("(min-width: 1024px)");

/** The segment that a cell of the table links to. */
const named = (cell) => {
  const link = cell?.querySelector("a[href]");
  return link ? decodeURIComponent(new URL(link.href).pathname.split("/").pop()) : null;
};

/** The box of a segment: its own line, or the nearest card that is shown. */
const box = (id) => document.getElementById(id)?.querySelector(":scope > .open > summary");

const ties = [...document.querySelectorAll(`#${chain.dataset.ties ?? "none"} tbody tr`)].map((row) => ({
  from: named(row.cells[0]), to: named(row.cells[1]), count: Number(row.cells[2]?.textContent.trim()) || 1,
})).filter((tie) => tie.from && tie.to);

const svg = document.createElementNS(ns, "svg");
svg.setAttribute("aria-hidden", "true");
chain.append(svg);

/** A right-angled way with rounded corners. */
function route(points, radius = 4) {
  const cut = (from, to) => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const part = Math.min(radius, length / 2) / (length || 1);
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  };
  let way = `M${points[0]}`;
  for (let i = 1; i < points.length - 1; i++) {
    way += `L${cut(points[i], points[i - 1])}Q${points[i]} ${cut(points[i], points[i + 1])}`;
  }
  return way + `L${points.at(-1)}`;
}

/** Out into the gutter, along the lane above the cards where a column lies between, down into the target. */
function draw() {
  svg.replaceChildren();
  if (!lined.matches) return;
  const frame = chain.getBoundingClientRect(), into = {}, gutters = {};
  const first = chain.querySelector(".stage:not(.band) .seg");
  if (!first) return;
  const lane = first.getBoundingClientRect().top - frame.top;
  let over = 0;
  const shown = ties.map((tie) => ({ ...tie, a: box(tie.from), b: box(tie.to) })).filter((tie) => tie.a && tie.b)
    .map((tie) => ({ ...tie, p: tie.a.closest(".seg").getBoundingClientRect(), q: tie.b.closest(".seg").getBoundingClientRect(),
      y1: tie.a.getBoundingClientRect().top, y2: tie.b.getBoundingClientRect().top }))
    .filter((tie) => tie.q.left > tie.p.right && !tie.a.closest(".band") && !tie.b.closest(".band"))
    .sort((m, n) => m.q.left - n.q.left || m.p.left - n.p.left || m.y1 - n.y1);
  for (const tie of shown) {
    const arrivals = (into[tie.to] = (into[tie.to] ?? -1) + 1);
    const x1 = tie.p.right - frame.left, x2 = tie.q.left - frame.left;
    const y1 = tie.y1 - frame.top + 13, y2 = tie.y2 - frame.top + 5 + Math.min(arrivals, 5) * 3.4;
    const key = Math.round(x2), slot = (gutters[key] = (gutters[key] ?? -1) + 1);
    const turn = x2 - 5 - Math.min(slot, 5) * 2.6;
    const height = lane - 5 - Math.min(over, 2) * 3.5;
    const isFar = x2 - x1 > 60;
    const points = isFar
      ? [[x1, y1], [x1 + 7 + over * 2, y1], [x1 + 7 + over * 2, height], [turn, height], [turn, y2], [x2, y2]]
      : [[x1, y1], [turn, y1], [turn, y2], [x2, y2]];
    if (isFar) over = (over + 1) % 4;
    const path = document.createElementNS(ns, "path");
    path.setAttribute("d", route(points));
    path.setAttribute("stroke-width", String(Math.min(6, 0.6 + tie.count * 0.8)));
    path.dataset.from = tie.from;
    path.dataset.to = tie.to;
    svg.append(path);
  }
}

function light(id) {
  const own = id && [...svg.children].some((path) => path.dataset.from === id || path.dataset.to === id) ? id : null;
  svg.classList.toggle("dim", Boolean(own));
  for (const path of svg.children) path.classList.toggle("on", path.dataset.from === own || path.dataset.to === own);
}

for (const summary of chain.querySelectorAll(".open > summary")) {
  const id = summary.parentElement.parentElement.id;
  for (const kind of ["pointerenter", "focus"]) summary.addEventListener(kind, () => light(id));
  for (const kind of ["pointerleave", "blur"]) summary.addEventListener(kind, () => light(null));
}

// On a wide screen a stage is a column: always open, and no stop for the keyboard.
const stages = [...chain.querySelectorAll("details.stage")];
function fit() {
  stages.forEach((stage, index) => {
    stage.open = wide.matches || index === 0 || Boolean(location.hash && stage.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`));
    stage.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
  });
}
for (const stage of stages) {
  stage.querySelector("summary").addEventListener("click", (event) => { if (wide.matches) event.preventDefault(); });
}
fit();
wide.addEventListener("change", fit);
draw();
new ResizeObserver(draw).observe(chain);
