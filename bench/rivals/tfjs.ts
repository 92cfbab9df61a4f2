import * as tf from "@tensorflow/tfjs";
import { type Net, type Parameters, swapped, weighted, type WeightedLayer } from "../nets.ts";
import { batchSize, type Subject } from "../subject.ts";

/** TensorFlow.js on its plain JavaScript backend; production mode leaves out its checks and its advice to use tfjs-node. */
export const tfjs: Subject = {
  name: "tfjs-cpu",
  packages: ["@tensorflow/tfjs", "@tensorflow/tfjs-backend-cpu"],
  layout: "channels last",

  async inference(net, parameters) {
    const variables = await load(net, parameters);
    return (image) => {
      const logits = tf.tidy(() => forward(net, variables, image, 1));
      const values = logits.dataSync();
      logits.dispose();
      return values;
    };
  },

  async training(net, parameters, learningRate) {
    const variables = await load(net, parameters);
    const list = [...variables.values()].flatMap(({ weight, bias }) => [weight, bias]);
    const optimizer = tf.train.sgd(learningRate);
    return {
      step(images, labels) {
        const cost = tf.tidy(() => {
          const indices = tf.tensor(labels, [batchSize], "int32");
          const target = tf.cast(tf.oneHot(indices, net.classes), "float32");
          const loss = () =>
            tf.losses.softmaxCrossEntropy(target, forward(net, variables, images, batchSize));
          return optimizer.minimize(loss, true, list);
        });
        const value = cost.dataSync()[0] ?? NaN;
        cost.dispose();
        return value;
      },
      parameters: () =>
        new Map(
          weighted(net).map((layer) => {
            const { weight, bias } = of(variables, layer);
            const rows = swapped(weight.dataSync(), layer.channels * layer.taps, layer.out);
            const values = swapped(rows, layer.taps, layer.channels);
            return [layer.name, { weight: values, bias: bias.dataSync() }];
          }),
        ),
    };
  },
};

type Variables = ReadonlyMap<string, { readonly weight: tf.Variable; readonly bias: tf.Variable }>;

/** tfjs keeps a filter as [rows, columns, channels, out] and a dense kernel as [in, out]: one transposition for both. */
async function load(net: Net, parameters: Parameters): Promise<Variables> {
  tf.enableProdMode();
  await tf.setBackend("cpu");
  return new Map(
    weighted(net).map((layer) => {
      const { weight, bias } = of(parameters, layer);
      const rows = swapped(weight, layer.channels, layer.taps);
      const values = swapped(rows, layer.out, layer.channels * layer.taps);
      const shape =
        layer.op === "conv"
          ? [layer.kernel, layer.kernel, layer.channels, layer.out]
          : [layer.channels * layer.taps, layer.out];
      return [
        layer.name,
        {
          weight: tf.variable(tf.tensor(values, shape)),
          bias: tf.variable(tf.tensor(bias.slice(), [layer.out])),
        },
      ];
    }),
  );
}

function forward(net: Net, variables: Variables, images: Float32Array, batch: number): tf.Tensor {
  const [channels, rows, columns] = net.input;
  let x = tf.tensor(images, [batch, rows, columns, channels]);
  for (const layer of net.layers) {
    if (layer.op === "pool") {
      x = tf.maxPool(x, layer.size, layer.size, "valid");
      continue;
    }
    const { weight, bias } = of(variables, layer);
    const activation = layer.relu ? "relu" : "linear";
    if (layer.op === "conv")
      x = tf.fused.conv2d({ x, filter: weight, bias, strides: 1, pad: layer.padding, activation });
    else x = tf.fused.matMul({ a: tf.reshape(x, [batch, -1]), b: weight, bias, activation });
  }
  return x;
}

function of<T>(map: ReadonlyMap<string, T>, { name }: WeightedLayer): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`no parameters for ${name}`);
  return found;
}
