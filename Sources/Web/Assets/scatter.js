// Points by two measures.

import { colours, css, fitted, measure, read, say, shared, tip } from "./reading.js";

/** Points with the diagonal on which both measures are equal, and the ranges of each where the table has them. */
export function scatter(figure, width) {
  const { columns, rows } = read(figure);
  const { name, x, y, group } = figure.dataset;
  const isLog = figure.dataset.scale === "logarithmic";
  const ranges = (figure.dataset.ranges ?? "").split(" ").filter((id) => columns[id]);
  const isDrawable = (value) => value !== null && (!isLog || value > 0);
  const shown = rows.filter((row) => isDrawable(row.cells[x].value) && isDrawable(row.cells[y].value));
  if (!shown.length) return null;
  // Kinds by how many points they have; the rest share a grey.
  const counts = new Map();
  if (group) for (const row of shown) counts.set(row.cells[group].words, (counts.get(row.cells[group].words) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([words]) => words);
  const own = kinds.length > 6 ? kinds.slice(0, 5) : kinds;
  const palette = colours();
  const colour = (row) => {
    if (row.isMarked) return css("weft");
    if (!group) return css("q-5");
    const place = own.indexOf(row.cells[group].words);
    return place < 0 ? css("c-n") : palette[place];
  };
  const clipped = (value, floor) => (isLog && !(value > 0) ? floor : value);
  const numbers = shown.flatMap((row) => [x, y, ...ranges].map((id) => row.cells[id].value).filter(isDrawable));
  const least = Math.min(...numbers);
  const unit = columns[y].unit;
  const ground = measure(isLog, unit, numbers);
  const bounds = isLog ? { min: ground.min, max: ground.max } : { min: ground.min, max: Math.max(...numbers) * 1.05 };
  const title = { nameLocation: "middle", nameTextStyle: { color: css("ink-2"), fontSize: 12 } };
  const legend = group ? [...own.map((words, index) => [words, palette[index]]), ...(kinds.length > own.length ? [[say("others", "其他"), css("c-n")]] : [])] : [];
  const few = shown.length <= 60;
  // Names where they matter: the points furthest out.
  const order = [...shown.keys()].sort((a, b) => shown[b].cells[x].value + shown[b].cells[y].value - shown[a].cells[x].value - shown[a].cells[y].value);
  const named = new Set(order.slice(0, few ? 14 : 6));
  // Words of points far to the right stand before them.
  const part = (value) => (isLog ? Math.log(value / bounds.min) / Math.log(bounds.max / bounds.min) : (value - bounds.min) / (bounds.max - bounds.min));
  const isFar = (value) => part(value) > 0.62;
  const size = Math.min(width, 620);
  const perRow = Math.max(1, Math.floor(width / 170));
  const lines = Math.ceil(legend.length / perRow);
  return {
    height: Math.max(320, size * 0.72) + lines * 20,
    remark: rows.length > shown.length ? say(`${rows.length - shown.length} rows with zero or without a number are in the table only.`, `${rows.length - shown.length} 行为零或无数字，只在表中。`) : "",
    option: {
      ...shared(), grid: { left: 12, right: 28, top: 14 + lines * 20, bottom: 42, containLabel: true },
      legend: legend.length ? { show: true, selectedMode: false, left: 0, top: 0, itemWidth: 9, itemHeight: 9, icon: "circle", textStyle: { color: css("ink-2"), fontSize: 12, width: 140, overflow: "truncate" }, data: legend.map(([words]) => words) } : undefined,
      xAxis: { ...ground, ...bounds, ...title, name: columns[x].title, nameGap: 26 },
      yAxis: { ...ground, ...bounds, ...title, name: columns[y].title, nameGap: 48 },
      series: [
        {
          type: "custom", z: 1, silent: true, clip: true, data: [0], encode: { x: -1, y: -1 },
          renderItem: (_, api) => {
            const a = api.coord([bounds.min, bounds.min]), b = api.coord([bounds.max, bounds.max]);
            return { type: "line", shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: css("ink-3"), lineWidth: 1, lineDash: [4, 4] } };
          },
        },
        ...(ranges.length === 4 ? [{
          type: "custom", z: 2, silent: true, clip: true, data: shown.map((_, index) => index), encode: { x: -1, y: -1 },
          renderItem: (_, api) => {
            const row = shown[api.value(0)];
            const at = (id) => clipped(row.cells[id].value, least);
            const across = [api.coord([at(ranges[0]), row.cells[y].value]), api.coord([at(ranges[1]), row.cells[y].value])];
            const along = [api.coord([row.cells[x].value, at(ranges[2])]), api.coord([row.cells[x].value, at(ranges[3])])];
            const line = ([a, b]) => ({ type: "line", shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: colour(row), lineWidth: 1, opacity: 0.45 } });
            return { type: "group", children: [line(across), line(along)] };
          },
        }] : []),
        ...(legend.length ? legend.map(([words]) => words) : [null]).map((kind, index) => ({
          type: "scatter", z: 3, name: kind ?? columns[y].title, symbolSize: few ? 9 : 6, cursor: "default",
          itemStyle: { color: legend[index]?.[1] ?? css("q-5"), opacity: few ? 1 : 0.75 },
          data: [...shown.keys()].filter((place) => kind === null || (own.includes(kind) ? shown[place].cells[group].words === kind : !own.includes(shown[place].cells[group].words)))
            .map((place) => ({ value: [shown[place].cells[x].value, shown[place].cells[y].value, place], itemStyle: shown[place].isMarked ? { color: css("weft") } : undefined, label: { show: named.has(place), position: isFar(shown[place].cells[x].value) ? "left" : "right" } })),
          label: { position: "right", distance: 5, color: css("ink"), fontSize: 11.5, textBorderColor: css("surface"), textBorderWidth: 2.5, formatter: (at) => fitted(shown[at.value[2]].cells[name].words, width < 520 ? 130 : 180, 11.5) },
          labelLayout: { hideOverlap: true, moveOverlap: undefined },
        })),
      ],
      tooltip: {
        ...shared().tooltip,
        formatter: (at) => {
          const row = shown[at.value[2]];
          const value = (id, from, to) => `${row.cells[id].words}${from ? ` (${row.cells[from].words}–${row.cells[to].words})` : ""} ${columns[id].unit}`.trim();
          return tip(row.cells[name].words, [[columns[x].title, value(x, ranges[0], ranges[1])], [columns[y].title, value(y, ranges[2], ranges[3])], ...(group ? [[columns[group].title, row.cells[group].words]] : [])], row.basis);
        },
      },
    },
  };
}
