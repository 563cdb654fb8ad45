// A form is sent once: a second click does nothing until the answer or the way back comes.
export default function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", () => { delete form.dataset.sent; form.removeAttribute("aria-busy"); });
}
