import { tfjsOn } from "./tfjs.ts";

/** TensorFlow.js on its plain JavaScript backend; production mode leaves out its checks and its advice to use tfjs-node. */
export const tfjsCpu = tfjsOn(async (task) => {
  // Only the whole of it knows gradients; an app that infers ships the core.
  const tf = await (task === "training"
    ? import("@tensorflow/tfjs")
    : import("@tensorflow/tfjs-core"));
  await import("@tensorflow/tfjs-backend-cpu");
  tf.enableProdMode();
  await tf.setBackend("cpu");
  return tf;
});
