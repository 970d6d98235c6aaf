// Says at all times whether everything is saved, what is missing before signing, and who is there.
(() => {
  const state = document.querySelector("[data-saving-state]");
  const lacking = document.querySelector("[data-lacking]");
  const words = document.querySelector("[data-lacking-words]");
  const present = document.querySelector("[data-present-count]");
  const checkedIn = document.querySelector("[data-checked-in]");
  let unsaved = false;
  let isKept = false;
  let told = null;

  const say = () => {
    const words = isKept ? told.words : told.unkept ?? told.words;
    if (state.textContent !== words) state.textContent = words;
  };
  document.addEventListener("session:state", ({ detail }) => {
    told = detail;
    unsaved = detail.kind !== "saved";
    state.classList.toggle("saving-offline", detail.kind === "offline");
    state.classList.toggle("saving-refused", detail.kind === "held" || detail.kind === "gone");
    say();
  });
  document.addEventListener("session:changed", () => { isKept = false; });
  document.addEventListener("session:kept", ({ detail }) => {
    isKept = detail.isAll;
    if (told?.unkept) say();
  });

  const chips = document.querySelector("[data-lacking-chips]");
  const ready = document.querySelector("[data-ready]");
  const CHIPS = 2;
  const item = ({ target, field }, textContent, className = "") => {
    const line = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: "#session-form", textContent, className });
    if (target) Object.assign(link.dataset, { lackingTarget: target, lackingField: field });
    line.append(link);
    return line;
  };
  const showLacking = (list) => {
    const count = list.length;
    words.textContent = count ? `Before signing: ${count} ${count === 1 ? "thing is" : "things are"} missing` : "Everything is there";
    lacking.replaceChildren(...list.map((each) => item(each, each.text)));
    chips.replaceChildren(...list.slice(0, CHIPS).map((each) => item(each, each.short, "mark mark-amber")));
  };
  // A score that came in since stands beside the name at once; its small line follows when the page is opened again.
  const showScore = (id, value, change) => {
    const place = document.querySelector(`[data-score="${id}"]`);
    if (!place || place.textContent === value) return;
    place.textContent = value;
    const soft = place.parentElement.querySelector(".soft");
    if (soft) soft.textContent = change;
  };
  document.addEventListener("session:told", ({ detail }) => {
    if (present) present.textContent = detail.present;
    if (checkedIn) checkedIn.textContent = detail.checked_in;
    for (const [id, [value, change]] of Object.entries(detail.scores)) showScore(id, value, change);
    if (lacking) showLacking(detail.lacking);
    if (ready) ready.textContent = detail.ready;
    for (const [key, figure] of Object.entries(detail.figures)) drawAgain(key, figure);
  });

  const drawn = new Map();
  const drawAgain = (key, { plot, summary, rows }) => {
    const figure = document.getElementById(`figure-${key}`);
    const text = JSON.stringify(plot);
    if (!figure || drawn.get(key) === text) return;
    drawn.set(key, text);
    document.getElementById(`figure-${key}-summary`).textContent = summary;
    figure.querySelector("tbody").replaceChildren(...rows.map((cells) => {
      const line = document.createElement("tr");
      line.append(...cells.map((cell, place) => {
        const made = Object.assign(document.createElement(place ? "td" : "th"), { textContent: cell });
        if (!place) made.scope = "row";
        return made;
      }));
      return line;
    }));
    window.ChartPage?.update(figure, plot);
  };

  const goTo = (control) => {
    control.dispatchEvent(new CustomEvent("session:show", { bubbles: true }));
    (control.matches("fieldset") ? control.querySelector("input") : control).focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-lacking-target]");
    if (!link) return;
    event.preventDefault();
    const { lackingTarget, lackingField } = link.dataset;
    const control = window.SessionPage?.controls.get(`${lackingTarget}.${lackingField}`);
    if (control) goTo(control);
  });
  // The check before signing leads back to a place by its name.
  document.addEventListener("DOMContentLoaded", () => {
    const control = window.SessionPage?.controls.get(decodeURIComponent(location.hash.slice(1)));
    if (control) goTo(control);
  });
  // Signing waits until everything is acknowledged.
  document.querySelector("[data-sign]")?.addEventListener("click", (event) => {
    if (!unsaved) return;
    event.preventDefault();
    if (told.kind === "gone") return document.querySelector("[data-kept-words]").focus();
    if (told.kind === "held") return goTo(window.SessionPage.controls.get([...window.SessionPage.held.keys()][0]));
    state.textContent = "Saving before signing…";
    const { href } = event.currentTarget;
    document.addEventListener("session:state", ({ detail }) => { if (detail.kind === "saved") location.href = href; });
    window.SessionPage?.send();
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved && (!isKept || (told.kind === "gone" && window.SessionPage?.entries().length))) event.preventDefault(); });
})();
