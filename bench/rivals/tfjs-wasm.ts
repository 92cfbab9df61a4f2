import type * as TensorFlow from "@tensorflow/tfjs";
import { tfjsOn } from "./tfjs.ts";

/** TensorFlow.js on its WebAssembly SIMD backend, which uses one thread in Node. */
export const tfjsWasm = tfjsOn(async (task) => {
  const tf = await (task === "training"
    ? import("@tensorflow/tfjs")
    : import("@tensorflow/tfjs-core"));
  await import("@tensorflow/tfjs-backend-wasm");
  tf.enableProdMode();
  await tf.setBackend("wasm");
  if (task === "training") supplyFilterGradient(tf);
  return tf;
});

/**
 * This backend has no kernel for dw, so out of the box it trains no convolution ("Kernel 'Conv2DBackpropFilter' not
 * registered"). What a determined user does: dw[r,s,c,m] = Σ n,p,q x[n, p·stride + r, q·stride + s, c] · dy[n,p,q,m]
 * is itself a convolution, with images for channels, of channels for images, dilated by the stride.
 */
function supplyFilterGradient(tf: typeof TensorFlow): void {
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs: { x, dy }, attrs }) => {
      const { strides, pad, dimRoundingMode, filterShape } = attrs;
      const [rows, columns, channels, out] = filterShape;
      const dilation = typeof strides === "number" ? [strides, strides] : strides;
      return tf.tidy(() => {
        const images = tf.transpose(x, [3, 1, 2, 0]);
        const filters = tf.transpose(dy, [1, 2, 0, 3]);
        const dw = tf.conv2d(images, filters, 1, pad, "NHWC", dilation, dimRoundingMode);
        const cut = tf.slice(dw, [0, 0, 0, 0], [channels, rows, columns, out]);
        return tf.transpose(cut, [1, 2, 0, 3]);
      });
    },
  });
}
