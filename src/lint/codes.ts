import { type Code, codes } from "../diagnostics.ts";
import { nearest } from "./nearest.ts";

/** The code that a user means by "KS251" or "dropped-border". */
export const codeOf = (word: string): Code | undefined => byWord.get(word);

const byWord: ReadonlyMap<string, Code> = new Map(
  Object.entries(codes).flatMap(([code, { name }]) => [
    [code, code as Code], // a key of codes
    [name, code as Code], // a key of codes
  ]),
);

/** For a word that is neither, as a statement. */
export function meant(word: string): string {
  const found = nearest(word, [...byWord.keys()]);
  return found === undefined
    ? "Rules are named by their code, as KS251, or their name, as dropped-border."
    : `The nearest there is is ${found}.`;
}
