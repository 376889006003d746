// A line between bands: the middle of many runs, and how far half and nine tenths of them lie apart.

import { axis, css, measure, read, say, shared, tip, widthOf } from "./reading.js";

/** The rows up to a little after the last one that is not near zero, where the rest would be more than a third of the picture. */
function moving(rows, ids) {
  const size = (row) => Math.max(...ids.map((id) => Math.abs(row.cells[id].value)));
  const least = Math.max(...rows.map(size)) / 200;
  const last = rows.findLastIndex((row) => size(row) > least);
  const end = Math.ceil(last * 1.2) + 2;
  return last > 0 && end * 3 < rows.length * 2 ? rows.slice(0, end) : rows;
}

/** Figure and width in, height and an ECharts option out. */
export function bands(figure, width) {
  const { columns, rows } = read(figure);
  const { time } = figure.dataset;
  const ids = figure.dataset.values.split(" ").filter((id) => columns[id]);
  const middle = ids[(ids.length - 1) / 2];
  const isLog = figure.dataset.scale === "logarithmic";
  const all = rows.filter((row) => ids.every((id) => row.cells[id].value !== null && (!isLog || row.cells[id].value > 0)));
  if (!middle || !all.length) return null;
  const known = isLog ? all : moving(all, ids);
  const pairs = Array.from({ length: (ids.length - 1) / 2 }, (_, at) => [ids[at], ids[ids.length - 1 - at]]);
  const names = pairs.length > 1 ? [say("90 % band", "90% 区间"), say("50 %", "50%")] : [say("90 % band", "90% 区间")];
  const shades = pairs.length > 1 ? ["q-1", "q-3"] : ["q-2"];
  const x = (row) => row.cells[time].value;
  const unit = columns[middle].unit;
  // A line that stands alone says in its heading what it is.
  const end = pairs.length ? say("median", "中位") : "";
  const measured = isLog ? measure(true, unit, known.flatMap((row) => ids.map((id) => row.cells[id].value))) : null;
  // Where a band is widest beyond the next one inside it, its name stands in it.
  const spots = pairs.map(([, high], at) => {
    const inner = at + 1 < pairs.length ? pairs[at + 1][1] : middle;
    const gap = (row) => (isLog ? Math.log(row.cells[high].value / row.cells[inner].value) : row.cells[high].value - row.cells[inner].value);
    // By powers of ten a band may be widest at an end, where there is no room for words.
    const some = isLog && known.length > 6 ? known.slice(Math.ceil(known.length * 0.12), Math.ceil(known.length * 0.7)) : known;
    return some.reduce((best, row) => (gap(row) > gap(best) ? row : best), some[0]);
  });
  return {
    height: width < 520 ? 260 : 340,
    remark: known.length < all.length ? say(`After ${columns[time].title.toLowerCase()} ${known.at(-1).cells[time].words} hardly anything differs from zero; the table has it all.`, `第 ${known.at(-1).cells[time].words} ${columns[time].title}之后几乎为零，表中有全部。`) : "",
    option: {
      ...shared(), grid: { left: 8, right: end ? widthOf(end, 12) + 18 : 18, top: 28, bottom: 22, containLabel: true },
      xAxis: {
        type: isLog && x(known[0]) > 0 && x(known.at(-1)) >= 100 * x(known[0]) ? "log" : "value", ...axis(), min: "dataMin", max: "dataMax", splitLine: { show: false }, splitNumber: width < 520 ? 4 : 6,
        axisLine: { show: true, onZero: false, lineStyle: { color: css("line-2") } }, name: columns[time].title, nameLocation: "middle", nameGap: 24, nameTextStyle: { color: css("ink-3") },
        axisLabel: { color: css("ink-3"), hideOverlap: true },
      },
      yAxis: measured ?? {
        type: "value", splitNumber: 4, ...axis(), name: unit, nameLocation: "end",
        nameTextStyle: { color: css("ink-3"), align: "left", padding: [0, 0, 0, -8] },
      },
      series: [
        ...pairs.map(([low, high], at) => ({
          type: "custom", silent: true, clip: true, z: 1 + at, encode: { x: 0, y: [1, 2] },
          data: known.map((row) => [x(row), row.cells[low].value, row.cells[high].value]),
          renderItem: (item, api) => {
            if (item.dataIndexInside !== 0) return null;
            const upper = known.map((row) => api.coord([x(row), row.cells[high].value]));
            const lower = known.map((row) => api.coord([x(row), row.cells[low].value])).reverse();
            return { type: "polygon", shape: { points: [...upper, ...lower] }, style: { fill: css(shades[at]) } };
          },
        })),
        {
          type: "line", name: end, z: 4, symbol: "none", data: known.map((row) => [x(row), row.cells[middle].value]),
          lineStyle: { width: 2.5, color: css("q-6") }, itemStyle: { color: css("q-6") },
          endLabel: { show: end !== "", formatter: end, color: css("ink"), distance: 6 },
        },
        {
          type: "custom", silent: true, z: 5, encode: { x: 0, y: 1 }, data: spots.map((row, at) => [x(row), row.cells[pairs[at][1]].value]),
          renderItem: (item, api) => {
            const at = item.dataIndexInside, row = spots[at];
            const inner = at + 1 < pairs.length ? pairs[at + 1][1] : middle;
            const [px, top] = api.coord([x(row), row.cells[pairs[at][1]].value]);
            const bottom = api.coord([x(row), row.cells[inner].value])[1];
            // A band without width has no name to carry.
            if (bottom - top < 2) return null;
            const isInside = bottom - top > 15;
            const half = widthOf(names[at], 12) / 2;
            return {
              type: "text",
              style: {
                text: names[at], x: Math.min(Math.max(px, half + 34), width - half - 44), y: isInside ? (top + bottom) / 2 : top - 9 - 13 * (pairs.length - 1 - at),
                align: "center", verticalAlign: "middle", fill: css("ink"), fontSize: 12, fontFamily: shared().textStyle.fontFamily,
                stroke: css("surface"), lineWidth: isInside ? 2 : 3,
              },
            };
          },
        },
      ],
      tooltip: {
        ...shared().tooltip, trigger: "axis", axisPointer: { lineStyle: { color: css("ink-3") } },
        formatter: (all) => {
          const at = all.find((one) => one.seriesType === "line");
          const row = at && known[at.dataIndex];
          return row ? tip(`${columns[time].title} ${row.cells[time].words}`, ids.map((id) => [columns[id].title, `${row.cells[id].words} ${unit}`.trim()])) : "";
        },
      },
    },
  };
}
