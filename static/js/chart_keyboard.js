// A focused chart is read with the arrow keys: left and right through the points of a line, up and down
// through the lines. Each point is shown as under the pointer and said through a live region.
(() => {
  const pointsOf = (plot) => plot.data
    .map((trace, curve) => ({ curve, words: trace.hovertext }))
    .filter(({ words }) => Array.isArray(words) && words.length);

  const step = (key, place, lines) => {
    const clamp = (value, length) => Math.max(0, Math.min(length - 1, value));
    if (key === "Home") return { line: 0, point: 0 };
    if (key === "End") return { line: lines.length - 1, point: lines.at(-1).words.length - 1 };
    const line = clamp(place.line + ({ ArrowUp: -1, ArrowDown: 1 }[key] ?? 0), lines.length);
    const moved = place.point + ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0);
    return { line, point: clamp(moved, lines[line].words.length) };
  };

  const show = (plot, readout, line, point) => {
    readout.textContent = line.words[point];
    try {
      Plotly.Fx.hover(plot, [{ curveNumber: line.curve, pointNumber: point }], Object.keys(plot._fullLayout._plots));
    } catch {
      Plotly.Fx.unhover(plot);
    }
  };

  const listen = (figure, plot, readout) => {
    let place = null;
    plot.addEventListener("keydown", (event) => {
      const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
      if (event.key === "Escape") { Plotly.Fx.unhover(plot); place = null; return; }
      const lines = pointsOf(plot);
      if (!keys.includes(event.key) || !lines.length) return;
      event.preventDefault();
      place = place ? step(event.key, place, lines) : { line: 0, point: 0 };
      show(plot, readout, lines[place.line], place.point);
    });
    plot.addEventListener("blur", () => { if (plot.data) Plotly.Fx.unhover(plot); });
  };

  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const plot = figure.querySelector("[data-chart-plot]");
    const readout = document.createElement("p");
    readout.className = "chart-readout";
    readout.setAttribute("aria-live", "polite");
    plot.after(readout);
    plot.tabIndex = 0;
    plot.setAttribute("role", "application");
    plot.setAttribute("aria-roledescription", "chart");
    plot.setAttribute("aria-label", `${figure.querySelector(".figure-title")?.textContent ?? "Chart"}. Arrow keys read its points.`);
    const summary = figure.querySelector(".figure-summary");
    if (summary?.id) plot.setAttribute("aria-describedby", summary.id);
    listen(figure, plot, readout);
  }
})();
