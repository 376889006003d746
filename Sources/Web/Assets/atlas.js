// Maps are drawn by the server. This lets readers zoom and move them, tells what a mark stands for, joins marks that
// come too near to each other and parts them again, and makes the map one stop for the keyboard.

import { offer } from "./saving.js";

const zh = document.documentElement.lang.startsWith("zh");
const say = (en, chinese) => (zh ? chinese : en);
const svgNames = "http://www.w3.org/2000/svg";

function atlas(svg) {
  const box = svg.closest(".atlasbox");
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const gap = Number(svg.dataset.gap) || 19;
  const small = svg.classList.contains("small");
  const view = { k: 1, x: 0, y: 0 };
  const grounds = [...svg.querySelectorAll(".zooms")];
  const pattern = svg.querySelector("pattern");
  const spots = [...svg.querySelectorAll("[data-x]")].map((node) => ({
    node, x: Number(node.dataset.x), y: Number(node.dataset.y), isMark: node.classList.contains("pin"),
    isSeat: node.classList.contains("region"),
  }));
  const marks = spots.filter((spot) => spot.isMark);
  const layer = svg.querySelector(".marks");
  // Words show at once; the browser's own note would come late and stay.
  const told = new Map(marks.map(({ node }) => {
    const title = node.querySelector("title");
    title?.remove();
    return [node, (title?.textContent ?? "").split("\n").filter(Boolean)];
  }));
  const words = (node) => told.get(node) ?? [];
  const hasCaptions = svg.querySelector(".names .cap") !== null;
  let stops = [];
  let card = null;

  /** How many units of the map a pixel of the screen is. */
  const unit = () => width / (svg.getBoundingClientRect().width || width);

  function settle() {
    const k = Math.max(1, unit());
    svg.style.setProperty("--k", String(k));
    for (const ground of grounds) {
      ground.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
    }
    pattern?.setAttribute("patternTransform", `rotate(45) scale(${k / view.k})`);
    for (const spot of spots) {
      const x = spot.x * view.k + view.x, y = spot.y * view.k + view.y;
      spot.now = [x, y];
      if (spot.node.localName === "circle") {
        spot.node.setAttribute("cx", x);
        spot.node.setAttribute("cy", y);
      } else if (spot.isMark) {
        spot.node.setAttribute("transform", `translate(${x} ${y})`);
      }
    }
    join(k);
  }

  const radiusOf = (count, k) => (count > 1 ? (small ? 8 : 9.5) + Math.min(6, count * 0.5) : 7) * k;

  const groupOf = (members, k) => ({
    members, isSeat: members[0].isSeat, radius: radiusOf(members.length, k),
    x: members.reduce((sum, mark) => sum + mark.now[0], 0) / members.length,
    y: members.reduce((sum, mark) => sum + mark.now[1], 0) / members.length,
  });
  const overlap = (one, other) => one.radius + other.radius + 1 - Math.hypot(one.x - other.x, one.y - other.y);

  /** Groups of marks as the server makes them: near ones first, then what overlaps; seats give way to the rest. */
  function grouped(k) {
    const left = [...marks];
    let groups = [];
    while (left.length) {
      const first = left[0];
      const near = left.filter((mark) => mark.isSeat === first.isSeat && Math.hypot(mark.now[0] - first.now[0], mark.now[1] - first.now[1]) < gap * k);
      for (const mark of near) left.splice(left.indexOf(mark), 1);
      groups.push(groupOf(near, k));
    }
    for (let pass = 0, changed = true; changed && pass < 8; pass++) {
      changed = false;
      const kept = [];
      for (const group of groups) {
        const at = kept.findIndex((other) => other.isSeat === group.isSeat && overlap(other, group) > 0);
        if (at < 0) { kept.push(group); continue; }
        kept[at] = groupOf([...kept[at].members, ...group.members], k);
        changed = true;
      }
      groups = kept;
    }
    for (let round = 0; round < 6; round++) {
      for (const seat of groups) {
        if (!seat.isSeat) continue;
        for (const other of groups) {
          const by = other === seat ? 0 : overlap(seat, other);
          if (by <= 0) continue;
          const dx = seat.x - other.x, dy = seat.y - other.y, length = Math.hypot(dx, dy);
          seat.x += (length < 0.5 ? 0.8 : dx / length) * by;
          seat.y += (length < 0.5 ? 0.6 : dy / length) * by;
        }
      }
    }
    return groups;
  }

  function join(k) {
    for (const old of layer.querySelectorAll(".many")) old.remove();
    const focused = document.activeElement;
    const groups = grouped(k);
    stops = groups.map((group) => {
      const isJoined = group.members.length > 1;
      for (const mark of group.members) mark.node.classList.toggle("in", isJoined);
      if (isJoined) return circle(group, k);
      group.members[0].node.setAttribute("transform", `translate(${group.x} ${group.y})`);
      return group.members[0].node;
    });
    placeNames(groups, k);
    if (small) { for (const stop of stops) stop.setAttribute("tabindex", "-1"); return; }
    const current = stops.includes(focused) ? focused : stops[0];
    for (const stop of stops) stop.setAttribute("tabindex", stop === current ? "0" : "-1");
  }

  function circle(group, k) {
    const node = document.createElementNS(svgNames, "g");
    const count = group.members.length;
    const isHere = group.members.some((mark) => mark.node.classList.contains("here"));
    node.setAttribute("class", ["many", group.isSeat ? "seat" : "", isHere ? "here" : ""].filter(Boolean).join(" "));
    node.setAttribute("transform", `translate(${group.x} ${group.y})`);
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", say(`${count} here`, `此处 ${count} 个`));
    const disc = document.createElementNS(svgNames, "circle");
    disc.setAttribute("r", String(group.radius / k));
    const text = document.createElementNS(svgNames, "text");
    text.setAttribute("dy", ".36em");
    text.textContent = String(count);
    node.append(disc, text);
    node.group = group.members;
    layer.append(node);
    return node;
  }

  /** Every name at the spot near its area that hides the least; one that would hide too much is left out. */
  function placeNames(groups, k) {
    const shared = (one, other) =>
      Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0])) * Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]));
    const taken = groups.map(({ x, y, radius }) => [x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1]);
    for (const disc of svg.querySelectorAll(".discs circle")) {
      const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(disc.getAttribute(name)));
      taken.push([x - r, y - r, x + r, y + r]);
    }
    for (const spot of spots) {
      if (spot.node.localName !== "text") continue;
      spot.node.classList.remove("off");
      const size = parseFloat(getComputedStyle(spot.node).fontSize);
      const wide = spot.node.getComputedTextLength() + 4 * k, tall = size * 1.2;
      let best = null;
      const steps = (spot.node.dataset.away ?? "0").split(" ").map((text) => Number(text) * k);
      let number = 0;
      for (const away of steps) {
        const aslant = away * 0.8;
        const moves = away === 0 ? [[0, 0]] : [
          [0, -away], [0, away], [away * 1.5, 0], [-away * 1.5, 0], [aslant, -aslant], [-aslant, -aslant], [aslant, aslant], [-aslant, aslant],
        ];
        for (const [dx, dy] of moves) {
          const x = Math.min(Math.max(spot.now[0] + dx, wide / 2 + 2), width - wide / 2 - 2);
          const y = Math.min(Math.max(spot.now[1] + dy, tall / 2 + 2), height - tall / 2 - 2);
          const box = [x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2];
          const hidden = taken.reduce((sum, other) => sum + shared(box, other), 0);
          const cost = hidden + number++ * 1.5 * k * k;
          if (!best || cost < best.cost) best = { cost, hidden, x, y, box };
        }
      }
      // On a small screen the names of places stand for those of their parts, until the map is enlarged.
      const isCrowded = hasCaptions && k > 1.5 && view.k < 1.5 && !spot.node.classList.contains("cap");
      const isOutside = spot.now[0] < 0 || spot.now[1] < 0 || spot.now[0] > width || spot.now[1] > height;
      if (isOutside || isCrowded || best.hidden > wide * tall * 0.3) { spot.node.classList.add("off"); continue; }
      taken.push(best.box);
      spot.node.setAttribute("x", best.x);
      spot.node.setAttribute("y", best.y);
    }
  }

  // MARK: what stands there

  function tell(node, isPinned) {
    close();
    const group = node.group?.map((mark) => mark.node) ?? [node];
    card = document.createElement("div");
    card.className = isPinned ? "card" : "card quiet";
    card.owner = node;
    if (node.group) {
      const head = document.createElement("b");
      head.textContent = say(`${group.length} here`, `此处 ${group.length} 个`);
      const list = document.createElement("ul");
      for (const mark of group.slice(0, isPinned ? 200 : 8)) list.append(entry(mark, isPinned));
      card.append(head, list);
      if (!isPinned && group.length > 8) card.append(say(`and ${group.length - 8} more`, `等另外 ${group.length - 8} 个`));
      if (isPinned && apart(node.group) && view.k < 16) {
        const acts = document.createElement("div");
        const more = document.createElement("button");
        acts.className = "acts";
        more.type = "button";
        more.className = "btn";
        more.textContent = say("Zoom in to part them", "放大分开");
        more.addEventListener("click", () => { const { now } = centre(node.group); close(); zoom(3, now); });
        acts.append(more);
        card.append(acts);
      }
    } else {
      const [name, ...rest] = words(node);
      const head = document.createElement("b");
      head.textContent = name;
      card.append(head);
      for (const line of rest) {
        const part = document.createElement("div");
        part.textContent = line;
        card.append(part);
      }
      if (isPinned && node.hasAttribute("href")) {
        const link = document.createElement("a");
        link.href = node.getAttribute("href");
        link.textContent = svg.closest("[data-open]")?.dataset.open ?? say("Open the page", "打开页面");
        card.append(link);
      }
    }
    box.append(card);
    const at = node.getBoundingClientRect(), edge = box.getBoundingClientRect();
    const x = at.left + at.width / 2 - edge.left, y = at.top - edge.top;
    const left = Math.max(4, Math.min(x - card.offsetWidth / 2, edge.width - card.offsetWidth - 4));
    const above = y - card.offsetHeight - 10;
    card.style.left = `${left}px`;
    card.style.top = `${above > 0 ? above : y + at.height + 10}px`;
    if (isPinned) (card.querySelector("a, button") ?? card).focus?.();
  }

  function entry(mark, isLinked) {
    const [name, ...rest] = words(mark);
    const item = document.createElement("li");
    let label = document.createElement("span");
    if (isLinked && mark.hasAttribute("href")) {
      label = document.createElement("a");
      label.href = mark.getAttribute("href");
    }
    label.textContent = name;
    item.append(label);
    if (isLinked && rest.length) item.append(say(": ", "："), rest.join(say("; ", "；")));
    return item;
  }

  const centre = (group) => ({ now: [0, 1].map((i) => group.reduce((sum, mark) => sum + mark.now[i], 0) / group.length) });
  const apart = (group) => group.some((mark) => Math.hypot(mark.x - group[0].x, mark.y - group[0].y) > 0.5);

  function close(isBack) {
    const owner = card?.owner;
    card?.remove();
    card = null;
    if (isBack && owner?.isConnected) owner.focus();
  }

  const stopOf = (target) => target.closest?.(".pin, .many");
  svg.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || (card && !card.classList.contains("quiet"))) return;
    const node = stopOf(event.target);
    if (node) tell(node, false); else close();
  });
  svg.addEventListener("pointerleave", () => { if (card?.classList.contains("quiet")) close(); });
  svg.addEventListener("click", (event) => {
    if (moved) { event.preventDefault(); moved = false; return; }
    const node = stopOf(event.target);
    if (!node) { if (!event.target.closest("a")) close(); return; }
    if (small && !node.group) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell(node, true);
  });
  document.addEventListener("pointerdown", (event) => {
    if (card && !card.contains(event.target) && !svg.contains(event.target)) close();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && card) { close(true); event.preventDefault(); return; }
    const node = stopOf(event.target);
    if (!node || !stops.includes(node)) return;
    const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      tell(node, true);
    } else if (moves[event.key]) {
      event.preventDefault();
      const next = neighbour(node, moves[event.key]);
      if (!next) return;
      for (const stop of stops) stop.setAttribute("tabindex", stop === next ? "0" : "-1");
      next.focus();
      tell(next, false);
    } else if (event.key === "+" || event.key === "=") {
      zoom(1.6);
    } else if (event.key === "-") {
      zoom(1 / 1.6);
    }
  });

  /** The next mark in a direction: near and straight ahead counts, aside counts double. */
  function neighbour(node, [dx, dy]) {
    const middle = (stop) => { const r = stop.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
    const [x, y] = middle(node);
    let best = null, least = Infinity;
    for (const stop of stops) {
      const [a, b] = middle(stop);
      const ahead = (a - x) * dx + (b - y) * dy, aside = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
      if (ahead > 0.5 && ahead + 2 * aside < least) { best = stop; least = ahead + 2 * aside; }
    }
    return best;
  }

  // MARK: zoom and move

  function zoom(factor, at = [width / 2, height / 2]) {
    const k = Math.max(1, Math.min(24, view.k * factor));
    const real = k / view.k;
    view.x = at[0] - (at[0] - view.x) * real;
    view.y = at[1] - (at[1] - view.y) * real;
    view.k = k;
    hold();
    settle();
    buttons?.update();
  }

  /** The map never leaves its frame. */
  function hold() {
    view.x = Math.min(0, Math.max(width - width * view.k, view.x));
    view.y = Math.min(0, Math.max(height - height * view.k, view.y));
  }

  let moved = false;
  let buttons = null;
  if (!small) {
    const pointers = new Map();
    const point = (event) => {
      const edge = svg.getBoundingClientRect();
      return [(event.clientX - edge.left) * width / edge.width, (event.clientY - edge.top) * height / edge.height];
    };
    svg.addEventListener("pointerdown", (event) => { pointers.set(event.pointerId, point(event)); moved = false; });
    svg.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = point(event);
      if (pointers.size === 2) {
        const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
        const from = Math.hypot(before[0] - other[0], before[1] - other[1]);
        const to = Math.hypot(now[0] - other[0], now[1] - other[1]);
        if (from > 0) zoom(to / from, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
        moved = true;
        pointers.set(event.pointerId, now);
      } else if (view.k > 1 && (moved || Math.hypot(now[0] - before[0], now[1] - before[1]) > 4 * unit())) {
        if (!moved) { svg.setPointerCapture(event.pointerId); close(); }
        moved = true;
        view.x += now[0] - before[0];
        view.y += now[1] - before[1];
        hold();
        settle();
        pointers.set(event.pointerId, now);
      }
    });
    const up = (event) => {
      pointers.delete(event.pointerId);
      if (moved) setTimeout(() => { moved = false; });
    };
    svg.addEventListener("pointerup", up);
    svg.addEventListener("pointercancel", up);
    // A wheel scrolls the page; with Ctrl, which a touchpad's pinch sends too, it zooms.
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.01), point(event));
    }, { passive: false });
    svg.addEventListener("dblclick", (event) => { event.preventDefault(); zoom(2, point(event)); });

    const bar = document.createElement("div");
    bar.className = "zoom";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", say("Zoom", "缩放"));
    const make = (label, sign, act) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = label;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", act);
      bar.append(button);
      return button;
    };
    make(say("Zoom in", "放大"), "+", () => { close(); zoom(1.8); });
    const out = make(say("Zoom out", "缩小"), "−", () => { close(); zoom(1 / 1.8); });
    const whole = make(say("Show all", "全图"), "⤢", () => { close(); zoom(0); });
    buttons = {
      update() {
        out.disabled = whole.disabled = view.k <= 1;
        // One finger moves the page until the map is larger than its frame.
        svg.style.touchAction = view.k > 1 ? "none" : "pan-y";
      },
    };
    buttons.update();
    box.prepend(bar);
  }

  settle();
  new ResizeObserver(() => { close(); settle(); }).observe(box);
  const figure = svg.closest("figure.chart");
  if (figure) offer(figure, () => svg);
}

for (const svg of document.querySelectorAll(".atlasbox > svg.atlas")) atlas(svg);
