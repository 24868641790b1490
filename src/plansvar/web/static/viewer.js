// Opens the place that proves a statement beside the chat.
import { fragment, show } from "./page.js";

let opener = null;
let loading = null;

const desk = () => document.getElementById("desk");
const content = () => document.getElementById("source-content");

const open = async (link, focus = true) => {
  loading?.abort();
  loading = new AbortController();
  let found;
  try { found = await fragment(link, loading.signal, "viewer"); } catch { return; }
  content().innerHTML = found.html;
  content().hidden = false;
  document.querySelector(".source-empty").hidden = true;
  document.querySelector(".source-close").hidden = false;
  desk().classList.add("reading");
  if (focus) content().querySelector(".source-title")?.focus({ preventScroll: true });
  reveal();
};

// The proof itself comes into view, not only the page that holds it.
const reveal = () => {
  const sheet = content().querySelector(".picture");
  const box = content().querySelector(".box");
  if (sheet) {
    show(content());
    const middle = () => {
      if (!box) return;
      sheet.scrollTop = box.offsetTop - sheet.clientHeight / 3;
      sheet.scrollLeft = box.offsetLeft - 16;
    };
    const image = sheet.querySelector("img");
    if (image.complete) middle(); else image.addEventListener("load", middle, { once: true });
    return;
  }
  const proof = content().querySelector("mark");
  if (!proof) { show(content()); return; }
  const viewer = document.getElementById("viewer");
  const scrolls = getComputedStyle(viewer).overflowY === "auto";
  const top = scrolls ? viewer.getBoundingClientRect().top : 0;
  const height = scrolls ? viewer.clientHeight : innerHeight;
  const by = proof.getBoundingClientRect().top - top - height / 3;
  (scrolls ? viewer : window).scrollBy({ top: by, behavior: "auto" });
};

const close = () => {
  content().replaceChildren();
  content().hidden = true;
  document.querySelector(".source-empty").hidden = false;
  document.querySelector(".source-close").hidden = true;
  desk().classList.remove("reading");
  current(null);
  if (opener?.isConnected) { opener.focus(); show(opener.closest(".turn") ?? opener); }
};

const current = (chip) => {
  document.querySelectorAll("[data-source][aria-current]").forEach((e) => e.removeAttribute("aria-current"));
  chip?.setAttribute("aria-current", "true");
};

const zoom = (direction) => {
  const sheet = content().querySelector(".sheet");
  const now = Number(sheet.dataset.zoom ?? Math.round(100 * sheet.offsetWidth / sheet.parentElement.clientWidth));
  const next = Math.min(400, Math.max(50, now + (direction === "in" ? 25 : -25)));
  sheet.dataset.zoom = next;
  sheet.style.setProperty("--zoom", `${next}%`);
};

document.addEventListener("click", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  const source = event.target.closest("a[data-source], #source-content a[data-page]");
  if (source && plain && content()) {
    event.preventDefault();
    if (source.matches("[data-source]")) { opener = source; current(source); }
    open(source.getAttribute("href"));
  }
  if (event.target.closest("[data-close-source]")) close();
  const zooming = event.target.closest("#source-content [data-zoom]");
  if (zooming) zoom(zooming.dataset.zoom);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && desk()?.classList.contains("reading")) close();
});

document.addEventListener("plansvar:cleared", () => { opener = null; if (content()) close(); });
