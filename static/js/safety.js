// Tells an open page of a new risk answer within five seconds: no name and no answer, only that somebody should look.
(() => {
  const bar = document.querySelector("[data-safety-url]");
  if (!bar) return;
  const words = bar.querySelector("[data-safety-words]");
  let newest = null;
  let isFirst = true;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(bar.dataset.safetyUrl, { headers: { Accept: "application/json", "X-Background": "1" } });
    if (!answer.ok) return;
    const told = await answer.json();
    const isNew = told.newest && (newest === null || told.newest > newest);
    if (told.newest && isNew && !isFirst) {
      words.textContent = "A risk answer has just come in.";
      bar.hidden = false;
    }
    newest = told.newest ?? newest;
    isFirst = false;
  };
  const soon = () => ask().catch(() => {});
  soon();
  setInterval(soon, 4000);
})();
