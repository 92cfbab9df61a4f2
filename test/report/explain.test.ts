import { describe, expect, it } from "vitest";
import { GraphBuilder, opOf } from "../../src/graph/graph.ts";
import { type OpName, ops } from "../../src/ops/index.ts";
import { explain } from "../../src/report/explain.ts";
import { lenet } from "../support/lenet.ts";
import { samplesOf } from "../support/samples.ts";

describe("explain", () => {
  it("shows what a convolution and its back-propagation compute", () => {
    expect(explain(lenet(31), "conv2")).toBe(
      `conv2: conv2d of x = pool1 [6, 14, 14], w = conv2.weight [16, 6, 5, 5], bias = conv2.bias [16] → [16, 10, 10]
  ${opOf("conv2d").summary}

  in general  ${opOf("conv2d").formula}
  here        y[n,m,p,q] = bias[m] + Σ k,r,s x[n, k, p + r, q + s] · w[m,k,r,s]
              n < N; m < 16; p, q < 10; k < 6; r, s < 5

  backward, dy being what the loss owes y: dy = ∂loss/∂y, dx = ∂loss/∂x …
    dx[n,k,h,w] = Σ r,s,m dy[n, m, h − r, w − s] · w[m,k,r,s]   (outside dy: 0)
    dw[m,k,r,s] = Σ n,p,q dy[n,m,p,q] · x[n, k, p + r, q + s]
    dbias[m] = Σ n,p,q dy[n,m,p,q]`,
    );
  });
  it("fills padding in", () => {
    expect(explain(lenet(31), "conv1")).toContain(
      "dw[m,k,r,s] = Σ n,p,q dy[n,m,p,q] · x[n, k, p + r − 2, q + s − 2]   (outside x: 0)",
    );
  });
  it("shows that a pool gives the gradient to the element that won", () => {
    expect(explain(lenet(31), "pool1")).toContain(
      "dx[n,c,h,w] = [2·(h mod 2) + (w mod 2) = winner[n, c, ⌊h / 2⌋, ⌊w / 2⌋]] · dy[n, c, ⌊h / 2⌋, ⌊w / 2⌋]",
    );
  });
  it("shows relu's slope as a condition", () => {
    expect(explain(lenet(31), "relu3")).toContain("dx[n,i] = [0 < x[n,i]] · dy[n,i]");
  });
  it("writes LaTeX", () => {
    expect(explain(lenet(31), "linear3", { latex: true })).toBe(
      String.raw`\paragraph{linear3} linear of x = relu4 [84], w = linear3.weight [10, 84], bias = linear3.bias [10] $\to$ [10]
\begin{align*}
  y_{n,m} &= \mathrm{bias}_{m} + \sum_{k} x_{n,k} \cdot w_{m,k} \\
  \mathrm{d}x_{n,k} &= \sum_{m} \mathrm{d}y_{n,m} \cdot w_{m,k} \\
  \mathrm{d}w_{m,k} &= \sum_{n} \mathrm{d}y_{n,m} \cdot x_{n,k} \\
  \mathrm{dbias}_{m} &= \sum_{n} \mathrm{d}y_{n,m}
\end{align*}`,
    );
  });
  it("names the layers when there is none of the name", () => {
    expect(() => explain(lenet(31), "conv3")).toThrow(
      'error KS109 unknown-layer: lenet has no layer "conv3"\n  Its layers are conv1, relu1, pool1,',
    );
  });
  it("finds words for every op", () => {
    for (const name of Object.keys(ops) as OpName[])
      for (const sample of samplesOf(name)) {
        const g = new GraphBuilder();
        const { operands } = sample.build(g);
        const out = g.add(name, operands as never, sample.attrs as never); // as the op declares its samples
        const graph = g.graph("sample", { out });
        for (const latex of [false, true]) {
          const text = explain(graph, undefined, { latex });
          expect(text).not.toMatch(/undefined|NaN|\[object/);
          if (latex) expect(text.split("{").length).toBe(text.split("}").length);
        }
      }
  });
});
