// Everything works without scripts; this only makes working pages kinder.

// a form is sent once: a second click does nothing until the answer, or the way back, comes
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

// the browser asks before a form with changes is left by accident
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}

// the list of errors is what a person should read first
document.querySelector("[data-focus]")?.focus();

// a menu closes by Escape and by a click beside it
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// what may be moved in the calendar may also be dragged
if (document.querySelector(".days .stop-ways")) import("./calendar-drag.js");

// long work reports how far it is
for (const box of document.querySelectorAll("[data-poll]")) {
  import("./progress-poll.js").then((module) => module.poll(box));
}
