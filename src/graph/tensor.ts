import type { Tensor as Raw } from "../tensor/expr.ts";
import type { GraphBuilder } from "./graph.ts";

/**
 * What a layer takes and gives: a tensor of a model in the making. Its shape leaves the batch out;
 * where sizes are literals, so is the shape's type.
 */
export class Tensor<S extends readonly number[] = readonly number[]> {
  readonly shape: S;
  /** The tensor in the graph, batch axis included. */
  readonly raw: Raw;
  readonly builder: GraphBuilder;

  constructor(builder: GraphBuilder, raw: Raw, shape: S) {
    this.builder = builder;
    this.raw = raw;
    this.shape = shape;
  }
}
