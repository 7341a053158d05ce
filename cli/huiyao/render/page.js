
"use strict";
document.documentElement.classList.add("js");
const all = (where, what) => [...where.querySelectorAll(what)];
const said = document.getElementById("said");
const search = document.getElementById("search");
const kinds = all(document, "#kinds input");
const articles = all(document, "article");
const say = (words, values) => { said.textContent = words.replace(/\{(\w)\}/g, (_, key) => values[key]); };

// One report at a time.
const links = all(document, "#index a");
function open(article) {
  for (const [number, other] of articles.entries()) {
    other.hidden = other !== article;
    if (other === article) links[number]?.setAttribute("aria-current", "true");
    else links[number]?.removeAttribute("aria-current");
  }
}
function follow() {
  const target = document.getElementById(location.hash.slice(1));
  const article = target?.closest("article");
  if (article) {
    open(article);
    target.scrollIntoView({ block: target === article ? "start" : "center" });
  }
}
addEventListener("hashchange", follow);
if (articles.length) open(articles[0]);
follow();

// A fact leads to its places in the text, one after the other; a marked place leads to its facts.
function choose(article, numbers) {
  for (const one of all(article, ".on, .here")) one.classList.remove("on", "here");
  for (const one of all(article, ".fact[aria-current]")) one.removeAttribute("aria-current");
  for (const number of numbers) {
    for (const one of all(article, `[data-f~="${number}"]`)) one.classList.add("on");
    article.querySelector(`.fact[data-f="${number}"]`)?.setAttribute("aria-current", "true");
  }
}
let shown = null;
let place = 0;
function toText(fact) {
  const article = fact.closest("article");
  const places = all(article, `.mark[data-b~="${fact.dataset.f}"]`);
  if (!places.length) return;
  place = fact === shown ? (place + 1) % places.length : 0;
  shown = fact;
  choose(article, [fact.dataset.f]);
  places[place].classList.add("here");
  places[place].scrollIntoView({ block: "center" });
  say(said.dataset.place, { i: place + 1, n: places.length });
}
function toFacts(mark) {
  const article = mark.closest("article");
  const numbers = mark.dataset.f.split(" ");
  shown = null;
  choose(article, numbers);
  mark.classList.add("here");
  const facts = numbers.map((number) => article.querySelector(`.fact[data-f="${number}"]`));
  if (facts.some((fact) => fact.closest("[hidden]"))) { search.value = ""; filter(); }
  const first = facts.find((fact) => !fact.closest("[hidden]"));
  if (first) {
    stop(first);
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  }
  say(said.dataset.stated, { n: facts.length });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".fact, .mark");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.matches(".fact")) { stop(link); toText(link); } else { stop(link); toFacts(link); }
});

// What is sought and which kinds are wanted.
function filter() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Set(kinds.filter((kind) => kind.checked).map((kind) => kind.value));
  let found = 0;
  for (const [number, article] of articles.entries()) {
    let here = 0;
    for (const section of all(article, ".section")) {
      let kept = 0;
      for (const item of section.querySelector("ul").children) {
        const text = item.textContent.toLowerCase();
        item.hidden = !words.every((word) => text.includes(word));
        if (!item.hidden) kept += all(item, ".fact").length;
      }
      const kind = section.classList[1];
      section.hidden = !kept || !wanted.has(kind);
      if (!section.hidden) here += kept;
    }
    for (const mark of all(article, ".mark")) mark.classList.toggle("off", !wanted.has(mark.classList[1]));
    if (links[number]) {
      const count = links[number].parentElement.querySelector(".count");
      count.textContent = count.dataset.text.replace("{n}", here);
      links[number].parentElement.hidden = words.length > 0 && !here;
    }
    stops(article);
    found += here;
  }
  if (words.length) say(said.dataset.found, { n: found }); else said.textContent = "";
}
search.addEventListener("input", filter);
for (const kind of kinds) kind.addEventListener("change", filter);

// Tab stops once in the facts and once in the text; arrow keys move within.
const lists = (article) => [".fact", ".mark"].map((what) => all(article, what).filter((one) => !one.closest("[hidden]")));
function stops(article) {
  for (const list of lists(article)) {
    const kept = list.find((one) => one.tabIndex === 0) ?? list[0];
    for (const one of list) one.tabIndex = one === kept ? 0 : -1;
  }
}
function stop(link) {
  const what = link.matches(".fact") ? ".fact" : ".mark";
  for (const one of all(link.closest("article"), `${what}[tabindex="0"]`)) one.tabIndex = -1;
  link.tabIndex = 0;
}
for (const article of articles) {
  for (const one of all(article, ".fact, .mark")) one.tabIndex = -1;
  stops(article);
}
const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const link = document.activeElement?.closest?.(".fact, .mark");
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && document.activeElement === search) {
    search.value = "";
    filter();
  } else if (link && event.key in steps) {
    event.preventDefault();
    const list = lists(link.closest("article")).find((one) => one.includes(link));
    const next = list[Math.max(0, Math.min(list.length - 1, list.indexOf(link) + steps[event.key]))];
    stop(next);
    next.focus();
  }
});
