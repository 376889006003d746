// Reads a figure's table: numbers from `data-v`, words as readers see them.

export const zh = document.documentElement.lang.startsWith("zh");
export const say = (en, chinese) => (zh ? chinese : en);
export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The words of a cell without marks, source notes and struck readings. */
function words(cell) {
  if (!cell) return "";
  const copy = cell.cloneNode(true);
  for (const part of copy.querySelectorAll("svg, s, .src, .basis")) part.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** The table of a figure as rows of `{words, value, isMissing, place, isMarked}` by column id. */
export function read(figure) {
  const table = figure.querySelector("details.twin table");
  const [titles, units] = table.tHead.rows;
  const columns = {};
  [...titles.cells].forEach((head, index) => {
    const id = head.dataset.column;
    if (!id) return;
    const copy = head.cloneNode(true);
    for (const arrow of copy.querySelectorAll("[aria-hidden]")) arrow.remove();
    columns[id] = { index, title: copy.textContent.trim(), unit: units?.cells[index]?.textContent.trim() ?? "" };
  });
  const rows = [...table.tBodies[0].rows].map((row) => {
    const cells = {};
    for (const [id, column] of Object.entries(columns)) {
      const cell = row.cells[column.index];
      const value = cell?.dataset.v;
      cells[id] = {
        words: words(cell), value: value === undefined ? null : Number(value),
        isMissing: cell?.classList.contains("na") ?? true,
        place: /\bp([1-6])\b/.exec(cell?.querySelector(".pl")?.className ?? "")?.[1],
      };
    }
    return { cells, isMarked: row.classList.contains("hl"), basis: row.querySelector("td > .basis")?.textContent.trim() ?? "" };
  });
  return { columns, rows };
}

/** A note at the pointer. It is made of elements, because style attributes in text are refused. */
export function tip(head, pairs = [], foot = "") {
  const box = document.createElement("div");
  box.className = "tip";
  const title = document.createElement("b");
  title.textContent = head;
  box.append(title);
  if (pairs.length) {
    const table = document.createElement("table");
    for (const [name, value] of pairs) {
      const row = table.insertRow();
      row.insertCell().textContent = name;
      const cell = row.insertCell();
      cell.textContent = value;
      cell.className = "n";
    }
    box.append(table);
  }
  if (foot) {
    const line = document.createElement("div");
    line.textContent = foot;
    box.append(line);
  }
  return box;
}

let pen;
/** The width of words in pixels. */
export function widthOf(text, size = 12.5, weight = 400) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

/** Words in a width: cut with an ellipsis where they are longer; the table has them whole. */
export function fitted(text, width, size = 12.5) {
  if (widthOf(text, size) <= width) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(text.slice(0, middle).trimEnd() + "…", size) <= width) low = middle; else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + "…";
}

/** What every chart shares. */
export const shared = () => ({
  animation: false,
  aria: { enabled: true },
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: css("ink-2") },
  tooltip: {
    confine: true, padding: 0, borderWidth: 0, backgroundColor: "transparent", extraCssText: "box-shadow:none",
    textStyle: { color: css("ink"), fontSize: 13 },
  },
});

export const axis = () => ({
  axisLine: { show: false }, axisTick: { show: false },
  splitLine: { lineStyle: { color: css("line"), width: 1 } },
  axisLabel: { color: css("ink-3"), fontSize: 12 }, nameTextStyle: { color: css("ink-3"), fontSize: 12 },
});

/** The colours of kinds. */
export const colours = () => ["c-1", "c-2", "c-3", "c-4", "c-5", "c-6"].map(css);

/** Numbers of an axis as they are, with their unit where there is one. */
const tick = (unit) => (value) => {
  const text = value >= 1 || value === 0 ? value.toLocaleString("en") : String(Number(value.toPrecision(1)));
  return unit ? `${text}${unit === "%" && zh ? "" : " "}${unit}` : text;
};

/** An axis for a measure: by powers of ten over at most so many where `isLog`, else in equal steps. */
export function measure(isLog, unit, numbers, powers = 4) {
  const label = { ...axis().axisLabel, formatter: tick(unit), hideOverlap: true };
  if (!isLog) return { ...axis(), type: "value", splitNumber: 5, min: Math.min(0, ...numbers), axisLabel: label };
  const high = Math.max(...numbers), low = Math.max(Math.min(...numbers), high / 10 ** powers);
  // A third of a power at either end is room enough: whole ones would leave a plot that spans two mostly empty.
  const near = (value, round) => {
    const power = 10 ** Math.floor(Math.log10(value)), part = value / power;
    return power * (round === "down" ? (part >= 3 ? 3 : 1) : part <= 3 ? 3 : 10);
  };
  return { ...axis(), type: "log", logBase: 10, min: near(low, "down"), max: near(high, "up"), minorSplitLine: { show: false }, axisLabel: label };
}
