import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { GeneratedNet, Target } from "./generated.ts";
import type { Net } from "./net.ts";
import type { Material, Subject } from "./subject.ts";
import { type Layout, type Parameters, unpacked } from "./values.ts";

/** Images are taken in the order in which the kernels keep them, so that neither is charged for turning them. */
export const layouts: Readonly<Record<Target, Layout>> = {
  ts: "channels first",
  wasm: "channels last",
};

/** The modules kernelsmith generates: for inference compiled without training, as an app would ship them. */
export const ts = subject("ts");
export const wasm = subject("wasm");

function subject(target: Target): Subject {
  return {
    layout: layouts[target],

    async inference(material) {
      const net = await instantiate(target, material);
      return (image) => net.forward(image);
    },

    async training(material, learningRate) {
      const net = await instantiate(target, material);
      return {
        step: (images, labels) => net.trainStep(images, labels, learningRate),
        parameters: () => flat(net),
      };
    },
  };
}

async function instantiate(target: Target, { net, path }: Material): Promise<GeneratedNet> {
  const module: Record<string, unknown> = await import(
    pathToFileURL(path(`kernelsmith-${target}.mjs`)).href
  );
  const [factory] = Object.entries(module).filter(([name]) => name.startsWith("create"));
  if (typeof factory?.[1] !== "function") throw new Error("the module exports no create… function");
  return factory[1]({ parameters: Object.fromEntries(await trained(net, path("trained.bin"))) });
}

async function trained(net: Net, file: string): Promise<Parameters> {
  const { buffer, byteOffset, byteLength } = await readFile(file);
  return unpacked(net, "trained", new Float32Array(buffer, byteOffset, byteLength / 4));
}

function flat({ parameters }: GeneratedNet): Parameters {
  return new Map(
    Object.entries(parameters).flatMap(([layer, arrays]) =>
      Object.entries(arrays).map(([name, array]) => [`${layer}.${name}`, array] as const),
    ),
  );
}
