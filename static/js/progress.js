// How far a long piece of work is: asked every second while the page is open; when it has ended, the page says how.
(() => {
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  const bar = place.querySelector("progress");
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json", "X-Background": "1" } });
    if (!answer.ok) return;
    const told = await answer.json();
    if (!told.running) {
      location.reload();
      return;
    }
    place.querySelector("[data-what]").textContent = told.what;
    place.querySelector("[data-figures]").textContent = told.total ? `${told.done.toLocaleString("en-US")} of ${told.total.toLocaleString("en-US")}` : "";
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
    } else {
      bar.removeAttribute("value");
    }
  };
  setInterval(() => ask().catch(() => {}), 1000);
})();
