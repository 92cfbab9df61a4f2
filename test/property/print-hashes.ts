import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Target } from "../../codegen/options.ts";
import { moduleText } from "../support/net.ts";
import { modelOf, type Recipe } from "./nets.ts";

/* Recipes on the standard input and a target; on the standard output the hashes of their modules. */
const target = process.argv[2] as Target; // as modules.test.ts gives it
const recipes = JSON.parse(readFileSync(0, "utf8")) as readonly Recipe[]; // as modules.test.ts writes them
const hashes: string[] = [];
for (const recipe of recipes)
  hashes.push(
    createHash("sha256")
      .update(await moduleText(modelOf(recipe), { target }))
      .digest("hex"),
  );
console.log(JSON.stringify(hashes));
