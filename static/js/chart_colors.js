// The colors of figures: "var(--chart-1)" in a figure becomes what the token is in the theme in use.
(() => {
  const token = /^var\((--[a-z0-9-]+)\)$/;

  // A probe is asked rather than the token, so that light-dark() is answered as a color.
  const of = (name) => {
    const probe = document.createElement("span");
    probe.hidden = true;
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  };

  const resolve = (figure) => {
    const known = new Map();
    const walk = (value) => {
      if (Array.isArray(value)) return value.map(walk);
      if (value && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, walk(entry)]));
      }
      if (typeof value !== "string") return value;
      const found = value.match(token);
      // A name is text: of the marks that Plotly would read in it, only our own line breaks are kept.
      if (!found) return value.replace(/<(?!br>)/g, "\u2039");
      if (!known.has(found[1])) known.set(found[1], of(found[1]));
      return known.get(found[1]);
    };
    return walk(figure);
  };

  window.ChartColors = { of, resolve };
})();
