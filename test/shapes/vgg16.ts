import {
  batchNorm,
  conv2d,
  flatten,
  linear,
  maxPool2d,
  relu,
  type Tensor,
} from "../../src/index.ts";
import { same } from "./same.ts";

/* VGG-16 with batch norm, layer by layer: what the types cost on a real net is measured on this file. */

declare const image: Tensor<[3, 224, 224]>;

/** 224² → 7², all literal, and no layer in between is refused. */
export function vgg16() {
  const a1 = relu(batchNorm(conv2d(image, { filters: 64, kernel: 3, padding: 1 })));
  const a2 = relu(batchNorm(conv2d(a1, { filters: 64, kernel: 3, padding: 1 })));
  const a = maxPool2d(a2, { kernel: 2 });
  const b1 = relu(batchNorm(conv2d(a, { filters: 128, kernel: 3, padding: 1 })));
  const b2 = relu(batchNorm(conv2d(b1, { filters: 128, kernel: 3, padding: 1 })));
  const b = maxPool2d(b2, { kernel: 2 });
  const c1 = relu(batchNorm(conv2d(b, { filters: 256, kernel: 3, padding: 1 })));
  const c2 = relu(batchNorm(conv2d(c1, { filters: 256, kernel: 3, padding: 1 })));
  const c3 = relu(batchNorm(conv2d(c2, { filters: 256, kernel: 3, padding: 1 })));
  const c = maxPool2d(c3, { kernel: 2 });
  const d1 = relu(batchNorm(conv2d(c, { filters: 512, kernel: 3, padding: 1 })));
  const d2 = relu(batchNorm(conv2d(d1, { filters: 512, kernel: 3, padding: 1 })));
  const d3 = relu(batchNorm(conv2d(d2, { filters: 512, kernel: 3, padding: 1 })));
  const d = maxPool2d(d3, { kernel: 2 });
  const e1 = relu(batchNorm(conv2d(d, { filters: 512, kernel: 3, padding: 1 })));
  const e2 = relu(batchNorm(conv2d(e1, { filters: 512, kernel: 3, padding: 1 })));
  const e3 = relu(batchNorm(conv2d(e2, { filters: 512, kernel: 3, padding: 1 })));
  const e = maxPool2d(e3, { kernel: 2 });
  const flat = flatten(e);
  same<typeof e, Tensor<[512, 7, 7]>>();
  same<typeof flat, Tensor<[25088]>>();
  const f1 = relu(linear(flat, { units: 4096 }));
  const f2 = relu(linear(f1, { units: 4096 }));
  const logits = linear(f2, { units: 1000 });
  same<typeof logits, Tensor<[1000]>>();
  return logits;
}
