// Lets readers save a picture: PNG to show, SVG to go on drawing. Colours are those of the page as it stands.

const zh = document.documentElement.lang.startsWith("zh");
const carried = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-opacity", "opacity",
  "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "vector-effect", "transform",
];

/** A copy of an SVG that looks the same without the page's style sheet. */
function alone(svg) {
  const copy = svg.cloneNode(true);
  const pairs = [[svg, copy]];
  while (pairs.length) {
    const [from, to] = pairs.pop();
    const style = getComputedStyle(from);
    const inner = [...from.children].map((child, index) => [child, to.children[index]]);
    if (style.display === "none") { to.remove(); continue; }
    if (from !== svg) {
      for (const name of carried) {
        const value = style.getPropertyValue(name);
        if (!value || value === "none" && name === "transform" || value.startsWith("url(")) continue;
        to.setAttribute(name, value);
      }
    }
    for (const name of ["class", "style", "tabindex", "href", "aria-label"]) to.removeAttribute(name);
    pairs.push(...inner);
  }
  const box = svg.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", box.width);
  copy.setAttribute("height", box.height);
  if (!copy.hasAttribute("viewBox")) copy.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  return { text: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Words broken into lines that fit; Chinese breaks anywhere, other text at spaces. */
function lines(pen, text, width) {
  const out = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    if (line && pen.measureText(line + part.trimEnd()).width > width) { out.push(line.trimEnd()); line = ""; }
    line += part;
  }
  if (line.trim()) out.push(line.trimEnd());
  return out;
}

/** The picture with its title above and what must stand under it below, at twice the size of the screen. */
async function png(figure, svg) {
  const drawn = alone(svg);
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(drawn.text);
  await image.decode();
  const page = getComputedStyle(document.documentElement), body = getComputedStyle(document.body);
  const colour = (name) => page.getPropertyValue(`--${name}`).trim();
  const canvas = document.createElement("canvas"), pen = canvas.getContext("2d"), edge = 16;
  const width = Math.max(drawn.width, 360);
  const set = (size, weight) => { pen.font = `${weight} ${size}px ${body.fontFamily}`; };
  const title = figure.querySelector("figcaption b")?.textContent ?? "";
  const notes = [figure.querySelector("figcaption span"), ...figure.querySelectorAll(".cf p")].filter(Boolean);
  const foot = [...notes.map((note) => note.textContent.trim()), location.origin + location.pathname];
  set(16, 650);
  const heads = lines(pen, title, width);
  set(11, 400);
  const feet = foot.flatMap((text) => lines(pen, text, width));
  const top = edge + heads.length * 22 + 6, height = top + drawn.height + 10 + feet.length * 15 + edge;
  canvas.width = (width + 2 * edge) * 2;
  canvas.height = height * 2;
  pen.scale(2, 2);
  pen.fillStyle = colour("surface");
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colour("ink");
  set(16, 650);
  heads.forEach((line, index) => pen.fillText(line, edge, edge + 16 + index * 22));
  pen.drawImage(image, edge + (width - drawn.width) / 2, top, drawn.width, drawn.height);
  set(11, 400);
  pen.fillStyle = colour("ink-3");
  feet.forEach((line, index) => pen.fillText(line, edge, top + drawn.height + 22 + index * 15));
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Adds the two buttons to a figure's foot; `svg` gives what is to be saved, as it stands then. */
export function offer(figure, svg) {
  let nav = figure.querySelector(".tfoot nav");
  if (!nav) {
    const foot = figure.querySelector(".tfoot");
    if (!foot) return;
    nav = document.createElement("nav");
    nav.setAttribute("aria-label", zh ? "下载" : "Downloads");
    foot.append(nav);
  }
  const name = (figure.id || "figure").replace(/^f-/, "");
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "plain";
    made.textContent = label;
    made.addEventListener("click", act);
    nav.append(made);
  };
  button("PNG", async () => save(await png(figure, svg()), `${name}.png`));
  button("SVG", () => save(new Blob([alone(svg()).text], { type: "image/svg+xml" }), `${name}.svg`));
}
