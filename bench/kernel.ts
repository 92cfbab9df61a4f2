import { compile } from "../codegen/index.ts";
import { modelOf } from "./model.ts";
import { multiplyAdds, type Net, sizeOf, weighted } from "./net.ts";
import { peak } from "./peak.ts";
import { reference } from "./reference.ts";
import { digits } from "./report.ts";
import { inTurns, type Turns } from "./stopwatch.ts";
import { folded, fromLayout, inLayout, of, seededImages, seededLabels } from "./values.ts";
import { seededParameters } from "./values.ts";

/** A net of few layers, of which the kernels alone are timed: no array is copied in or out. */
export interface Case {
  readonly net: Net;
  readonly batch: number;
  /** Forward and every gradient, the image's too, in place of forward alone. */
  readonly gradients?: boolean;
}

export interface Measured {
  readonly name: string;
  /** of a run */
  readonly milliseconds: number;
  /** 10⁹ multiply-adds a second */
  readonly rate: number;
  /** of what registers alone could do, in the same run */
  readonly share: number;
  /** 10⁹ bytes a second: each number of image, parameters and output once */
  readonly traffic: number;
}

const effort: Turns = { rounds: 11, sample: 4, warmUp: 60 };

/** All of them and the processor's peak, taking turns. Answers are held to double precision first. */
export async function measured(
  cases: readonly Case[],
): Promise<{ readonly peak: number; readonly all: readonly Measured[] }> {
  const runs: (() => void)[] = [];
  for (const one of cases) runs.push(await kernelsOf(one));
  const mark = peak();
  const [best = NaN, ...times] = await inTurns([() => mark.run(), ...runs], effort);
  const most = mark.multiplyAdds / best / 1e6;
  const all = cases.map(({ net, batch, gradients }, i): Measured => {
    const milliseconds = times[i] ?? NaN;
    const products = multiplyAdds(net) * batch * (gradients ? 3 : 1);
    const rate = products / milliseconds / 1e6;
    const traffic = bytesOf(net, batch) / milliseconds / 1e6;
    return { name: net.name, milliseconds, rate, share: rate / most, traffic };
  });
  return { peak: most, all };
}

function bytesOf(net: Net, batch: number): number {
  const parameters = weighted(net).reduce(
    (sum, { out, channels, taps }) => sum + out * (channels * taps + 1),
    0,
  );
  const output = net.layers.at(-1)?.output ?? net.input;
  return 4 * (batch * (sizeOf(net.input) + sizeOf(output)) + parameters);
}

/** The module's own calls, of which those that write inputs are made once. */
async function kernelsOf({ net, batch, gradients = false }: Case): Promise<() => void> {
  const options = { target: "wasm", layout: "nhwc", maxBatch: batch } as const;
  const train = gradients ? { train: true, inputGradients: ["image"] } : { train: false };
  const { plan } = await compile(modelOf(net), { ...options, ...train });
  if (!plan.wasm) throw new Error(`${net.name} has no WebAssembly`);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(plan.wasm.bytes.slice()));
  if (!(exports.memory instanceof WebAssembly.Memory)) throw new Error("no memory is exported");
  const m = new Float32Array(exports.memory.buffer, 0, plan.arena);
  const parameters = seededParameters(net, 1);
  for (const { name, offset } of plan.parameters) m.set(of(parameters, name), offset);

  const image = seededImages(net, batch, 2);
  const size = sizeOf(net.input);
  const turned = new Float32Array(image.length);
  for (let n = 0; n < batch; n++)
    turned.set(
      inLayout(image.subarray(n * size, (n + 1) * size), net.input, "channels last"),
      n * size,
    );
  const given: { [name: string]: unknown } = { m, k: exports, batch };
  const entry = gradients ? plan.training : plan.forward;
  if (!entry) throw new Error(`${net.name} does not train`);
  for (const { name, variable, holds } of entry.inputs)
    given[variable ?? name] = holds === "classes" ? seededLabels(net, batch, 4) : turned;
  const program = (calls: readonly string[]) => {
    const run: unknown = new Function(...Object.keys(given), calls.join("\n"));
    if (typeof run !== "function") throw new Error("no function");
    return () => void run(...Object.values(given));
  };
  program([...(plan.prepare ?? []), ...entry.calls])();
  if (gradients) {
    const loss = m[plan.training?.loss ?? 0];
    if (!Number.isFinite(loss)) throw new Error(`${net.name}: the loss is ${loss}`);
  } else hold(net, m.subarray(plan.forward.outputs[0]?.offset), image.subarray(0, size));
  return program(entry.calls.filter((call) => call.startsWith("k.")));
}

/** The first sample's answer, which for a convolution by Winograd is a little further off. */
function hold(net: Net, output: Float32Array, image: Float32Array): void {
  const shape = net.layers.at(-1)?.output ?? net.input;
  const right = reference(net, folded(net, seededParameters(net, 1)), image);
  const own = fromLayout(output.slice(0, right.length), shape, "channels last");
  const scale = right.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const far = right.reduce((most, y, i) => Math.max(most, Math.abs(y - (own[i] ?? NaN))), 0);
  if (!(far <= 1e-4 * scale)) throw new Error(`${net.name} is ${far} from the right answer`);
}

export function cells({ name, milliseconds, rate, share, traffic }: Measured): readonly string[] {
  const products = rate > 0 ? [digits(rate), `${Math.round(100 * share)} %`] : ["", ""];
  return [name, digits(milliseconds), ...products, digits(traffic)];
}

export const columns = ["kernel", "ms", "GMAC/s", "of peak", "GB/s"] as const;
