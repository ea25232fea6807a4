// Writes emoji.tsv from the two packages named in README.md, unpacked in ./pictures and ./names.
//   node index.mjs > emoji.tsv
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const words = (language) =>
  new Map(
    read(`names/${language}/compact.json`).map((e) => [
      strip(e.hexcode),
      [e.label, ...(e.tags ?? [])].join(" ").toLowerCase(),
    ]),
  );
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

const english = words("en");
const spanish = words("es");
const drawn = read("pictures/emoji.json").filter((e) => e.has_img_google);
drawn.sort((a, b) => a.sort_order - b.sort_order);

for (const e of drawn) {
  const category = categories.indexOf(e.category); // -1: a part of others, never offered
  const names = [e.short_names.join(" ").replaceAll("_", " "), english.get(strip(e.unified)) ?? ""];
  line(e, category, [...new Set(names.join(" ").split(" "))].join(" ").trim(), spanish.get(strip(e.unified)) ?? "");
  for (const variant of Object.values(e.skin_variations ?? {})) {
    if (variant.has_img_google) {
      line(variant, -1, "", "");
    }
  }
}

function line(e, category, en, es) {
  console.log([e.unified.toLowerCase(), e.sheet_x, e.sheet_y, category, en, es].join("\t"));
}
