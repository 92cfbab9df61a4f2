import type { Rule } from "eslint";
import { annotations } from "../lint/annotations.ts";
import { runOf } from "./run.ts";

/** Tells the shape of what every layer gives, at its call. */
export const annotate = (url: string): Rule.RuleModule => ({
  meta: {
    type: "layout",
    docs: { description: "tells the shape of what every layer gives", url },
    schema: [],
  },
  create(context) {
    const run = runOf(context);
    if (!run) return {};
    const { sourceCode } = context;
    return {
      Program() {
        for (const { file, call, shape } of annotations(run.linted))
          context.report({
            loc: {
              start: sourceCode.getLocFromIndex(call.getStart(file)),
              end: sourceCode.getLocFromIndex(call.end),
            },
            message: shape,
          });
      },
    };
  },
});
