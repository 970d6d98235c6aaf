// Filters: <form method="get" data-autosubmit> sends itself when a choice changes; its button hides.
for (const form of document.querySelectorAll("form[data-autosubmit]")) {
  for (const button of form.querySelectorAll("[data-autosubmit-button]")) button.hidden = true;
  form.addEventListener("change", (event) => {
    // A half-typed date or word is not a choice yet: Enter sends those.
    if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    else if (event.target.matches("input[type=date]") && event.target.validity.valid) form.requestSubmit();
  });
}
