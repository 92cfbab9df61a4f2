import { nets, type NetName } from "./nets.ts";
import type { Net } from "./net.ts";

export type Task = "inference" | "training";

/** A piece of work that everybody is timed at. */
export interface Work {
  readonly name: string;
  readonly title: string;
  readonly net: Net;
  readonly task: Task;
  /** Times the best JavaScript rival of the run that we mean to be at least, and what we go for. */
  readonly reach: number;
  readonly aim: string;
}

/** Samples of a training step. */
export const batchSize = 32;
export const learningRate = 0.05;

const inference = (net: NetName, title: string, reach: number, aim: string): Work => ({
  ...{ name: net, title, net: nets[net], task: "inference", reach, aim },
});
const training = (net: NetName, title: string, reach: number, aim: string): Work => ({
  ...{ name: `${net}-training`, title, net: nets[net], task: "training", reach, aim },
});

export const works: readonly Work[] = [
  inference("lenet", "LeNet-5 28×28, batch 1", 3, "native ORT"),
  training("lenet", "LeNet-5, training step of 32", 5, "PyTorch"),
  inference("cifar", "CIFAR net 3×32×32, batch 1", 2, "3×"),
  training("cifar", "CIFAR net, training step of 32", 8, "PyTorch"),
  inference("resnet18", "ResNet-18 224²", 2, "3×"),
  inference("mobilenet2", "MobileNetV2 224²", 1.3, "1.7×"),
  inference("squeezenet", "SqueezeNet 1.1 224²", 1.5, "2×"),
  inference("conv3x3", "conv 3×3, 64→64, 56²", 3.5, "native ORT"),
  inference("conv1x1", "conv 1×1, 256→256, 14²", 1.2, "90 % of peak"),
];
