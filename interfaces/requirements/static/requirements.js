// Shows only what holds the words that are sought; a rule is found by its code, a sentence by its clause.
const sought = document.getElementById("suche");
const parts = [...document.querySelectorAll(".sentence")];
const texts = parts.map((part) => `${part.dataset.clause ?? ""} ${part.textContent}`.toLowerCase());

function search() {
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  parts.forEach((part, place) => {
    part.hidden = !words.every((word) => texts[place].includes(word));
    found += part.hidden ? 0 : 1;
  });
  document.getElementById("treffer").textContent = words.length ? `${found} Fundstellen` : "";
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = target; part; part = part.parentElement) {
    if (part.tagName === "DETAILS") part.open = true;
    part.hidden = false;
  }
  target?.scrollIntoView();
}

sought.addEventListener("input", search);
window.addEventListener("hashchange", reveal);
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
reveal();
