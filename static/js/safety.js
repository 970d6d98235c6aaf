// Tells an open page of a new risk answer within five seconds: no name and no answer, only that somebody should look.
(() => {
  const bar = document.querySelector("[data-safety-url]");
  if (!bar) return;
  const words = bar.querySelector("[data-safety-words]");
  // From the moment the page was made, whether asking worked at once or not. What was being written then is told, too.
  let newest = Date.parse(bar.dataset.safetySince) - 10_000;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(bar.dataset.safetyUrl, { headers: { Accept: "application/json", "X-Background": "1" } });
    if (!answer.ok) return;
    const told = await answer.json();
    const raised = told.newest ? Date.parse(told.newest) : 0;
    if (raised <= newest) return;
    newest = raised;
    words.textContent = "A risk answer has just come in.";
    bar.hidden = false;
  };
  const soon = () => ask().catch(() => {});
  soon();
  setInterval(soon, 4000);
})();
