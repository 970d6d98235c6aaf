// Keeps the list of who has answered true while the page is open; it asks every four seconds.
(() => {
  const list = document.querySelector("[data-completion-url]");
  const words = document.querySelector("[data-completion-words]");
  if (!list) return;
  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(list.dataset.completionUrl, { headers: { Accept: "application/json", "X-Background": "1" } });
    if (!answer.ok) return;
    const told = await answer.json();
    if (words.textContent !== told.words) words.textContent = told.words;
    for (const person of told.people) {
      const place = list.querySelector(`[data-asked="${person.enrollment}"] [data-asked-state]`);
      if (place) place.textContent = person.asked ? `${person.state}, ${person.answered} of ${person.asked} answers` : person.state;
    }
  };
  setInterval(() => refresh().catch(() => {}), 4000);
})();
