/** A case of the conformance corpus: a small graph in PyTorch's terms, and what PyTorch makes of it. */
export interface TorchCase {
  readonly name: string;
  readonly graph: readonly TorchStep[];
  readonly inputs: Encoded;
  readonly wrt: readonly string[];
  readonly outputs: Encoded;
  readonly upstream: Encoded;
  /** d(Σ outputs · upstream) / d input */
  readonly grads: Encoded;
  /** Running statistics after a training step. */
  readonly state?: Encoded;
  /** Σ grads², and its gradients. */
  readonly gradnorm2?: {
    readonly wrt: readonly string[];
    readonly value: EncodedTensor;
    readonly grads: Encoded;
  };
  /** Hessian times v. */
  readonly hvp?: { readonly v: Encoded; readonly Hv: Encoded };
  /** Jacobian times the tangents. */
  readonly jvp?: { readonly tangents: Encoded; readonly out: Encoded };
}

export interface TorchStep {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attrs?: TorchAttrs;
}

export type TorchAttrs = { readonly [name: string]: unknown };
export type Encoded = { readonly [name: string]: EncodedTensor };

export interface EncodedTensor {
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int64" | "int32" | "bool" | "uint8";
  /** base64 of the elements, little-endian, row-major */
  readonly data: string;
}

export function decode({ dtype, data }: EncodedTensor): Float64Array {
  const { buffer } = Uint8Array.from(Buffer.from(data, "base64"));
  if (dtype === "float32") return Float64Array.from(new Float32Array(buffer));
  if (dtype === "int64") return Float64Array.from(new BigInt64Array(buffer), Number);
  if (dtype === "int32") return Float64Array.from(new Int32Array(buffer));
  return Float64Array.from(new Uint8Array(buffer));
}
