// Every pattern of the description compiles as ECMA-262 with the flag u: `node patterns.mjs openapi.json`.
import { readFileSync } from "node:fs";

let count = 0;
const walk = (value) => {
  if (value === null || typeof value !== "object") return;
  if (typeof value.pattern === "string") {
    new RegExp(value.pattern, "u");
    count += 1;
  }
  Object.values(value).forEach(walk);
};
walk(JSON.parse(readFileSync(process.argv[2], "utf8")));
console.log(count);
