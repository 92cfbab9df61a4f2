// @ts-nocheck
import { add, conv2d, defineModel, globalAveragePool2d, linear, relu, type Tensor } from "kernelsmith";

abstract class Layer {
  static made = 0;
  readonly index = Layer.made++;
  abstract apply(x: Tensor): Tensor;
  then(next: Layer): Layer {
    return new Chain([this, next]);
  }
}

class Chain extends Layer {
  readonly layers: Layer[];
  constructor(layers: Layer[]) {
    super();
    this.layers = layers;
  }
  override apply(x) {
    return this.layers.reduce((t, layer) => layer.apply(t), x);
  }
}

class Conv extends Layer {
  constructor(private readonly filters: number, protected kernel = 3) {
    super();
  }
  apply(x) {
    return relu(conv2d(x, { filters: this.filters, kernel: this.kernel, padding: "same" }));
  }
}

class Residual extends Conv {
  override apply(x) {
    return add(x, super.apply(x));
  }
}

export default defineModel({
  name: "classes",
  inputs: { image: [3, 16, 16] },
  outputs: ({ image }) => {
    const net = new Conv(8).then(new Residual(8)).then(new Residual(8, 5));
    return linear(globalAveragePool2d(net.apply(image)), { units: 10 });
  },
});
