// Everything works without scripts; these behaviours are fetched only where a page asks for them.
const behaviours = {
  "form[data-once]": "./once.js",
  "form[data-unsaved]": "./unsaved-changes.js",
  "[data-poll]": "./progress-poll.js",
};

for (const [selector, file] of Object.entries(behaviours)) {
  const found = document.querySelectorAll(selector);
  if (found.length) import(file).then((module) => found.forEach((part) => module.default(part)));
}

document.querySelector("[data-focus]")?.focus();

// a menu closes by Escape and by a click beside it
const closeMenus = (except) =>
  document.querySelectorAll("details.menu[open]").forEach((menu) => menu !== except && (menu.open = false));
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
