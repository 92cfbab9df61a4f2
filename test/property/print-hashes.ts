import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { moduleText } from "../support/net.ts";
import { modelOf, type Recipe } from "./nets.ts";

/* Recipes on the standard input; on the standard output the hashes of their modules. */
const recipes = JSON.parse(readFileSync(0, "utf8")) as readonly Recipe[]; // as modules.test.ts writes them
const hashes: string[] = [];
for (const recipe of recipes)
  hashes.push(
    createHash("sha256")
      .update(await moduleText(modelOf(recipe)))
      .digest("hex"),
  );
console.log(JSON.stringify(hashes));
