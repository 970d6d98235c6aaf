// <details data-closes>: Escape, a click elsewhere or [data-close] shuts it and gives the focus back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.activeElement?.closest("details[data-closes][open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const details of document.querySelectorAll("details[data-closes][open]")) {
    if (event.target.closest("[data-close]") && details.contains(event.target)) {
      details.open = false;
      details.querySelector("summary").focus();
    } else if (!details.contains(event.target)) {
      details.open = false;
    }
  }
});
