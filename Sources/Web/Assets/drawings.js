// How each kind of picture is drawn: figure and width in, height and an ECharts option out.

import { bands } from "./bands.js";
import { axis, colours, css, fitted, read, say, shared, tip, widthOf, zh } from "./reading.js";
import { scatter } from "./scatter.js";

const placeColour = (place) => (place ? css(`c-${place}`) : null);

// Flat bars, one panel for each measure, so that no two units share an axis. Values stand on the bars.
function bars(figure, width) {
  const { columns, rows } = read(figure);
  const ids = figure.dataset.values.split(" ").filter((id) => columns[id]);
  if (!ids.length || !rows.length) return null;
  const name = figure.dataset.name;
  const names = rows.map((row) => row.cells[name].words);
  const stacked = width < 520 && ids.length > 1;
  const left = Math.min(Math.max(...names.map((text) => widthOf(text))) + 12, width * (stacked || ids.length === 1 ? 0.42 : 0.3));
  const step = 30, head = 26, block = rows.length * step + head + 10;
  const across = stacked ? 1 : ids.length;
  const panel = (width - left) / across;
  const labels = ids.map((id) => Math.max(...rows.map((row) => widthOf(row.cells[id].words))) + 12);
  const isMarked = rows.some((row) => row.isMarked);
  // Measures in one unit share a scale, so that their bars can be compared, unless one would vanish beside the other.
  const largest = ids.map((id) => Math.max(0, ...rows.map((row) => row.cells[id].value ?? 0)));
  const most = ids.map((id, index) => {
    const alike = largest.filter((_, other) => columns[id].unit && columns[ids[other]].unit === columns[id].unit);
    const top = Math.max(largest[index], ...alike);
    return alike.length > 1 && alike.every((size) => size * 5 >= top) ? top : null;
  });
  const grids = ids.map((_, index) => ({
    left: stacked ? left : left + index * panel, top: head + (stacked ? index * block : 0),
    width: Math.max(40, panel - labels[index] - (across > 1 ? 12 : 4)), height: rows.length * step,
  }));
  const fill = (row) => {
    if (isMarked) return row.isMarked ? css("weft") : css("q-4");
    return placeColour(row.cells[name].place) ?? css("q-4");
  };
  return {
    height: stacked ? block * ids.length : block,
    option: {
      ...shared(), grid: grids,
      title: ids.map((id, index) => ({
        text: fitted(columns[id].title + (columns[id].unit ? `（${columns[id].unit}）`.replace("（", zh ? "（" : " (").replace("）", zh ? "）" : ")") : ""), grids[index].width + labels[index], 12),
        left: grids[index].left - 4, top: grids[index].top - head, textStyle: { fontSize: 12, fontWeight: 600, color: css("ink-2") },
      })),
      xAxis: ids.map((_, index) => ({
        gridIndex: index, type: "value", show: false, min: (range) => Math.min(0, range.min), ...(most[index] ? { max: most[index] } : {}),
      })),
      yAxis: ids.map((_, index) => ({
        gridIndex: index, type: "category", inverse: true, data: names, ...axis(), splitLine: { show: false },
        axisLabel: {
          show: index === 0 || stacked, interval: 0, fontSize: 12.5, width: left - 10, overflow: "truncate",
          color: (_, at) => (rows[at]?.isMarked ? css("ink") : css("ink-2")),
        },
      })),
      series: ids.map((id, index) => ({
        type: "bar", xAxisIndex: index, yAxisIndex: index, barWidth: 14, cursor: "default",
        data: rows.map((row) => {
          const cell = row.cells[id];
          return {
            value: cell.value ?? 0, itemStyle: { color: cell.value === null ? "transparent" : fill(row) },
            label: {
              formatter: cell.words || say("no record", "无记录"), fontWeight: row.isMarked ? 700 : 400,
              color: cell.value === null ? css("ink-3") : row.isMarked ? css("ink") : css("ink-2"),
            },
          };
        }),
        label: { show: true, position: "right", distance: 6, fontSize: 12 },
      })),
      tooltip: {
        ...shared().tooltip,
        formatter: (at) => {
          const row = rows[at.dataIndex], id = ids[at.seriesIndex];
          return tip(names[at.dataIndex], [[columns[id].title, `${row.cells[id].words} ${row.cells[id].value === null ? "" : columns[id].unit}`.trim()]], row.basis);
        },
      },
    },
  };
}

// Lines over time, named at their ends. Gaps stay gaps.
function series(figure, width) {
  const { columns, rows } = read(figure);
  const { time, group } = figure.dataset;
  const ids = figure.dataset.values.split(" ").filter((id) => columns[id]);
  const times = [...new Set(rows.map((row) => row.cells[time].words))];
  const isNumber = times.every((text) => text !== "" && Number.isFinite(Number(text)));
  const isDate = !isNumber && times.every((text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text));
  const x = (text) => (isNumber ? Number(text) : isDate ? dateOf(text) : text);
  const lines = [];
  for (const id of ids) {
    const groups = group ? [...new Set(rows.map((row) => row.cells[group].words))] : [null];
    for (const name of groups) {
      const own = rows.filter((row) => name === null || row.cells[group].words === name);
      lines.push({
        id, name: [name, ids.length > 1 || name === null ? columns[id].title : ""].filter(Boolean).join(" "),
        place: name === null ? null : own[0]?.cells[group].place, isMarked: own.length > 0 && own.every((row) => row.isMarked),
        rows: own, data: own.map((row) => [x(row.cells[time].words), row.cells[id].value]),
      });
    }
  }
  if (!lines.some((line) => line.data.some((point) => point[1] !== null))) return null;
  const palette = [...colours(), css("c-n")];
  const isMarked = lines.some((line) => line.isMarked);
  const colour = (line, index) => (isMarked ? (line.isMarked ? css("weft") : css("q-4")) : placeColour(line.place) ?? (lines.length === 1 ? css("q-5") : palette[Math.min(index, 6)]));
  const right = Math.min(Math.max(...lines.map((line) => widthOf(line.name, 12))) + 16, width * 0.34);
  const unit = columns[ids[0]].unit;
  const missing = lines.reduce((sum, line) => sum + line.data.filter((point) => point[1] === null).length, 0);
  return {
    height: width < 520 ? 260 : 320,
    remark: missing ? say(`${missing} values are not known and left out.`, `${missing} 个数值未知，未画出。`) : "",
    option: {
      ...shared(), grid: { left: 8, right, top: 32, bottom: 8, containLabel: true },
      xAxis: {
        type: isNumber ? "value" : isDate ? "time" : "category", data: isNumber || isDate ? undefined : times, ...axis(),
        min: isNumber ? "dataMin" : undefined, max: isNumber ? "dataMax" : undefined, splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: css("line-2") } }, splitNumber: width < 520 ? 4 : 6,
        axisLabel: { color: css("ink-3"), formatter: isNumber ? (value) => String(value) : undefined },
        // No half years.
        minInterval: isNumber && times.every((text) => Number.isInteger(Number(text))) ? 1 : undefined,
      },
      yAxis: {
        type: "value", splitNumber: 4, ...axis(), name: unit, nameLocation: "end",
        nameTextStyle: { color: css("ink-3"), align: "left", padding: [0, 0, 0, -8] },
      },
      series: lines.map((line, index) => ({
        type: "line", name: line.name, data: line.data, connectNulls: false, symbol: line.data.length < 13 ? "circle" : "none",
        symbolSize: 6, lineStyle: { width: 2.5, color: colour(line, index) }, itemStyle: { color: colour(line, index) },
        endLabel: { show: true, formatter: fitted(line.name, right - 12, 12), color: css("ink"), distance: 6 },
        labelLayout: { moveOverlap: "shiftY" }, markPoint: line.isMarked ? undefined : marksOf(line, time, x),
      })),
      tooltip: {
        ...shared().tooltip, trigger: "axis", axisPointer: { lineStyle: { color: css("ink-3") } },
        formatter: (all) => tip(
          rows.find((row) => String(x(row.cells[time].words)) === String(all[0].value[0]))?.cells[time].words ?? String(all[0].axisValueLabel),
          all.map((at) => {
            const line = lines[at.seriesIndex];
            return [line.name, `${line.rows[at.dataIndex]?.cells[line.id].words ?? ""} ${unit}`.trim()];
          })),
      },
    },
  };
}

/** The marked points of a line of which others are not marked, named with their place and value. */
function marksOf(line, time, x) {
  const marked = line.rows.filter((row) => row.isMarked && row.cells[line.id].value !== null);
  return {
    symbol: "circle", symbolSize: 13, silent: true, itemStyle: { color: css("weft") },
    label: { show: true, position: "top", distance: 8, offset: [14, 0], color: css("ink"), fontWeight: 700, formatter: (at) => at.name },
    data: marked.map((row) => ({ name: row.cells[line.id].words, coord: [x(row.cells[time].words), row.cells[line.id].value] })),
  };
}

/** The first moment that a date as exact as printed may mean. */
function dateOf(text, isEnd = false) {
  const [year, month, day] = text.split("-").map(Number);
  if (!isEnd) return Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  return day ? Date.UTC(year, month - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
}

/** Nodes in layers from the first to the last, links that would run back left out of the order. */
function layered(links) {
  const names = [...new Set(links.flatMap((link) => [link.from, link.to]))];
  const next = new Map(names.map((name) => [name, []]));
  for (const link of links) if (link.from !== link.to) next.get(link.from).push(link.to);
  // An order in which few links run back: ends go last, beginnings first, else whoever leads to most and is led to least
  // (P. Eades, X. Lin, W. F. Smyth, 1993).
  const left = new Set(names), first = [], last = [];
  const ties = new Map(names.map((name) => [name, { out: 0, in: 0 }]));
  for (const link of links) if (link.from !== link.to) { ties.get(link.from).out++; ties.get(link.to).in++; }
  const before = new Map(names.map((name) => [name, []]));
  for (const name of names) for (const to of next.get(name)) before.get(to).push(name);
  const take = (name, into) => {
    left.delete(name);
    into.push(name);
    for (const to of next.get(name)) ties.get(to).in--;
    for (const from of before.get(name)) ties.get(from).out--;
  };
  while (left.size) {
    const end = [...left].find((name) => ties.get(name).out === 0);
    if (end !== undefined) { take(end, last); continue; }
    const begin = [...left].find((name) => ties.get(name).in === 0);
    const best = begin ?? [...left].reduce((a, b) => ties.get(b).out - ties.get(b).in > ties.get(a).out - ties.get(a).in ? b : a);
    take(best, first);
  }
  const order = [...first, ...last.reverse()], rank = new Map(order.map((name, index) => [name, index]));
  const back = new Set();
  for (const link of links) if (rank.get(link.from) > rank.get(link.to)) back.add(`${link.from}\n${link.to}`);
  const layer = new Map(names.map((name) => [name, 0]));
  for (const name of order) {
    for (const to of next.get(name)) {
      if (!back.has(`${name}\n${to}`)) layer.set(to, Math.max(layer.get(to), layer.get(name) + 1));
    }
  }
  // What has no predecessor stands right before what it leads to.
  const hasBefore = new Set(links.filter((link) => !back.has(`${link.from}\n${link.to}`)).map((link) => link.to));
  for (const name of names) {
    const after = next.get(name).filter((to) => !back.has(`${name}\n${to}`));
    if (!hasBefore.has(name) && after.length) layer.set(name, Math.min(...after.map((to) => layer.get(to))) - 1);
  }
  const isCyclic = back.size > 0;
  const least = Math.min(...layer.values());
  const columns = [];
  for (const name of names) (columns[layer.get(name) - least] ??= []).push(name);
  const filled = columns.filter(Boolean);
  const beside = new Map(names.map((name) => [name, []]));
  for (const link of links) { beside.get(link.from).push(link.to); beside.get(link.to).push(link.from); }
  // A few sweeps that put each node near the middle of its neighbours.
  const place = new Map();
  const number = () => filled.forEach((column) => column.forEach((name, index) => place.set(name, (index + 0.5) / column.length)));
  number();
  for (let sweep = 0; sweep < 8; sweep++) {
    for (const column of sweep % 2 ? [...filled].reverse() : filled) {
      const middle = new Map(column.map((name, index) => {
        const around = beside.get(name).map((other) => place.get(other));
        return [name, around.length ? around.reduce((sum, value) => sum + value, 0) / around.length : (index + 0.5) / column.length];
      }));
      column.sort((a, b) => middle.get(a) - middle.get(b) || names.indexOf(a) - names.indexOf(b));
      number();
    }
  }
  return { columns: filled, isCyclic };
}

// Who is tied to whom, from left to right.
function network(figure, width) {
  const { rows } = read(figure);
  const { from, to, label } = figure.dataset;
  const links = rows.map((row) => ({
    from: row.cells[from].words, to: row.cells[to].words, words: label ? row.cells[label]?.words ?? "" : "", row,
  })).filter((link) => link.from && link.to && !row0(link, from) && !row0(link, to));
  if (!links.length) return null;
  const { columns } = layered(links);
  const tallest = Math.max(...columns.map((column) => column.length));
  const step = 24, height = Math.max(120, tallest * step + 16);
  const span = width / columns.length, dot = 4;
  const places = new Map();
  for (const row of rows) for (const id of [from, to]) if (row.cells[id].place) places.set(row.cells[id].words, row.cells[id].place);
  const marked = new Set(rows.filter((row) => row.isMarked).map((row) => row.cells[from].words));
  const room = Math.max(40, span - 34);
  const spot = new Map();
  columns.forEach((column, at) => column.forEach((name, index) => {
    const gap = Math.max(step, (height - 16) / (column.length + 1) > step * 2.4 ? step * 2.4 : (height - 16) / Math.max(column.length, 1));
    spot.set(name, [at * span + 8, height / 2 + (index - (column.length - 1) / 2) * gap]);
  }));
  const nameEnd = new Map([...spot].map(([name]) => [name, Math.min(widthOf(name, 12), room) + 14]));
  return {
    height,
    option: {
      ...shared(), grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: "value", min: 0, max: width, show: false }, yAxis: { type: "value", min: 0, max: height, inverse: true, show: false },
      series: [
        {
          type: "custom", coordinateSystem: "cartesian2d", z: 1, data: links.map((_, index) => index),
          renderItem: (_, api) => {
            const link = links[api.value(0)];
            if (!link) return null;
            const a = spot.get(link.from), b = spot.get(link.to);
            const start = [a[0] + nameEnd.get(link.from), a[1]], end = [b[0] - dot - 2, b[1]];
            const bend = Math.max(18, Math.abs(end[0] - start[0]) / 2);
            return {
              type: "bezierCurve", z2: 1,
              shape: { x1: start[0], y1: start[1], x2: end[0], y2: end[1], cpx1: start[0] + bend, cpy1: start[1], cpx2: end[0] - bend, cpy2: end[1] },
              style: { stroke: css("line-2"), lineWidth: 1.25, fill: "none" },
              emphasis: { style: { stroke: css("weft"), lineWidth: 2 } },
            };
          },
          encode: { x: -1, y: -1 },
        },
        {
          type: "custom", coordinateSystem: "cartesian2d", z: 2, data: [...spot.keys()].map((_, index) => index),
          renderItem: (_, api) => {
            const name = [...spot.keys()][api.value(0)];
            const [x, y] = spot.get(name);
            const colour = marked.has(name) ? css("weft") : placeColour(places.get(name)) ?? css("q-5");
            return {
              type: "group",
              children: [
                { type: "circle", shape: { cx: x, cy: y, r: dot }, style: { fill: colour } },
                { type: "text", style: { text: fitted(name, room, 12), x: x + dot + 5, y, verticalAlign: "middle", fill: css("ink"), fontSize: 12, fontFamily: shared().textStyle.fontFamily, stroke: css("surface"), lineWidth: 3 } },
              ],
            };
          },
          encode: { x: -1, y: -1 },
        },
      ],
      tooltip: {
        ...shared().tooltip,
        formatter: (at) => {
          if (at.seriesIndex === 0) {
            const link = links[at.dataIndex];
            return tip(`${link.from} → ${link.to}`, [], [link.words, link.row.basis].filter(Boolean).join(" · "));
          }
          const name = [...spot.keys()][at.dataIndex];
          const out = links.filter((link) => link.from === name), into = links.filter((link) => link.to === name);
          return tip(name, [[say("leads to", "指向"), String(out.length)], [say("comes from", "来自"), String(into.length)]]);
        },
      },
    },
  };
}

/** Whether one end of a link is not known. */
const row0 = (link, id) => link.row.cells[id].isMissing;

// Flows with their widths.
function sankey(figure, width) {
  const { columns, rows } = read(figure);
  const { from, to, value } = figure.dataset;
  const links = rows.map((row) => ({ from: row.cells[from].words, to: row.cells[to].words, value: row.cells[value].value, row }))
    .filter((link) => link.from && link.to && link.value > 0);
  if (!links.length) return null;
  // Flows may run between the same names both ways: the two sides are then kept apart.
  const { isCyclic, columns: layers } = layered(links);
  const left = (name) => (isCyclic ? `${name}\u200b` : name);
  const names = [...new Set(links.flatMap((link) => [left(link.from), link.to]))];
  const places = new Map();
  for (const row of rows) for (const id of [from, to]) if (row.cells[id].place) places.set(row.cells[id].words, row.cells[id].place);
  const plain = (name) => name.replace("\u200b", "");
  const colour = (name) => placeColour(places.get(plain(name))) ?? css("q-4");
  const depth = isCyclic ? 2 : layers.length;
  const rightest = new Set(names.filter((name) => !links.some((link) => left(link.from) === name)));
  const room = width / depth - 24;
  const tallest = Math.max(new Set(links.map((link) => link.from)).size, new Set(links.map((link) => link.to)).size);
  const ends = Math.max(...[...rightest].map((name) => Math.min(widthOf(plain(name), 12), room))) + 12;
  const unit = columns[value].unit;
  return {
    height: Math.max(160, tallest * 34 + 20),
    remark: rows.length > links.length ? say(`${rows.length - links.length} rows without a number are in the table only.`, `${rows.length - links.length} 行无数字，只在表中。`) : "",
    option: {
      ...shared(),
      series: [{
        type: "sankey", left: 0, right: ends, top: 8, bottom: 8, nodeWidth: 10, nodeGap: 12, draggable: false,
        layoutIterations: 32, nodeAlign: "justify", emphasis: { focus: "adjacency" },
        data: names.map((name) => ({ name, itemStyle: { color: colour(name), borderWidth: 0 }, label: { formatter: fitted(plain(name), room, 12) } })),
        links: links.map((link) => ({ source: left(link.from), target: link.to, value: link.value, lineStyle: { color: colour(link.from), opacity: 0.32, curveness: 0.5 } })),
        label: { color: css("ink"), fontSize: 12, position: "right", textBorderColor: css("surface"), textBorderWidth: 2.5 },
      }],
      tooltip: {
        ...shared().tooltip,
        formatter: (at) => at.dataType === "edge"
          ? tip(`${plain(at.data.source)} → ${at.data.target}`, [[columns[value].title, `${links[at.dataIndex].row.cells[value].words} ${unit}`.trim()]], links[at.dataIndex].row.basis)
          : tip(plain(at.name), [[columns[value].title, `${at.value} ${unit}`.trim()]]),
      },
    },
  };
}

// One line an event, in the order of time; what is exact to the year only is as wide as the year.
function timeline(figure, width) {
  const { rows } = read(figure);
  const { start, end, name, lane } = figure.dataset;
  const events = rows.map((row) => ({ row, from: row.cells[start].words, to: end ? row.cells[end].words : "", words: row.cells[name].words }))
    .filter((event) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(event.from))
    .map((event) => {
      const last = /^\d{4}(-\d\d(-\d\d)?)?$/.test(event.to) ? event.to : event.from;
      return { ...event, a: dateOf(event.from), b: dateOf(last, true) };
    })
    .sort((one, other) => one.a - other.a || one.b - other.b);
  if (!events.length) return null;
  const first = Math.min(...events.map((event) => event.a)), last = Math.max(...events.map((event) => event.b));
  const day = 86_400_000, step = width < 520 ? 38 : 25, top = 26;
  const height = events.length * step + top + 8;
  const span = Math.max(last - first, 30 * day);
  const low = first - span * 0.02, high = last + span * 0.02;
  const plotted = width - 16;
  const x = (time) => 8 + ((time - low) / (high - low)) * plotted;
  return {
    height,
    remark: rows.length > events.length ? say(`${rows.length - events.length} rows without a printed date are in the table only.`, `${rows.length - events.length} 行未印日期，只在表中。`) : "",
    option: {
      ...shared(), grid: { left: 8, right: 8, top, bottom: 8 },
      xAxis: {
        type: "time", min: low, max: high, position: "top", ...axis(), splitNumber: width < 520 ? 3 : 7,
        axisLabel: { color: css("ink-3"), hideOverlap: true, formatter: { year: "{yyyy}", month: "{yyyy}-{MM}", day: "{MM}-{dd}" } },
      },
      yAxis: { type: "value", min: 0, max: events.length, inverse: true, show: false },
      series: [{
        type: "custom", data: events.map((event, index) => [event.a, index]), encode: { x: 0, y: 1 }, clip: false,
        renderItem: (_, api) => {
          const event = events[api.value(1)];
          const y = top + api.value(1) * step + (width < 520 ? 28 : step / 2);
          const a = x(event.a), b = Math.max(x(event.b), a + 1);
          const isPoint = b - a < 9;
          const colour = event.row.isMarked ? css("weft") : placeColour(lane ? event.row.cells[lane]?.place : null) ?? css("q-5");
          const date = event.to && event.to !== event.from ? `${event.from} – ${event.to}` : event.from;
          const isExact = event.from.length === 10 || event.to !== "";
          const mark = isPoint
            ? { type: "circle", shape: { cx: (a + b) / 2, cy: y, r: 4.5 }, style: { fill: colour } }
            : { type: "rect", shape: { x: a, y: y - 5, width: b - a, height: 10, r: 2 }, style: isExact ? { fill: colour } : { fill: css("surface"), stroke: colour, lineWidth: 1.5, lineDash: [3, 2] } };
          const label = `${date}  ${event.words}`;
          const text = { type: "text", style: { fontSize: 12, fill: css("ink"), fontFamily: shared().textStyle.fontFamily, verticalAlign: "middle", y } };
          if (width < 520) {
            // On a phone the words stand above their mark, from edge to edge.
            Object.assign(text.style, { text: fitted(label, plotted, 12), x: 8, y: y - 15 });
            const wanted = Math.min(a, width - 8 - Math.min(widthOf(label, 12), plotted));
            text.style.x = Math.max(8, wanted);
          } else {
            const after = width - 8 - b - 8, before = a - 16;
            const isAfter = widthOf(label, 12) <= after || after >= before;
            const space = Math.max(isAfter ? after : before, 80);
            Object.assign(text.style, { text: fitted(label, space, 12), x: isAfter ? b + 8 : a - 8, align: isAfter ? "left" : "right" });
          }
          return { type: "group", children: [mark, text] };
        },
      }],
      tooltip: {
        ...shared().tooltip,
        formatter: (at) => {
          const event = events[at.dataIndex];
          const pairs = [[say("Date", "日期"), [event.from, event.to].filter(Boolean).join(" – ")]];
          if (lane && event.row.cells[lane]?.words) pairs.push([say("Place", "地区"), event.row.cells[lane].words]);
          return tip(event.words, pairs, event.row.basis);
        },
      },
    },
  };
}

export const drawings = { bars, bands, series, network, sankey, scatter, timeline };
