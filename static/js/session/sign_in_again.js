// An ended sign-in is asked for in place. Where the same person has begun a new one in another tab, the page goes on with
// that by itself. Tells session:signed-in-again {deviceKey}.
(() => {
  const page = window.SessionPage;
  const dialog = document.querySelector("[data-sign-in-again]");
  if (!page || !dialog) return;
  const SOON = 10_000;
  const { email } = dialog.dataset;
  let wentOn = -SOON;

  const ask = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "application/json", "X-Background": "1" } });
    return answer.ok ? answer.json() : {};
  };
  const goOn = (told) => {
    for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = told.csrf_token;
    dialog.close();
    page.resume(told.csrf_token);
    document.dispatchEvent(new CustomEvent("session:signed-in-again", { detail: { deviceKey: told.device_key } }));
  };
  // Not again and again: a page that is told at once that it is signed out all the same asks.
  const goOnWithAnother = async () => {
    const now = await ask("/sign-in-again/now").catch(() => ({}));
    if (now.email !== email || performance.now() - wentOn < SOON) return false;
    wentOn = performance.now();
    goOn(now);
    return true;
  };
  document.addEventListener("session:signed-out", async () => {
    document.dispatchEvent(new CustomEvent("session:state", { detail: { kind: "offline", words: "Signed out: kept on this page" } }));
    if (!(await goOnWithAnother()) && !dialog.open) dialog.showModal();
  });
  document.addEventListener("visibilitychange", () => {
    if (dialog.open && document.visibilityState === "visible") goOnWithAnother();
  });

  dialog.addEventListener("cancel", (event) => event.preventDefault());
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = document.getElementById("again-password");
    const error = dialog.querySelector("[data-sign-in-error]");
    error.textContent = "";
    try {
      const { csrf_token: token } = await ask("/sign-in-again");
      const answer = await fetch("/sign-in-again", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ email, password: password.value }),
      });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.message || "That did not work.");
      password.value = "";
      goOn(told);
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
})();
