// The cities as GeoJSON, by a published checker of RFC 7946. Arguments are folders of published sites.

import assert from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../browser/package.json", import.meta.url));
const { check } = require("@placemarkio/check-geojson");

const folders = process.argv.slice(2);
const text = (folder) => readFileSync(join(folder, "data/cities.geojson"), "utf8");

// A damaged file is refused.
const sound = text(folders[0]);
for (const [from, to] of [['"Point"', '"Pont"'], ["FeatureCollection", "Collection"], ["[-71.1056,", '["west",']]) {
  assert(sound.includes(from), `the example has ${from}`);
  assert.throws(() => check(sound.replace(from, to)), `${to} is refused`);
}

for (const folder of folders) {
  const { features } = check(text(folder));
  const cities = JSON.parse(readFileSync(join(folder, "data/cities.json"), "utf8")).records;
  const placed = cities.filter((city) => city.coordinates);
  assert.deepEqual(features.map((feature) => feature.id), placed.map((city) => city.id));
  for (const [index, city] of placed.entries()) {
    // The standard has the longitude first.
    assert.deepEqual(features[index].geometry.coordinates, city.coordinates.toReversed(), city.id);
  }
}
