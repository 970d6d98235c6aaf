// <form data-unsaved>: leaving the page while typed text is not sent asks first.
// Pages that save by themselves set form.dataset.saved = "yes" when all is kept.
{
  const touched = new Set();
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    form.addEventListener("input", () => { touched.add(form); delete form.dataset.saved; });
    form.addEventListener("submit", () => touched.delete(form));
  }
  window.addEventListener("beforeunload", (event) => {
    if ([...touched].some((form) => form.isConnected && form.dataset.saved !== "yes")) event.preventDefault();
  });
}
