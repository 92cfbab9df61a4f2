import type { Code } from "../../diagnostics.ts";
import type { Fix } from "../finding.ts";
import type { Followed, LayerCall } from "../followed.ts";
import { axes, elements, positive } from "./axes.ts";
import { caseOf, type Mend } from "./case.ts";
import { groups } from "./groups.ts";
import { names, tensors } from "./names.ts";
import { badOptions, unknownOptions } from "./options.ts";
import { channelsFirst, ranks } from "./ranks.ts";
import { sizes } from "./sizes.ts";
import { windows } from "./windows.ts";

export { mendModel } from "./model.ts";

/** What may make a refused call right, the best first: none of it has been tried. */
export function mend(call: LayerCall, followed: Followed): readonly Fix[] {
  if (!call.refused) return [];
  const of = caseOf(call, followed);
  return (mends[call.refused.code] ?? []).flatMap((mend) => [...mend(of)]);
}

const mends: { readonly [C in Code]?: readonly Mend[] } = {
  KS101: [unknownOptions],
  KS102: [badOptions],
  KS103: [tensors],
  KS104: [names],
  KS201: [channelsFirst, sizes],
  KS202: [ranks],
  KS203: [channelsFirst, windows],
  KS204: [channelsFirst, groups],
  KS205: [positive],
  KS206: [axes],
  KS207: [channelsFirst, elements],
};
