// Words that can no longer go where they were written are shown in full, with a way out: somebody was taken off
// the group (or the session is away) while the page was open, or it was cancelled while this device was offline.
(() => {
  const fields = window.SessionFields;
  const panel = document.querySelector("[data-kept-words]");
  if (!fields || !panel) return;
  const part = (name) => panel.querySelector(`[data-kept-${name}]`);
  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`session:${name}`, { detail }));
  let kept = [];

  const line = ({ target, field, value }) => {
    const control = fields.controls.get(fields.nameOf(target, field));
    const place = control ? fields.placeOf(control) : "A note of somebody who left the roster";
    return `${place}: ${value || "(emptied)"}`;
  };
  // Said once: what is set again would be read out again with every key.
  const say = (place, words) => { if (part(place).textContent !== words) part(place).textContent = words; };
  const show = (title, words, entries) => {
    kept = entries;
    say("title", title);
    say("explained", words);
    part("text").value = entries.map(line).join("\n\n");
    part("text").rows = Math.min(12, Math.max(3, 2 * entries.length));
    part("list").hidden = !entries.length;
    panel.hidden = false;
  };

  document.addEventListener("session:gone", ({ detail: { entries } }) => {
    const words = entries.length
      ? "What is below is not saved. It is kept on this device until you sign out, but only this page can show it: copy it before you close the page."
      : "Everything that you wrote before is saved.";
    show("You no longer write the record of this session", `Somebody has taken you off this group, or the session away, since you opened it. ${words}`, entries);
    tell("state", { kind: "gone", words: entries.length ? "Not saved: see the top of the page" : "No longer yours to write" });
    part("again").hidden = !window.SessionPage;
  });
  part("again").addEventListener("click", () => {
    panel.hidden = true;
    tell("state", { kind: "waiting", words: "Trying again…" });
    window.SessionPage.resume();
  });

  const isCancelled = fields.form.dataset.locked === "cancelled";
  document.addEventListener("session:found", ({ detail: { entries } }) => {
    const why = isCancelled ? "The session was cancelled before they could be saved." : "You may read this session, but no longer write its record.";
    show("Words from this device are not saved yet", `${why} They stay on this device until you sign out${isCancelled ? ", save them" : ""} or let them go.`, entries);
    part("send").hidden = !isCancelled;
    part("drop").hidden = false;
  });
  // What was let go or saved is not kept any longer; what was refused still is.
  const keepOnly = (entries, words) => {
    tell("changed", { pending: entries });
    if (entries.length) show("Some words are still not saved", words, entries);
    else Object.assign(panel, { hidden: true });
  };
  part("drop").addEventListener("click", () => {
    if (window.confirm("Delete these words from this device? They are saved nowhere else.")) keepOnly([], "");
  });
  part("send").addEventListener("click", async () => {
    const sent = kept; // more may be found meanwhile
    try {
      const answer = await fetch(fields.form.dataset.entriesUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": fields.form.elements.csrf_token.value },
        body: JSON.stringify({ entries: sent }),
      });
      if (!answer.ok) throw new Error(answer.status);
      const { results } = await answer.json();
      // A field may be there in two versions, and an answer for each: then what one of them was told goes for both.
      const told = ({ target, field }) => results.filter((each) => each.target === target && each.field === field);
      const unsaved = (entry) => told(entry).filter(({ status }) => status !== "saved");
      const left = kept.filter((entry) => !sent.includes(entry) || !told(entry).length || unsaved(entry).length);
      const why = left.flatMap(unsaved).map((each) => each.message ?? `${each.by} wrote there: ${each.theirs || "nothing"}.`);
      // Reloaded before this device has forgotten them, the page would call saved words not saved.
      if (!left.length) document.addEventListener("session:kept", () => location.reload(), { once: true });
      keepOnly(left, [...new Set(why)].join(" "));
    } catch {
      part("explained").textContent = "They could not be saved just now, and are still on this device. Try again in a moment.";
    }
  });
})();
