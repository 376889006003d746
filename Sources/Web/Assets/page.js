// What every page can do with script: one source note open at a time, Escape closes it; the progress of a run without
// loading the page again.

document.addEventListener("toggle", (event) => {
  const opened = event.target;
  if (!(opened instanceof HTMLDetailsElement) || !opened.open || !opened.matches("details.src")) return;
  for (const other of document.querySelectorAll("details.src[open]")) if (other !== opened) other.open = false;
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const note of document.querySelectorAll("details.src[open]")) {
    const inside = note.contains(document.activeElement);
    note.open = false;
    if (inside) note.querySelector("summary")?.focus();
  }
});
const run = document.querySelector("[data-run-events]");
if (run && "EventSource" in window) {
  const bar = run.querySelector("progress");
  const step = run.querySelector("[data-step]");
  const events = new EventSource(run.dataset.runEvents);
  events.addEventListener("progress", (event) => {
    const state = JSON.parse(event.data);
    if (bar) bar.value = state.fraction;
    if (step) step.textContent = state.step;
  });
  events.addEventListener("end", () => { events.close(); location.replace(run.dataset.runPage); });
}

// The chain has lines to draw and stages to fold; other pages do not load that.
if (document.querySelector(".chain")) import("./chain.js");
// A map over time has a slider.
if (document.querySelector("form.slider")) import("./days.js");
