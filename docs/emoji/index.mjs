// Writes emoji.tsv from the two packages named in README.md, unpacked in ./pictures and ./names.
//   node index.mjs > emoji.tsv
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const names = (language) =>
  new Map(read(`names/${language}/compact.json`).map((e) => [strip(e.hexcode), e]));
const strip = (codes) => codes.replaceAll("-FE0F", "");

const categories = [
  "Smileys & Emotion",
  "People & Body",
  "Animals & Nature",
  "Food & Drink",
  "Activities",
  "Travel & Places",
  "Objects",
  "Symbols",
  "Flags",
];

const english = names("en");
const spanish = names("es");
const drawn = read("pictures/emoji.json").filter((e) => e.has_img_google);
drawn.sort((a, b) => a.sort_order - b.sort_order);

for (const e of drawn) {
  const category = categories.indexOf(e.category); // -1: a part of others, never offered
  const shortNames = e.short_names.flatMap((name) => name.split("_"));
  line(e, category, spoken(english, e, shortNames), spoken(spanish, e, []));
  for (const variant of Object.values(e.skin_variations ?? {})) {
    if (variant.has_img_google) {
      line(variant, -1, ["", ""], ["", ""]);
    }
  }
}

// What it is called, and the words it is found by.
function spoken(language, e, more) {
  const { label = e.short_name, tags = [] } = language.get(strip(e.unified)) ?? {};
  const words = [label, ...tags, ...more].join(" ").toLowerCase().split(" ");
  return [label.toLowerCase(), [...new Set(words)].join(" ")];
}

function line(e, category, en, es) {
  console.log([e.unified.toLowerCase(), e.sheet_x, e.sheet_y, category, ...en, ...es].join("\t"));
}
