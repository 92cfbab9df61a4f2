import { invariant } from "../../src/diagnostics.ts";
import { Axis } from "../../src/tensor/axis.ts";
import { read, type Tensor } from "../../src/tensor/expr.ts";
import type { Definition, Piece, Program } from "../../src/tensor/program.ts";
import { transform } from "../../src/tensor/walk.ts";
import { type Output, outputOf } from "./winograd/algorithm.ts";
import { contractionOf } from "./winograd/contraction.ts";
import type { Keyed } from "./winograd/layout.ts";
import type { Variant } from "./winograd/matrices.ts";
import { inSquares } from "./winograd/squares.ts";
import { type Work, workOf, worthwhile } from "./winograd/worthwhile.ts";

export interface WinogradOptions {
  /** Tensors whose first axis counts samples. */
  readonly batched: ReadonlySet<Tensor>;
  /** With which tiles a contraction is done, if with any. */
  readonly choose?: (work: Work) => Variant | undefined;
}

/**
 * Convolutions with 3×3 kernels in steps of one, their input gradients and their weight gradients, by
 * Winograd's algorithms: as definitions of transformed images, transformed weights and their products.
 * What else a definition does to the sum, and a pool over it, is done to each square of the output as
 * it is transformed back: `inline` comes before this.
 *
 * True of reals. Floats differ by about 1e-6 of the largest output for F2, 1e-5 for F4 (Lavin & Gray
 * 2015, table 4), and an input that is infinite spoils its whole tile.
 */
export function winograd(program: Program, options: WinogradOptions): Program {
  const rewriting = new Rewriting(program, options);
  return { ...program, definitions: program.definitions.flatMap((d) => rewriting.definition(d)) };
}

class Rewriting {
  readonly #batched: ReadonlySet<Tensor>;
  readonly #choose: (work: Work) => Variant | undefined;
  readonly #names: Set<string>;
  readonly #known = new Map<string, Tensor>();

  constructor(program: Program, { batched, choose = worthwhile }: WinogradOptions) {
    this.#batched = batched;
    this.#choose = choose;
    const tensors = [...program.inputs, ...program.definitions.map((d) => d.tensor)];
    this.#names = new Set(tensors.map((t) => t.name));
  }

  /** The definition, behind those that it now reads. */
  definition(d: Definition): Definition[] {
    const added: Definition[] = [];
    const pieces = d.pieces.flatMap((piece) => this.#pieces(piece, d, added));
    return [...added, { ...d, pieces }];
  }

  #pieces(piece: Piece, d: Definition, added: Definition[]): readonly Piece[] {
    const outputs = new Map<Tensor, Output>();
    const body = transform(piece.body, (e) => {
      const c = contractionOf(e, this.#batched);
      const variant = c && this.#choose(workOf(c));
      if (!variant) return e;
      const keep = ({ key, definition }: Keyed) =>
        this.#keep(`${c.three} ${key}`, definition, added);
      const output = outputOf(c, variant, { name: d.tensor.name, from: d.from }, keep);
      const name = this.#name(`${d.tensor.name}.squares`);
      const tensor: Tensor = { name, shape: output.shape };
      outputs.set(tensor, output);
      return read(tensor, output.at);
    });
    if (outputs.size === 0) return [piece];
    const changed = { ...piece, body };
    const made = inSquares(changed, outputs);
    if (made) return made;
    for (const [tensor, output] of outputs) added.push(written(tensor, output, d.from));
    return [changed];
  }

  #keep(key: string, d: Definition, added: Definition[]): Tensor {
    const known = this.#known.get(key);
    if (known) return known;
    const tensor = { ...d.tensor, name: this.#name(d.tensor.name) };
    added.push({ ...d, tensor });
    this.#known.set(key, tensor);
    return tensor;
  }

  #name(wanted: string): string {
    let name = wanted;
    for (let k = 2; this.#names.has(name); k++) name = `${wanted}.${k}`;
    this.#names.add(name);
    return name;
  }
}

/** The output in memory, for a definition that has other sums to do. */
function written(tensor: Tensor, output: Output, from: string): Definition {
  const axes = tensor.shape.map((size, d) => new Axis(output.at[d]?.axis?.name ?? `i${d}`, size));
  const whole = { axes, at: axes, body: read(tensor, axes) };
  const pieces = inSquares(whole, new Map([[tensor, output]]));
  invariant(pieces, `${tensor.name} does not fall into squares`);
  return { tensor, pieces, from };
}
