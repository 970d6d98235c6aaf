// A refused form: the focus begins at the list of what to mend (data-focus-first).
document.querySelector("[data-focus-first]")?.focus();
