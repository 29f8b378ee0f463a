// Runs chrono-node's French reader: the same request and answer as drive_python_peer.py.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const home = join(process.argv[2], "package.json");
const require = createRequire(pathToFileURL(home));
const chrono = require("chrono-node");
const { version } = JSON.parse(readFileSync(join(process.argv[2], "node_modules/chrono-node/package.json"), "utf8"));

const iso = (part) =>
  [String(part.get("year")).padStart(4, "0"), part.get("month"), part.get("day")]
    .map((value, index) => (index ? String(value).padStart(2, "0") : value))
    .join("-");

// A month or a year alone is no day, whatever day chrono fills in.
const read = (text, reference) =>
  chrono.fr
    .parse(text, new Date(`${reference}T12:00:00`))
    .filter((found) => found.start.isCertain("day") || found.start.isCertain("weekday"))
    .map((found) => [iso(found.start), iso(found.end ?? found.start)]);

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

// CPU seconds of the best of several rounds, as in speed.py: the first ones warm up the compiler.
const ROUNDS = 7;
const timeReading = (text, paragraphs, seconds) => {
  let whole = 0;
  let best = 0;
  let total = 0;
  for (let round = 0; round < ROUNDS && total <= seconds; round += 1) {
    let bytes = 0;
    const start = process.cpuUsage();
    let spent = 0;
    for (const paragraph of paragraphs) {
      read(paragraph, "2024-01-01");
      bytes += Buffer.byteLength(paragraph);
      const used = process.cpuUsage(start);
      spent = (used.user + used.system) / 1e6;
      if (total + spent > seconds) break;
    }
    total += spent;
    // A round cut short says nothing.
    if (round === 0 || (bytes === whole && spent < best)) {
      [whole, best] = [bytes, spent];
      say({ text, bytes, seconds: spent });
    }
  }
};

const request = JSON.parse(readFileSync(0, "utf8"));
say({ version });
for (const phrase of request.phrases) say({ id: phrase.id, days: read(phrase.text, phrase.reference) });
for (const [name, text] of Object.entries(request.texts)) timeReading(name, text, request.seconds);
