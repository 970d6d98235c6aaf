// Draws every <figure data-chart> from the JSON inside it when it is about to be seen. Plotly, by far the largest
// script, is fetched once, by the first figure in view: a page on which nobody scrolls that far goes without.
// A page made for paper draws all of them at once (data-at-once).
// <script defer src=".../charts.js" data-plotly="URL" data-plotly-style="URL" data-plotly-map-style="ID"></script>
// A page replaces a figure with ChartPage.update(figure, plot), or by changing the JSON and sending "chart:update" to it.
(() => {
  const own = document.currentScript.dataset;
  const root = document.documentElement;
  const colors = window.ChartColors;
  const config = {
    responsive: true, displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "",
    showTips: false, scrollZoom: false, doubleClick: false, staticPlot: false, modeBarButtons: [["toImage"]],
  };

  const loaded = (element, parent) => new Promise((done, failed) => {
    element.addEventListener("load", done);
    element.addEventListener("error", () => failed(new Error("the charts could not be fetched")));
    parent.append(element);
  });

  // Plotly inserts no style of its own where these two stand: the page's policy would refuse it.
  let fetching = null;
  const plotly = () => {
    fetching ??= (async () => {
      if (window.Plotly) return;
      const map = Object.assign(document.createElement("meta"), { id: own.plotlyMapStyle });
      const style = Object.assign(document.createElement("link"), {
        rel: "stylesheet", href: own.plotlyStyle, id: "plotly.js-style-global", className: "no-inline-styles",
      });
      const script = Object.assign(document.createElement("script"), { src: own.plotly });
      document.head.append(map);
      await Promise.all([loaded(style, document.head), loaded(script, document.head)]);
    })();
    return fetching;
  };

  const json = (figure) => figure.querySelector('script[type="application/json"]');
  const plotOf = (figure) => figure.querySelector("[data-chart-plot]");

  const specOf = (figure) => JSON.parse(json(figure).textContent);

  const draw = async (figure, width = null) => {
    const target = plotOf(figure);
    try {
      const spec = specOf(figure);
      await plotly();
      const { data, layout } = colors.resolve(spec);
      layout.font.family = getComputedStyle(target).fontFamily;
      if (width) layout.width = width;
      await Plotly.react(target, data, layout, config);
    } catch (error) {
      target.dataset.chartFailed = "";
      target.textContent = `This chart could not be drawn (${error.message}). The table below says the same.`;
      return;
    }
    figure.dataset.chartDrawn = "";
    const png = figure.querySelector("[data-chart-png]");
    if (png) png.hidden = false;
    figure.dispatchEvent(new CustomEvent("chart:drawn", { bubbles: true }));
  };

  const figures = () => [...document.querySelectorAll("figure[data-chart]")];
  const wanted = new Set();
  const drawAll = (width) => Promise.all([...wanted].map((figure) => draw(figure, width)));

  const update = async (figure, plot) => {
    if (plot) json(figure).textContent = JSON.stringify(plot);
    if (wanted.has(figure)) await draw(figure);
  };

  // Stays in the browser: Plotly makes the picture here, and the download is a link to it.
  const save = async (figure) => {
    const target = plotOf(figure);
    const paper = colors.of("--chart-paper");
    const picture = { data: target.data, layout: { ...target.layout, paper_bgcolor: paper }, config };
    const { width, height } = target._fullLayout;
    const link = document.createElement("a");
    link.href = await Plotly.toImage(picture, { format: "png", width, height, scale: 2 });
    link.download = `${figure.id || "chart"}.png`;
    link.click();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-chart-png]");
    if (button) save(button.closest("figure"));
  });
  document.addEventListener("chart:update", (event) => {
    const figure = event.target.closest?.("figure[data-chart]");
    if (figure) update(figure, event.detail?.plot);
    else drawAll();
  });
  document.addEventListener("themechange", () => drawAll());

  // Paper is light, and narrower than a wide screen.
  let theme = null;
  window.addEventListener("beforeprint", () => {
    theme = root.dataset.theme;
    root.dataset.theme = "light";
    // Without Plotly there is no time to fetch it: the style for paper leaves out what is not drawn.
    if (window.Plotly) figures().forEach((figure) => wanted.add(figure));
    drawAll(640);
  });
  window.addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    drawAll();
  });

  // A figure inside <details> or a hidden tab has no width until it is opened.
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target.offsetWidth && target.data) Plotly.Plots.resize(target);
  });

  const near = { rootMargin: own.atOnce === undefined ? "200px 0px" : "100000px" };

  // A little before a figure is scrolled to; its place is kept from the start, so that nothing jumps.
  const nearing = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || wanted.has(target)) continue;
      nearing.unobserve(target);
      wanted.add(target);
      draw(target).then(() => seen.observe(plotOf(target)));
    }
  }, near);

  window.ChartPage = { update, drawAll };
  for (const figure of figures()) {
    plotOf(figure).style.minHeight = `${specOf(figure).layout.height}px`;
    nearing.observe(figure);
  }
})();
