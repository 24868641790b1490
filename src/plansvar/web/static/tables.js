// Tables that can be sorted and copied.
import { copy } from "./page.js";

const number = (text) => {
  const found = /-?\d[\d\s\u00a0\u202f]*(?:[,.]\d+)?/.exec(text.replace(/[−–](?=\d)/, "-"));
  return found ? Number(found[0].replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")) : null;
};

const compare = (one, other) => {
  const [a, b] = [number(one), number(other)];
  if (a !== null && b !== null && a !== b) return a - b;
  return one.localeCompare(other, "sv", { numeric: true });
};

const sort = (heading) => {
  const table = heading.closest("table");
  const column = heading.cellIndex;
  const down = heading.getAttribute("aria-sort") === "ascending";
  table.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const text = (row) => row.cells[column]?.textContent.trim() ?? "";
  const empty = (row) => text(row) === "" || text(row) === "–";
  const rows = [...body.rows].sort((a, b) =>
    empty(a) - empty(b) || (down ? -1 : 1) * compare(text(a), text(b)));
  body.append(...rows);
};

export const prepare = (root) => {
  for (const heading of root.querySelectorAll("table.sortable thead th:not([data-unsorted])")) {
    if (heading.querySelector(".sort")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
  }
};

document.addEventListener("plansvar:added", ({ detail }) => prepare(detail));
document.addEventListener("click", (event) => {
  const button = event.target.closest("th .sort");
  if (button) sort(button.closest("th"));
  const copying = event.target.closest("[data-copy-table]");
  if (copying) {
    const table = copying.closest(".turn, main").querySelector("table.sortable");
    const lines = [...table.rows].map((row) => [...row.cells].map((c) => c.textContent.replace(/\s+/g, " ").trim()).join("\t"));
    copy(lines.join("\n"), copying);
  }
});
