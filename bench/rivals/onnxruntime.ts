import type { InferenceSession, Runtime } from "onnxruntime-common";
import type { Net } from "../net.ts";
import type { Infer } from "../subject.ts";

/** Both packages have one interface. */
export function sessionOf(ort: Runtime, session: InferenceSession, net: Net): Infer {
  const [input = "", output = ""] = [...session.inputNames, ...session.outputNames];
  const sizes = [1, ...net.input];
  return async (image) => {
    const results = await session.run({ [input]: new ort.Tensor("float32", image, sizes) });
    const values = results[output]?.data;
    if (!values) throw new Error(`no ${output} among ${Object.keys(results).join(", ")}`);
    return values;
  };
}
