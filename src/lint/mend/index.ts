import type { Code } from "../../diagnostics.ts";
import type { Fix } from "../finding.ts";
import type { Followed, LayerCall } from "../followed.ts";
import { caseOf, type Mend } from "./case.ts";
import { groups } from "./groups.ts";
import { windows } from "./windows.ts";

/** What may make a refused call right, the best first: none of it has been tried. */
export function mend(call: LayerCall, followed: Followed): readonly Fix[] {
  const of = caseOf(call, followed);
  return (mends[call.refused?.code ?? "KS109"] ?? []).flatMap((mend) => [...mend(of)]);
}

const mends: { readonly [C in Code]?: readonly Mend[] } = {
  KS203: [windows],
  KS204: [groups],
};
