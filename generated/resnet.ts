// resnet: 19,822 parameters, 3,236,032 multiply-adds a sample, 15,182,720 bytes of memory for 1
// to 32 samples at once.
// Written by kernelsmith 0.1.0 from examples/resnet/model.ts (800150bbe5b3). Not to be edited.
// Options: --max-batch 32

// It was checked, strictly, when it was written: your compiler's options are not its own.
// @ts-nocheck
/* eslint-disable */

export const maxBatch = 32;
export const inputShape: readonly [3, 32, 32] = [3, 32, 32];
export const outputShape: readonly [6] = [6];
export const parameterCount = 19822;
/** Of one sample's inference. */
export const multiplyAdds = 3236032;

/** A net with its own memory: its parameters given, or drawn from the seed. */
export function createResnet(options: ResnetOptions = {}): Resnet {
  const { parameters: source, seed } = options;
  const m = new Float32Array(3795680);
  const parameters: ResnetParameters = {
    conv1: {
      weight: m.subarray(0, 216),
    },
    bn1: {
      weight: m.subarray(216, 224),
      bias: m.subarray(224, 232),
      running_mean: m.subarray(19822, 19830),
      running_var: m.subarray(19830, 19838),
    },
    conv2: {
      weight: m.subarray(232, 808),
    },
    bn2: {
      weight: m.subarray(808, 816),
      bias: m.subarray(816, 824),
      running_mean: m.subarray(19838, 19846),
      running_var: m.subarray(19846, 19854),
    },
    conv3: {
      weight: m.subarray(824, 1400),
    },
    bn3: {
      weight: m.subarray(1400, 1408),
      bias: m.subarray(1408, 1416),
      running_mean: m.subarray(19854, 19862),
      running_var: m.subarray(19862, 19870),
    },
    conv4: {
      weight: m.subarray(1416, 2568),
    },
    bn4: {
      weight: m.subarray(2568, 2584),
      bias: m.subarray(2584, 2600),
      running_mean: m.subarray(19870, 19886),
      running_var: m.subarray(19886, 19902),
    },
    conv5: {
      weight: m.subarray(2600, 4904),
    },
    bn5: {
      weight: m.subarray(4904, 4920),
      bias: m.subarray(4920, 4936),
      running_mean: m.subarray(19902, 19918),
      running_var: m.subarray(19918, 19934),
    },
    conv6: {
      weight: m.subarray(4936, 5064),
    },
    bn6: {
      weight: m.subarray(5064, 5080),
      bias: m.subarray(5080, 5096),
      running_mean: m.subarray(19934, 19950),
      running_var: m.subarray(19950, 19966),
    },
    conv7: {
      weight: m.subarray(5096, 9704),
    },
    bn7: {
      weight: m.subarray(9704, 9736),
      bias: m.subarray(9736, 9768),
      running_mean: m.subarray(19966, 19998),
      running_var: m.subarray(19998, 20030),
    },
    conv8: {
      weight: m.subarray(9768, 18984),
    },
    bn8: {
      weight: m.subarray(18984, 19016),
      bias: m.subarray(19016, 19048),
      running_mean: m.subarray(20030, 20062),
      running_var: m.subarray(20062, 20094),
    },
    conv9: {
      weight: m.subarray(19048, 19560),
    },
    bn9: {
      weight: m.subarray(19560, 19592),
      bias: m.subarray(19592, 19624),
      running_mean: m.subarray(20094, 20126),
      running_var: m.subarray(20126, 20158),
    },
    linear1: {
      weight: m.subarray(19624, 19816),
      bias: m.subarray(19816, 19822),
    },
  };
  const outputs: Tensor<readonly [number, 6]>[] = [];
  const gradients: ResnetGradients & { loss: number } = {
    loss: 0,
    conv1: {
      weight: m.subarray(20158, 20374),
    },
    bn1: {
      weight: m.subarray(20374, 20382),
      bias: m.subarray(20382, 20390),
    },
    conv2: {
      weight: m.subarray(20390, 20966),
    },
    bn2: {
      weight: m.subarray(20966, 20974),
      bias: m.subarray(20974, 20982),
    },
    conv3: {
      weight: m.subarray(20982, 21558),
    },
    bn3: {
      weight: m.subarray(21558, 21566),
      bias: m.subarray(21566, 21574),
    },
    conv4: {
      weight: m.subarray(21574, 22726),
    },
    bn4: {
      weight: m.subarray(22726, 22742),
      bias: m.subarray(22742, 22758),
    },
    conv5: {
      weight: m.subarray(22758, 25062),
    },
    bn5: {
      weight: m.subarray(25062, 25078),
      bias: m.subarray(25078, 25094),
    },
    conv6: {
      weight: m.subarray(25094, 25222),
    },
    bn6: {
      weight: m.subarray(25222, 25238),
      bias: m.subarray(25238, 25254),
    },
    conv7: {
      weight: m.subarray(25254, 29862),
    },
    bn7: {
      weight: m.subarray(29862, 29894),
      bias: m.subarray(29894, 29926),
    },
    conv8: {
      weight: m.subarray(29926, 39142),
    },
    bn8: {
      weight: m.subarray(39142, 39174),
      bias: m.subarray(39174, 39206),
    },
    conv9: {
      weight: m.subarray(39206, 39718),
    },
    bn9: {
      weight: m.subarray(39718, 39750),
      bias: m.subarray(39750, 39782),
    },
    linear1: {
      weight: m.subarray(39782, 39974),
      bias: m.subarray(39974, 39980),
    },
  };
  const score = { loss: 0, correct: 0 };

  let stale = true;

  /** What depends on the parameters alone, unless they are as they were. */
  function prepare(): void {
    if (!stale) return;
    bn1(m, 216, 19830, 224, 19822, 930784, 930800);
    bn1(m, 808, 19846, 816, 19838, 930816, 930832);
    bn1(m, 1400, 19862, 1408, 19854, 930848, 930864);
    bn4(m, 2568, 19886, 2584, 19870, 930688, 930704);
    bn4(m, 4904, 19918, 4920, 19902, 930720, 930736);
    bn4(m, 5064, 19950, 5080, 19934, 930752, 930768);
    bn7(m, 9704, 19998, 9736, 19966, 930464, 930496);
    bn7(m, 18984, 20062, 19016, 20030, 930528, 930560);
    bn7(m, 19560, 20126, 19592, 20094, 930592, 930624);
    stale = false;
  }

  let steps = 0;

  /** The loss and its gradients, left in memory. */
  function backward(
    image: Tensor<readonly [number, 3, 32, 32]>,
    label: Classes,
    batch: number,
  ): void {
    stale = true;
    m.fill(0, 3329696, 3329696 + 3468 * batch);
    loadImage(m, image, batch, 3329731);
    m.set(label, 914016);
    conv1Train(m, batch, 3329731, 0, 1522336);
    bn1Train(m, batch, 1522336, 19822, 3795456, 3795472);
    bn1Train_2(m, batch, 1522336, 3795456, 216, 19830, 3795488, 3795504, 3795520);
    m.fill(0, 59808, 59808 + 9248 * batch);
    relu1Train(m, batch, 1522336, 3795456, 3795504, 224, 59843);
    conv2Train(m, batch, 59843, 232, 1784480);
    bn1Train(m, batch, 1784480, 19838, 3795536, 3795552);
    bn1Train_2(m, batch, 1784480, 3795536, 808, 19846, 1209760, 3795568, 3795584);
    m.fill(0, 355744, 355744 + 9248 * batch);
    relu1Train(m, batch, 1784480, 3795536, 3795568, 816, 355779);
    conv2Train(m, batch, 355779, 824, 947616);
    bn1Train(m, batch, 947616, 19854, 1209776, 3795600);
    bn1Train_2(m, batch, 947616, 1209776, 1400, 19862, 915280, 1209792, 3795616);
    m.fill(0, 1243552, 1243552 + 8712 * batch);
    relu3Train(m, batch, 947616, 1209776, 1209792, 1408, 59843, 1243586);
    conv4Train(m, batch, 1243586, 1416, 651680);
    bn4Train(m, batch, 651680, 19870, 915136, 3795360);
    bn4Train_2(m, batch, 651680, 915136, 2568, 19886, 915152, 915168, 3795376);
    m.fill(0, 2570912, 2570912 + 5184 * batch);
    relu4Train(m, batch, 651680, 915136, 915168, 2584, 2570931);
    conv5Train(m, batch, 2570931, 2600, 782752);
    bn4Train(m, batch, 782752, 19902, 915184, 3795392);
    bn4Train_2(m, batch, 782752, 915184, 4904, 19918, 915200, 915216, 3795408);
    conv6Train(m, batch, 1243586, 4936, 2046624);
    bn4Train(m, batch, 2046624, 19934, 915232, 3795424);
    bn4Train_2(m, batch, 2046624, 915232, 5064, 19950, 915248, 915264, 3795440);
    m.fill(0, 2902688, 2902688 + 4624 * batch);
    relu5Train(m, batch, 782752, 915184, 915216, 4920, 2046624, 915232, 915264, 5080, 2902706);
    conv7Train(m, batch, 2902706, 5096, 2177696);
    bn7Train(m, batch, 2177696, 19966, 914848, 3795168);
    bn7Train_2(m, batch, 2177696, 914848, 9704, 19998, 914880, 914912, 3795200);
    m.fill(0, 3440672, 3440672 + 3200 * batch);
    relu6Train(m, batch, 2177696, 914848, 914912, 9736, 3440683);
    conv8(m, batch, 3440683, 9768, 2243232);
    bn7Train(m, batch, 2243232, 20030, 914944, 3795232);
    bn7Train_2(m, batch, 2243232, 914944, 18984, 20062, 914976, 915008, 3795264);
    conv9(m, batch, 2902706, 19048, 2308768);
    bn7Train(m, batch, 2308768, 20094, 915040, 3795296);
    bn7Train_2(m, batch, 2308768, 915040, 19560, 20126, 915072, 915104, 3795328);
    relu7Train(m, batch, 2243232, 914944, 915008, 19016, 2308768, 915040, 915104, 19592, 2374304);
    pool1Train(m, batch, 2374304, 3793952);
    linear1(m, batch, 3793952, 19624, 19816, 913824);
    loss1(m, batch, 913824, 914048);
    loss1Train(m, batch, 913824, 914048, 914080, 914112);
    loss1_3(m, batch, 913824, 914048, 914112, 914016, 914144);
    loss1_4(m, batch, 914144, 3795664);
    backwardLoss1Each(m, batch, 914112);
    backwardLoss1Total(m, batch, 914112, 914016, 914080, 914144);
    backwardLinear1(m, batch, 914112, 914016, 914144, 913824, 914048, 3794976);
    backwardPool1(m, batch, 3794976, 19624, 913824);
    backwardAdd3(m, batch, 913824, 2374304, 2439840);
    backwardBn9Variance(m, batch, 2439840, 2308768, 915040, 19560, 915072, 913824);
    backwardBn9Mean(
      m,
      batch,
      2439840,
      2308768,
      915040,
      915104,
      913824,
      915072,
      913856,
      39718,
      39750,
    );
    backwardConv9(m, batch, 2439840, 915104, 913824, 2308768, 915040, 913856, 3728416);
    backwardBn9Variance(m, batch, 2439840, 2243232, 914944, 18984, 914976, 913824);
    backwardBn9Mean(
      m,
      batch,
      2439840,
      2243232,
      914944,
      915008,
      913824,
      914976,
      913856,
      39142,
      39174,
    );
    m.fill(0, 3543072, 3543072 + 3200 * batch);
    backwardConv8(m, batch, 2439840, 915008, 913824, 2243232, 914944, 913856, 3543083);
    backwardBn7(m, batch, 3543083, 9768, 3440683, 2243232);
    backwardBn9Variance(m, batch, 2243232, 2177696, 914848, 9704, 914880, 913824);
    backwardBn9Mean(
      m,
      batch,
      2243232,
      2177696,
      914848,
      914912,
      913824,
      914880,
      913856,
      29862,
      29894,
    );
    m.fill(0, 3645472, 3645472 + 2592 * batch);
    backwardConv7(m, batch, 2243232, 914912, 913824, 2177696, 914848, 913856, 3645472);
    backwardAdd2(m, batch, 3728416, 19048, 3645472, 5096, 2902706, 2177696);
    backwardBn6Variance(m, batch, 2177696, 2046624, 915232, 5064, 915248, 913824);
    backwardBn6Mean(
      m,
      batch,
      2177696,
      2046624,
      915232,
      915264,
      913824,
      915248,
      913840,
      25222,
      25238,
    );
    backwardConv6(m, batch, 2177696, 915264, 913824, 2046624, 915232, 913840, 3198624);
    backwardBn6Variance(m, batch, 2177696, 782752, 915184, 4904, 915200, 913824);
    backwardBn6Mean(
      m,
      batch,
      2177696,
      782752,
      915184,
      915216,
      913824,
      915200,
      913840,
      25062,
      25078,
    );
    m.fill(0, 2736800, 2736800 + 5184 * batch);
    backwardConv5(m, batch, 2177696, 915216, 913824, 782752, 915184, 913840, 2736819);
    backwardBn4(m, batch, 2736819, 2600, 2570931, 782752);
    backwardBn6Variance(m, batch, 782752, 651680, 915136, 2568, 915152, 913824);
    backwardBn6Mean(m, batch, 782752, 651680, 915136, 915168, 913824, 915152, 913840, 22726, 22742);
    m.fill(0, 3050656, 3050656 + 4624 * batch);
    backwardConv4(m, batch, 782752, 915168, 913824, 651680, 915136, 913840, 3050656);
    backwardAdd1(m, batch, 3198624, 4936, 3050656, 1416, 1243586, 2046624);
    backwardBn3Variance(m, batch, 2046624, 947616, 1209776, 1400, 915280, 1209808);
    backwardBn3Mean(
      m,
      batch,
      2046624,
      947616,
      1209776,
      1209792,
      1209808,
      915280,
      1209824,
      21558,
      21566,
    );
    m.fill(0, 651680, 651680 + 9248 * batch);
    backwardConv3(m, batch, 2046624, 1209792, 1209808, 947616, 1209776, 1209824, 651715);
    backwardBn2(m, batch, 651715, 824, 355779, 2308768);
    backwardBn3Variance(m, batch, 2308768, 1784480, 3795536, 808, 1209760, 3795632);
    backwardBn3Mean(
      m,
      batch,
      2308768,
      1784480,
      3795536,
      3795568,
      3795632,
      1209760,
      3795648,
      20966,
      20974,
    );
    m.fill(0, 947616, 947616 + 9248 * batch);
    backwardConv3(m, batch, 2308768, 3795568, 3795632, 1784480, 3795536, 3795648, 947651);
    backwardBn1(m, batch, 947651, 232, 2046624, 59843, 1784480);
    backwardBn3Variance(m, batch, 1784480, 1522336, 3795456, 216, 3795488, 2308768);
    backwardBn3Mean(
      m,
      batch,
      1784480,
      1522336,
      3795456,
      3795504,
      2308768,
      3795488,
      2308784,
      20374,
      20382,
    );
    backwardConv1(m, batch, 1784480, 3795504, 2308768, 1522336, 3795456, 2308784, 2046624);
    backwardConv1Weight(m, batch, 2046624, 3329731, 20158);
    backwardConv2Weight(m, batch, 947651, 59843, 20390);
    backwardConv2Weight(m, batch, 651715, 355779, 20982);
    backwardConv4Weight(m, batch, 3050656, 1243586, 21574);
    backwardConv5Weight(m, batch, 2736819, 2570931, 22758);
    backwardConv6Weight(m, batch, 3198624, 1243586, 25094);
    backwardConv7Weight(m, batch, 3645472, 2902706, 25254);
    backwardConv8Weight(m, batch, 3543083, 3440683, 29926);
    backwardConv9Weight(m, batch, 3728416, 2902706, 39206);
    backwardLinear1Weight(m, batch, 3794976, 3793952, 39782);
    backwardLinear1Bias(m, batch, 3794976, 39974);
  }

  function reset(seed = 0): void {
    initialise(m, seed);
    m.fill(0, 39980, 59802);
    m[59803] = steps = 0;
    stale = true;
  }

  if (source) load(m, source);
  else reset(seed);
  return {
    maxBatch,
    inputShape,
    outputShape,
    get parameters() {
      stale = true;
      return parameters;
    },
    forward(image) {
      const batch = inputsOf(image);
      prepare();
      m.fill(0, 355744, 355744 + 3468 * batch);
      loadImage(m, image, batch, 355779);
      m.fill(0, 59808, 59808 + 9248 * batch);
      conv1(m, batch, 355779, 0, 930784, 930800, 59843);
      m.fill(0, 355744, 355744 + 9248 * batch);
      conv2(m, batch, 59843, 232, 930816, 930832, 355779);
      m.fill(0, 651680, 651680 + 8712 * batch);
      conv3(m, batch, 355779, 824, 930848, 930864, 59843, 651714);
      m.fill(0, 59808, 59808 + 5184 * batch);
      conv4(m, batch, 651714, 1416, 930688, 930704, 59827);
      m.fill(0, 225696, 225696 + 4624 * batch);
      conv5(m, batch, 59827, 2600, 651714, 4936, 930720, 930736, 930752, 930768, 225714);
      m.fill(0, 59808, 59808 + 3200 * batch);
      conv7(m, batch, 225714, 5096, 930464, 930496, 59819);
      conv8(m, batch, 59819, 9768, 373664);
      conv9(m, batch, 225714, 19048, 59808);
      pool1(m, batch, 373664, 930528, 930560, 59808, 930592, 930624, 125344);
      linear1(m, batch, 125344, 19624, 19816, 59808);
      return (outputs[batch] ??= m.subarray(59808, 59808 + batch * 6));
    },

    trainStep(image, label, learningRate = 0.01) {
      if (!Number.isFinite(learningRate))
        refuse(`learningRate is ${learningRate}; it takes a number`);
      const batch = examplesOf(image, label);
      m[59802] = learningRate;
      m[59803] = ++steps;
      backward(image, label, batch);
      m.copyWithin(19822, 3795472, 3795480);
      m.copyWithin(19830, 3795520, 3795528);
      m.copyWithin(19838, 3795552, 3795560);
      m.copyWithin(19846, 3795584, 3795592);
      m.copyWithin(19854, 3795600, 3795608);
      m.copyWithin(19862, 3795616, 3795624);
      m.copyWithin(19870, 3795360, 3795376);
      m.copyWithin(19886, 3795376, 3795392);
      m.copyWithin(19902, 3795392, 3795408);
      m.copyWithin(19918, 3795408, 3795424);
      m.copyWithin(19934, 3795424, 3795440);
      m.copyWithin(19950, 3795440, 3795456);
      m.copyWithin(19966, 3795168, 3795200);
      m.copyWithin(19998, 3795200, 3795232);
      m.copyWithin(20030, 3795232, 3795264);
      m.copyWithin(20062, 3795264, 3795296);
      m.copyWithin(20094, 3795296, 3795328);
      m.copyWithin(20126, 3795328, 3795360);
      sgd(m, 39980, 20158, 0, 59802, 39980, 0);
      return m[3795664];
    },

    gradients(image, label) {
      const batch = examplesOf(image, label);
      backward(image, label, batch);
      gradients.loss = m[3795664];
      return gradients;
    },

    evaluate(image, label) {
      const batch = examplesOf(image, label);
      prepare();
      m.fill(0, 355744, 355744 + 3468 * batch);
      loadImage(m, image, batch, 355779);
      m.set(label, 930656);
      m.fill(0, 59808, 59808 + 9248 * batch);
      conv1(m, batch, 355779, 0, 930784, 930800, 59843);
      m.fill(0, 355744, 355744 + 9248 * batch);
      conv2(m, batch, 59843, 232, 930816, 930832, 355779);
      m.fill(0, 651680, 651680 + 8712 * batch);
      conv3(m, batch, 355779, 824, 930848, 930864, 59843, 651714);
      m.fill(0, 59808, 59808 + 5184 * batch);
      conv4(m, batch, 651714, 1416, 930688, 930704, 59827);
      m.fill(0, 225696, 225696 + 4624 * batch);
      conv5(m, batch, 59827, 2600, 651714, 4936, 930720, 930736, 930752, 930768, 225714);
      m.fill(0, 59808, 59808 + 3200 * batch);
      conv7(m, batch, 225714, 5096, 930464, 930496, 59819);
      conv8(m, batch, 59819, 9768, 373664);
      conv9(m, batch, 225714, 19048, 59808);
      pool1(m, batch, 373664, 930528, 930560, 59808, 930592, 930624, 125344);
      linear1(m, batch, 125344, 19624, 19816, 59808);
      loss1(m, batch, 59808, 60000);
      loss1_2(m, batch, 59808, 60000, 60032);
      loss1_3(m, batch, 59808, 60000, 60032, 930656, 60064);
      loss1_4(m, batch, 60064, 60000);
      score.loss = m[60000];

      score.correct = 0;
      for (let n = 0; n < label.length; n++) {
        const from = 59808 + n * 6;
        let best = 0;
        for (let c = 1; c < 6; c++) if (m[from + c] > m[from + best]) best = c;
        if (best === label[n]) score.correct++;
      }
      return score;
    },
    load(source) {
      load(m, source);
      stale = true;
    },
    save: () => save(m),
    reset,
  };
}

/** A net: its memory and what it can be asked. Running it allocates nothing. */
export interface Resnet {
  /** A call takes 1 to 32 samples. */
  readonly maxBatch: 32;
  /** Of one sample. */
  readonly inputShape: readonly [3, 32, 32];
  readonly outputShape: readonly [6];
  /** Read `parameters` anew before you write into a view that you kept from before a call. */
  readonly parameters: ResnetParameters;
  /**
   * The output of every sample, in views that are good until the next call.
   * @param image a multiple of 3072: [3, 32, 32] for each of 1 to 32 samples, channels first
   */
  forward(image: Tensor<readonly [number, 3, 32, 32]>): Tensor<readonly [number, 6]>;
  /**
   * Forward, backward and a step of sgd, weight decay 0.0001, momentum 0.9. Gives the loss before
   * the step.
   * @param image a multiple of 3072: [3, 32, 32] for each of 1 to 32 samples, channels first
   * @param label one for each of 1 to 32 samples
   * @param learningRate 0.01 unless given
   */
  trainStep(
    image: Tensor<readonly [number, 3, 32, 32]>,
    label: Classes,
    learningRate?: number,
  ): number;
  /**
   * The loss and its derivatives, as `trainStep` has them; nothing is updated. One object, good
   * until the next call.
   */
  gradients(image: Tensor<readonly [number, 3, 32, 32]>, label: Classes): ResnetGradients;
  /**
   * The loss and how many classes the greatest score is right about, as inference has it. One
   * object, good until the next call.
   */
  evaluate(
    image: Tensor<readonly [number, 3, 32, 32]>,
    label: Classes,
  ): { readonly loss: number; readonly correct: number };
  /**
   * Sets every parameter; or none, and throws, if one is missing or has another shape. Names that
   * the model does not have are passed over.
   */
  load(parameters: ResnetParameterSource): void;
  /** Every parameter, as a safetensors file has it. */
  save(): Bytes;
  /** Starts anew: no steps taken, the parameters as the seed has them. */
  reset(seed?: number): void;
}

/** How a net starts. */
export interface ResnetOptions {
  /** Instead of the seeded initialisation. */
  readonly parameters?: ResnetParameterSource;
  /** Of the initialisation, 0 unless given: the same numbers on every engine. */
  readonly seed?: number;
}

/** Views of every parameter: what is written to them holds. */
export interface ResnetParameters {
  readonly conv1: {
    readonly weight: Tensor<readonly [8, 3, 3, 3]>;
  };
  readonly bn1: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [8]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [8, 8, 3, 3]>;
  };
  readonly bn2: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [8]>;
  };
  readonly conv3: {
    readonly weight: Tensor<readonly [8, 8, 3, 3]>;
  };
  readonly bn3: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [8]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [8]>;
  };
  readonly conv4: {
    readonly weight: Tensor<readonly [16, 8, 3, 3]>;
  };
  readonly bn4: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [16]>;
  };
  readonly conv5: {
    readonly weight: Tensor<readonly [16, 16, 3, 3]>;
  };
  readonly bn5: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [16]>;
  };
  readonly conv6: {
    readonly weight: Tensor<readonly [16, 8, 1, 1]>;
  };
  readonly bn6: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [16]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [16]>;
  };
  readonly conv7: {
    readonly weight: Tensor<readonly [32, 16, 3, 3]>;
  };
  readonly bn7: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [32]>;
  };
  readonly conv8: {
    readonly weight: Tensor<readonly [32, 32, 3, 3]>;
  };
  readonly bn8: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [32]>;
  };
  readonly conv9: {
    readonly weight: Tensor<readonly [32, 16, 1, 1]>;
  };
  readonly bn9: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_mean: Tensor<readonly [32]>;
    /** A running average. */
    readonly running_var: Tensor<readonly [32]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [6, 32]>;
    readonly bias: Tensor<readonly [6]>;
  };
}

/** The bytes of a safetensors file, or arrays by layer or by full name. */
export type ResnetParameterSource =
  Uint8Array | ArrayBuffer | Loadable<ResnetParameters> | { readonly [name: string]: Values };

/** The loss and its derivatives, each laid out as what it is the derivative to. */
export interface ResnetGradients {
  readonly loss: number;
  readonly conv1: {
    readonly weight: Tensor<readonly [8, 3, 3, 3]>;
  };
  readonly bn1: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
  };
  readonly conv2: {
    readonly weight: Tensor<readonly [8, 8, 3, 3]>;
  };
  readonly bn2: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
  };
  readonly conv3: {
    readonly weight: Tensor<readonly [8, 8, 3, 3]>;
  };
  readonly bn3: {
    readonly weight: Tensor<readonly [8]>;
    readonly bias: Tensor<readonly [8]>;
  };
  readonly conv4: {
    readonly weight: Tensor<readonly [16, 8, 3, 3]>;
  };
  readonly bn4: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly conv5: {
    readonly weight: Tensor<readonly [16, 16, 3, 3]>;
  };
  readonly bn5: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly conv6: {
    readonly weight: Tensor<readonly [16, 8, 1, 1]>;
  };
  readonly bn6: {
    readonly weight: Tensor<readonly [16]>;
    readonly bias: Tensor<readonly [16]>;
  };
  readonly conv7: {
    readonly weight: Tensor<readonly [32, 16, 3, 3]>;
  };
  readonly bn7: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
  };
  readonly conv8: {
    readonly weight: Tensor<readonly [32, 32, 3, 3]>;
  };
  readonly bn8: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
  };
  readonly conv9: {
    readonly weight: Tensor<readonly [32, 16, 1, 1]>;
  };
  readonly bn9: {
    readonly weight: Tensor<readonly [32]>;
    readonly bias: Tensor<readonly [32]>;
  };
  readonly linear1: {
    readonly weight: Tensor<readonly [6, 32]>;
    readonly bias: Tensor<readonly [6]>;
  };
}

/** Numbers in row-major order. The shape is for the compiler alone: any Float32Array will do. */
export type Tensor<S extends readonly number[]> = Float32Array & { readonly shape?: S };
/** Class indices, from 0. */
export type Classes = Int32Array | Uint8Array | readonly number[];
export type Values = Float32Array | readonly number[];
export type Loadable<T> = T extends Float32Array
  ? T | readonly number[]
  : { readonly [K in keyof T]: Loadable<T[K]> };
/** A Uint8Array on a buffer of its own, as every version of TypeScript can say it. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** How many samples the arguments have, each of them checked. */
function inputsOf(image: Tensor<readonly [number, 3, 32, 32]>): number {
  return samples(
    "image",
    image,
    3072,
    "a multiple of 3072: [3, 32, 32] for each of 1 to 32 samples",
  );
}

/** How many samples the arguments have, each of them checked. */
function examplesOf(image: Tensor<readonly [number, 3, 32, 32]>, label: Classes): number {
  const batch = inputsOf(image);
  samples("label", label, 1, "one for each of 1 to 32 samples", batch, 6);
  return batch;
}

/** How many samples of `size` numbers are in `data`, or an error that says what it `takes`. */
function samples(
  name: string,
  data: ArrayLike<number> & { readonly [Symbol.toStringTag]?: string },
  size: number,
  takes: string,
  batch = 0,
  classes = 0,
): number {
  if (classes ? !(data?.length >= 0) : data?.[Symbol.toStringTag] !== "Float32Array") {
    // the tag, unlike instanceof, is one in all frames and workers
    const type = Object.prototype.toString.call(data).slice(8, -1);
    refuse(`${name} is of type ${type}; it takes ${classes ? "class indices" : "a Float32Array"}`);
  }
  const count = data.length / size;
  if (!(count >= 1 && count <= maxBatch && count % 1 === 0))
    refuse(`${name} has ${data.length} numbers; it takes ${takes}`);
  if (batch && count !== batch) refuse(`${name} has ${count} samples; image has ${batch}`);
  for (let i = 0; classes && i < data.length; i++)
    if (!(Number.isInteger(data[i]) && data[i] >= 0 && data[i] < classes))
      refuse(`${name}[${i}] is ${data[i]}; it takes a class from 0 to ${classes - 1}`);
  return count;
}

function refuse(words: string): never {
  throw Object.assign(new Error(words), { code: "KS507" });
}

/** Each parameter's name, shape and place in the memory, and how it starts. */
const layout: readonly (readonly [
  name: string,
  shape: readonly number[],
  from: number,
  to: number,
  draws?: number,
  scale?: number,
  mean?: number,
])[] = [
  ["conv1.weight", [8, 3, 3, 3], 0, 216, 1, 0.9428090415820634],
  ["bn1.weight", [8], 216, 224, 0, 0, 1],
  ["bn1.bias", [8], 224, 232],
  ["bn1.running_mean", [8], 19822, 19830],
  ["bn1.running_var", [8], 19830, 19838, 0, 0, 1],
  ["conv2.weight", [8, 8, 3, 3], 232, 808, 1, 0.5773502691896257],
  ["bn2.weight", [8], 808, 816, 0, 0, 1],
  ["bn2.bias", [8], 816, 824],
  ["bn2.running_mean", [8], 19838, 19846],
  ["bn2.running_var", [8], 19846, 19854, 0, 0, 1],
  ["conv3.weight", [8, 8, 3, 3], 824, 1400, 1, 0.5773502691896257],
  ["bn3.weight", [8], 1400, 1408, 0, 0, 1],
  ["bn3.bias", [8], 1408, 1416],
  ["bn3.running_mean", [8], 19854, 19862],
  ["bn3.running_var", [8], 19862, 19870, 0, 0, 1],
  ["conv4.weight", [16, 8, 3, 3], 1416, 2568, 1, 0.5773502691896257],
  ["bn4.weight", [16], 2568, 2584, 0, 0, 1],
  ["bn4.bias", [16], 2584, 2600],
  ["bn4.running_mean", [16], 19870, 19886],
  ["bn4.running_var", [16], 19886, 19902, 0, 0, 1],
  ["conv5.weight", [16, 16, 3, 3], 2600, 4904, 1, 0.408248290463863],
  ["bn5.weight", [16], 4904, 4920, 0, 0, 1],
  ["bn5.bias", [16], 4920, 4936],
  ["bn5.running_mean", [16], 19902, 19918],
  ["bn5.running_var", [16], 19918, 19934, 0, 0, 1],
  ["conv6.weight", [16, 8, 1, 1], 4936, 5064, 1, 1.7320508075688772],
  ["bn6.weight", [16], 5064, 5080, 0, 0, 1],
  ["bn6.bias", [16], 5080, 5096],
  ["bn6.running_mean", [16], 19934, 19950],
  ["bn6.running_var", [16], 19950, 19966, 0, 0, 1],
  ["conv7.weight", [32, 16, 3, 3], 5096, 9704, 1, 0.408248290463863],
  ["bn7.weight", [32], 9704, 9736, 0, 0, 1],
  ["bn7.bias", [32], 9736, 9768],
  ["bn7.running_mean", [32], 19966, 19998],
  ["bn7.running_var", [32], 19998, 20030, 0, 0, 1],
  ["conv8.weight", [32, 32, 3, 3], 9768, 18984, 1, 0.28867513459481287],
  ["bn8.weight", [32], 18984, 19016, 0, 0, 1],
  ["bn8.bias", [32], 19016, 19048],
  ["bn8.running_mean", [32], 20030, 20062],
  ["bn8.running_var", [32], 20062, 20094, 0, 0, 1],
  ["conv9.weight", [32, 16, 1, 1], 19048, 19560, 1, 1.224744871391589],
  ["bn9.weight", [32], 19560, 19592, 0, 0, 1],
  ["bn9.bias", [32], 19592, 19624],
  ["bn9.running_mean", [32], 20094, 20126],
  ["bn9.running_var", [32], 20126, 20158, 0, 0, 1],
  ["linear1.weight", [6, 32], 19624, 19816, 1, 0.8660254037844386],
  ["linear1.bias", [6], 19816, 19822],
];

/** Draws every parameter anew: scale · (Σ uniform − draws / 2) + mean. */
function initialise(m: Float32Array, seed: number): void {
  let at = 0;
  for (const [, , from, to, draws = 0, scale = 0, mean = 0] of layout)
    for (let i = from; i < to; i++) {
      let sum = -draws / 2;
      for (let k = 0; k < draws; k++) sum += uniform(seed, at++);
      m[i] = scale * sum + mean;
    }
}

/** Sets every parameter, once all of them are known to fit. */
function load(m: Float32Array, source: ResnetParameterSource): void {
  const bytes = source as Uint8Array;
  const record = bytes?.byteLength >= 0 ? tensorsOf(bytes) : source;
  const at = (place: unknown, key: string) => (place as Flat | undefined)?.[key];
  const found = layout.map(([name, shape, from, to]) => {
    const values = (at(record, name) ?? name.split(".").reduce(at, record)) as Flat[string];
    const size = to - from;
    if (!values) refuse(`${name} is missing, or not F32`);
    if (String(values.shape ?? shape) !== String(shape))
      refuse(`${name} is [${values.shape}]; it takes [${shape}]`);
    if (values.length !== size) refuse(`${name} has ${values.length} numbers; it takes ${size}`);
    return values;
  });
  layout.forEach(([, , from], i) => m.set(found[i], from));
}

type Flat = { readonly [name: string]: ArrayLike<number> & { readonly shape?: readonly number[] } };

/** What a safetensors file holds: eight bytes with the header's length, the header, the data. */
function tensorsOf(file: Uint8Array): Flat {
  const bytes = new Uint8Array(file);
  try {
    const start = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)));
    const entries = Object.entries<{ dtype: string; shape: number[]; data_offsets: number[] }>(
      header,
    );
    return Object.fromEntries(
      entries
        .filter(([, { dtype }]) => dtype === "F32")
        .map(
          ([
            name,
            {
              shape,
              data_offsets: [from, to],
            },
          ]) => {
            const own = bytes.slice(start + (from >>> 0), start + to);
            return [name, Object.assign(new Float32Array(own.buffer), { shape })];
          },
        ),
    );
  } catch {
    refuse("these bytes are no safetensors file, or a damaged one");
  }
}

/** The bytes of a safetensors file: the header's length, the header in JSON, the data. */
function save(m: Float32Array): Bytes {
  let end = 0;
  const header = layout.map(([name, shape, from, to]) => {
    const range = [end, (end += 4 * (to - from))];
    return [name, { dtype: "F32", shape, data_offsets: range }];
  });
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  let at = 8 + Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(at + end).fill(32, 8, at);
  new DataView(bytes.buffer).setUint32(0, at - 8, true);
  bytes.set(json, 8);
  for (const [, , from, to] of layout) {
    bytes.set(new Uint8Array(m.buffer, 4 * from, 4 * (to - from)), at);
    at += 4 * (to - from);
  }
  return bytes;
}

/**
 * bn1.factor[c] = bn1.weight[c] / √(bn1.running_var[c] + 0.00001)
 * bn1.shift[c] = bn1.bias[c] − bn1.running_mean[c] · bn1.weight[c] / √(bn1.running_var[c] + 0.00001)
 */
function bn1(
  m: Float32Array,
  bn1WeightAt: number,
  bn1RunningVarAt: number,
  bn1BiasAt: number,
  bn1RunningMeanAt: number,
  bn1FactorAt: number,
  bn1ShiftAt: number,
): void {
  for (let c = 0; c < 8; c++) {
    const i1 = bn1WeightAt + c;
    const i2 = bn1RunningVarAt + c;
    const t1 = m[i1] / Math.sqrt(m[i2] + 0.00001);
    const i3 = bn1BiasAt + c;
    const i4 = bn1RunningMeanAt + c;
    const t2 = m[i3] - m[i4] * t1;
    const i5 = bn1FactorAt + c;
    m[i5] = t1;
    const i6 = bn1ShiftAt + c;
    m[i6] = t2;
  }
}

/**
 * bn4.factor[c] = bn4.weight[c] / √(bn4.running_var[c] + 0.00001)
 * bn4.shift[c] = bn4.bias[c] − bn4.running_mean[c] · bn4.weight[c] / √(bn4.running_var[c] + 0.00001)
 */
function bn4(
  m: Float32Array,
  bn4WeightAt: number,
  bn4RunningVarAt: number,
  bn4BiasAt: number,
  bn4RunningMeanAt: number,
  bn4FactorAt: number,
  bn4ShiftAt: number,
): void {
  for (let c = 0; c < 16; c++) {
    const i1 = bn4WeightAt + c;
    const i2 = bn4RunningVarAt + c;
    const t1 = m[i1] / Math.sqrt(m[i2] + 0.00001);
    const i3 = bn4BiasAt + c;
    const i4 = bn4RunningMeanAt + c;
    const t2 = m[i3] - m[i4] * t1;
    const i5 = bn4FactorAt + c;
    m[i5] = t1;
    const i6 = bn4ShiftAt + c;
    m[i6] = t2;
  }
}

/**
 * bn7.factor[c] = bn7.weight[c] / √(bn7.running_var[c] + 0.00001)
 * bn7.shift[c] = bn7.bias[c] − bn7.running_mean[c] · bn7.weight[c] / √(bn7.running_var[c] + 0.00001)
 */
function bn7(
  m: Float32Array,
  bn7WeightAt: number,
  bn7RunningVarAt: number,
  bn7BiasAt: number,
  bn7RunningMeanAt: number,
  bn7FactorAt: number,
  bn7ShiftAt: number,
): void {
  for (let c = 0; c < 32; c++) {
    const i1 = bn7WeightAt + c;
    const i2 = bn7RunningVarAt + c;
    const t1 = m[i1] / Math.sqrt(m[i2] + 0.00001);
    const i3 = bn7BiasAt + c;
    const i4 = bn7RunningMeanAt + c;
    const t2 = m[i3] - m[i4] * t1;
    const i5 = bn7FactorAt + c;
    m[i5] = t1;
    const i6 = bn7ShiftAt + c;
    m[i6] = t2;
  }
}

/** Copies image into the arena, inside its halo. */
function loadImage(m: Float32Array, from: ArrayLike<number>, batch: number, at: number): void {
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < 3; c++) {
      for (let h = 0; h < 32; h++) {
        for (let w = 0; w < 32; w++) {
          m[at + 3468 * n + 1156 * c + 34 * h + w] = from[3072 * n + 1024 * c + 32 * h + w]!;
        }
      }
    }
  }
}

/**
 * relu1[n,m,p,q] = max(bn1.factor[m] · Σ k,r,s image[n, k, p + r − 1, q + s − 1] · conv1.weight[m,k,r,s] + bn1.shift[m], 0)
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv1(
  m: Float32Array,
  batch: number,
  imageAt: number,
  conv1WeightAt: number,
  bn1FactorAt: number,
  bn1ShiftAt: number,
  relu1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = imageAt + 3468 * n;
    const i9 = relu1At + 9248 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv1WeightAt + 27 * m_;
      const i7 = bn1FactorAt + m_;
      const v22 = m[i7];
      const i8 = bn1ShiftAt + m_;
      const v23 = m[i8];
      const i10 = i9 + 1156 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i11 = i10 + 34 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 3; k++) {
            const i4 = i3 + 1156 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 35] * v1;
            const v2 = m[i4 - 34];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 33];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 32] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 33];
            s3 += v11 * v10;
            const v12 = m[i4 + 34];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 35];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 36];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 67] * v17;
            const v18 = m[i4 + 68];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 69];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 70] * v21;
          }
          const t1 = s1 * v22 + v23;
          const i12 = i11 + q;
          m[i12] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v22 + v23;
          m[i12 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v22 + v23;
          m[i12 + 34] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v22 + v23;
          m[i12 + 35] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu2[n,m,p,q] = max(bn2.factor[m] · Σ k,r,s relu1[n, k, p + r − 1, q + s − 1] · conv2.weight[m,k,r,s] + bn2.shift[m], 0)
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv2(
  m: Float32Array,
  batch: number,
  relu1At: number,
  conv2WeightAt: number,
  bn2FactorAt: number,
  bn2ShiftAt: number,
  relu2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu1At + 9248 * n;
    const i9 = relu2At + 9248 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv2WeightAt + 72 * m_;
      const i7 = bn2FactorAt + m_;
      const v22 = m[i7];
      const i8 = bn2ShiftAt + m_;
      const v23 = m[i8];
      const i10 = i9 + 1156 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i11 = i10 + 34 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 8; k++) {
            const i4 = i3 + 1156 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 35] * v1;
            const v2 = m[i4 - 34];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 33];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 32] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 33];
            s3 += v11 * v10;
            const v12 = m[i4 + 34];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 35];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 36];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 67] * v17;
            const v18 = m[i4 + 68];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 69];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 70] * v21;
          }
          const t1 = s1 * v22 + v23;
          const i12 = i11 + q;
          m[i12] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v22 + v23;
          m[i12 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v22 + v23;
          m[i12 + 34] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v22 + v23;
          m[i12 + 35] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu3[n,i,j,k] = max(bn3.factor[i] · Σ k′,r,s relu2[n, k′, j + r − 1, k + s − 1] · conv3.weight[i,k′,r,s] + bn3.shift[i] + relu1[n,i,j,k], 0)
 * j by 2, k by 2, r unrolled, s unrolled.
 */
function conv3(
  m: Float32Array,
  batch: number,
  relu2At: number,
  conv3WeightAt: number,
  bn3FactorAt: number,
  bn3ShiftAt: number,
  relu1At: number,
  relu3At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu2At + 9248 * n;
    const i9 = relu1At + 9248 * n;
    const i13 = relu3At + 8712 * n;
    for (let i_ = 0; i_ < 8; i_++) {
      const i5 = conv3WeightAt + 72 * i_;
      const i7 = bn3FactorAt + i_;
      const v22 = m[i7];
      const i8 = bn3ShiftAt + i_;
      const v23 = m[i8];
      const i10 = i9 + 1156 * i_;
      const i14 = i13 + 1089 * i_;
      for (let j = 0; j < 32; j += 2) {
        const i2 = i1 + 34 * j;
        const i11 = i10 + 34 * j;
        const i15 = i14 + 33 * j;
        for (let k = 0; k < 32; k += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + k;
          for (let k2 = 0; k2 < 8; k2++) {
            const i4 = i3 + 1156 * k2;
            const i6 = i5 + 9 * k2;
            const v1 = m[i6];
            s1 += m[i4 - 35] * v1;
            const v2 = m[i4 - 34];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 33];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 32] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 33];
            s3 += v11 * v10;
            const v12 = m[i4 + 34];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 35];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 36];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 67] * v17;
            const v18 = m[i4 + 68];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 69];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 70] * v21;
          }
          const i12 = i11 + k;
          const t1 = s1 * v22 + v23 + m[i12];
          const i16 = i15 + k;
          m[i16] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v22 + v23 + m[i12 + 1];
          m[i16 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v22 + v23 + m[i12 + 34];
          m[i16 + 33] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v22 + v23 + m[i12 + 35];
          m[i16 + 34] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu4[n,m,p,q] = max(bn4.factor[m] · Σ k,r,s relu3[n, k, 2·p + r − 1, 2·q + s − 1] · conv4.weight[m,k,r,s] + bn4.shift[m], 0)
 * m by 2, q by 2, k by 2, s unrolled.
 */
function conv4(
  m: Float32Array,
  batch: number,
  relu3At: number,
  conv4WeightAt: number,
  bn4FactorAt: number,
  bn4ShiftAt: number,
  relu4At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu3At + 8712 * n;
    const i11 = relu4At + 5184 * n;
    for (let m_ = 0; m_ < 16; m_ += 2) {
      const i6 = conv4WeightAt + 72 * m_;
      const i9 = bn4FactorAt + m_;
      const v23 = m[i9];
      const i10 = bn4ShiftAt + m_;
      const v24 = m[i10];
      const i12 = i11 + 324 * m_;
      const v25 = m[i9 + 1];
      const v26 = m[i10 + 1];
      for (let p = 0; p < 16; p++) {
        const i2 = i1 + 66 * p;
        const i13 = i12 + 18 * p;
        for (let q = 0; q < 16; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 8; k += 2) {
            const i4 = i3 + 1089 * k;
            const i7 = i6 + 9 * k;
            for (let r = 0; r < 3; r++) {
              const i5 = i4 + 33 * r;
              const v1 = m[i5 - 34];
              const i8 = i7 + 3 * r;
              const v2 = m[i8];
              s1 += v1 * v2;
              const v3 = m[i5 - 32];
              s2 += v3 * v2;
              const v4 = m[i8 + 72];
              s3 += v1 * v4;
              s4 += v3 * v4;
              const v5 = m[i5 - 33];
              const v6 = m[i8 + 1];
              s1 += v5 * v6;
              const v7 = m[i5 - 31];
              s2 += v7 * v6;
              const v8 = m[i8 + 73];
              s3 += v5 * v8;
              s4 += v7 * v8;
              const v9 = m[i8 + 2];
              s1 += v3 * v9;
              const v10 = m[i5 - 30];
              s2 += v10 * v9;
              const v11 = m[i8 + 74];
              s3 += v3 * v11;
              s4 += v10 * v11;
              const v12 = m[i5 + 1055];
              const v13 = m[i8 + 9];
              s1 += v12 * v13;
              const v14 = m[i5 + 1057];
              s2 += v14 * v13;
              const v15 = m[i8 + 81];
              s3 += v12 * v15;
              s4 += v14 * v15;
              const v16 = m[i5 + 1056];
              const v17 = m[i8 + 10];
              s1 += v16 * v17;
              const v18 = m[i5 + 1058];
              s2 += v18 * v17;
              const v19 = m[i8 + 82];
              s3 += v16 * v19;
              s4 += v18 * v19;
              const v20 = m[i8 + 11];
              s1 += v14 * v20;
              const v21 = m[i5 + 1059];
              s2 += v21 * v20;
              const v22 = m[i8 + 83];
              s3 += v14 * v22;
              s4 += v21 * v22;
            }
          }
          const t1 = s1 * v23 + v24;
          const i14 = i13 + q;
          m[i14] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v23 + v24;
          m[i14 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v25 + v26;
          m[i14 + 324] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v25 + v26;
          m[i14 + 325] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu5[n,i,j,k] = max(bn5.factor[i] · Σ k′,r,s relu4[n, k′, j + r − 1, k + s − 1] · conv5.weight[i,k′,r,s] + bn5.shift[i] + bn6.factor[i] · Σ k′ relu3[n,k′,2·j,2·k] · conv6.weight[i,k′,0,0] + bn6.shift[i], 0)
 * j by 2, k by 2, r unrolled, s unrolled.
 */
function conv5(
  m: Float32Array,
  batch: number,
  relu4At: number,
  conv5WeightAt: number,
  relu3At: number,
  conv6WeightAt: number,
  bn5FactorAt: number,
  bn5ShiftAt: number,
  bn6FactorAt: number,
  bn6ShiftAt: number,
  relu5At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu4At + 5184 * n;
    const i7 = relu3At + 8712 * n;
    const i17 = relu5At + 4624 * n;
    for (let i_ = 0; i_ < 16; i_++) {
      const i5 = conv5WeightAt + 144 * i_;
      const i11 = conv6WeightAt + 8 * i_;
      const i13 = bn5FactorAt + i_;
      const v23 = m[i13];
      const i14 = bn5ShiftAt + i_;
      const v24 = m[i14];
      const i15 = bn6FactorAt + i_;
      const v25 = m[i15];
      const i16 = bn6ShiftAt + i_;
      const v26 = m[i16];
      const i18 = i17 + 289 * i_;
      for (let j = 0; j < 16; j += 2) {
        const i2 = i1 + 18 * j;
        const i8 = i7 + 66 * j;
        const i19 = i18 + 17 * j;
        for (let k = 0; k < 16; k += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + k;
          for (let k2 = 0; k2 < 16; k2++) {
            const i4 = i3 + 324 * k2;
            const i6 = i5 + 9 * k2;
            const v1 = m[i6];
            s1 += m[i4 - 19] * v1;
            const v2 = m[i4 - 18];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 17];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 16] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 17];
            s3 += v11 * v10;
            const v12 = m[i4 + 18];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 19];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 20];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 35] * v17;
            const v18 = m[i4 + 36];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 37];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 38] * v21;
          }
          let s5 = 0;
          let s6 = 0;
          let s7 = 0;
          let s8 = 0;
          const i9 = i8 + 2 * k;
          for (let k3 = 0; k3 < 8; k3++) {
            const i10 = i9 + 1089 * k3;
            const i12 = i11 + k3;
            const v22 = m[i12];
            s5 += m[i10] * v22;
            s6 += m[i10 + 2] * v22;
            s7 += m[i10 + 66] * v22;
            s8 += m[i10 + 68] * v22;
          }
          const t1 = s1 * v23 + v24 + (s5 * v25 + v26);
          const i20 = i19 + k;
          m[i20] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v23 + v24 + (s6 * v25 + v26);
          m[i20 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v23 + v24 + (s7 * v25 + v26);
          m[i20 + 17] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v23 + v24 + (s8 * v25 + v26);
          m[i20 + 18] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * relu6[n,m,p,q] = max(bn7.factor[m] · Σ k,r,s relu5[n, k, 2·p + r − 1, 2·q + s − 1] · conv7.weight[m,k,r,s] + bn7.shift[m], 0)
 * m by 2, q by 2, k by 2, s unrolled.
 */
function conv7(
  m: Float32Array,
  batch: number,
  relu5At: number,
  conv7WeightAt: number,
  bn7FactorAt: number,
  bn7ShiftAt: number,
  relu6At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu5At + 4624 * n;
    const i11 = relu6At + 3200 * n;
    for (let m_ = 0; m_ < 32; m_ += 2) {
      const i6 = conv7WeightAt + 144 * m_;
      const i9 = bn7FactorAt + m_;
      const v23 = m[i9];
      const i10 = bn7ShiftAt + m_;
      const v24 = m[i10];
      const i12 = i11 + 100 * m_;
      const v25 = m[i9 + 1];
      const v26 = m[i10 + 1];
      for (let p = 0; p < 8; p++) {
        const i2 = i1 + 34 * p;
        const i13 = i12 + 10 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 16; k += 2) {
            const i4 = i3 + 289 * k;
            const i7 = i6 + 9 * k;
            for (let r = 0; r < 3; r++) {
              const i5 = i4 + 17 * r;
              const v1 = m[i5 - 18];
              const i8 = i7 + 3 * r;
              const v2 = m[i8];
              s1 += v1 * v2;
              const v3 = m[i5 - 16];
              s2 += v3 * v2;
              const v4 = m[i8 + 144];
              s3 += v1 * v4;
              s4 += v3 * v4;
              const v5 = m[i5 - 17];
              const v6 = m[i8 + 1];
              s1 += v5 * v6;
              const v7 = m[i5 - 15];
              s2 += v7 * v6;
              const v8 = m[i8 + 145];
              s3 += v5 * v8;
              s4 += v7 * v8;
              const v9 = m[i8 + 2];
              s1 += v3 * v9;
              const v10 = m[i5 - 14];
              s2 += v10 * v9;
              const v11 = m[i8 + 146];
              s3 += v3 * v11;
              s4 += v10 * v11;
              const v12 = m[i5 + 271];
              const v13 = m[i8 + 9];
              s1 += v12 * v13;
              const v14 = m[i5 + 273];
              s2 += v14 * v13;
              const v15 = m[i8 + 153];
              s3 += v12 * v15;
              s4 += v14 * v15;
              const v16 = m[i5 + 272];
              const v17 = m[i8 + 10];
              s1 += v16 * v17;
              const v18 = m[i5 + 274];
              s2 += v18 * v17;
              const v19 = m[i8 + 154];
              s3 += v16 * v19;
              s4 += v18 * v19;
              const v20 = m[i8 + 11];
              s1 += v14 * v20;
              const v21 = m[i5 + 275];
              s2 += v21 * v20;
              const v22 = m[i8 + 155];
              s3 += v14 * v22;
              s4 += v21 * v22;
            }
          }
          const t1 = s1 * v23 + v24;
          const i14 = i13 + q;
          m[i14] = (t1 + Math.abs(t1)) * 0.5;
          const t2 = s2 * v23 + v24;
          m[i14 + 1] = (t2 + Math.abs(t2)) * 0.5;
          const t3 = s3 * v25 + v26;
          m[i14 + 100] = (t3 + Math.abs(t3)) * 0.5;
          const t4 = s4 * v25 + v26;
          m[i14 + 101] = (t4 + Math.abs(t4)) * 0.5;
        }
      }
    }
  }
}

/**
 * conv8[n,m,p,q] = Σ k,r,s relu6[n, k, p + r − 1, q + s − 1] · conv8.weight[m,k,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv8(
  m: Float32Array,
  batch: number,
  relu6At: number,
  conv8WeightAt: number,
  conv8At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu6At + 3200 * n;
    const i7 = conv8At + 2048 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i5 = conv8WeightAt + 288 * m_;
      const i8 = i7 + 64 * m_;
      for (let p = 0; p < 8; p += 2) {
        const i2 = i1 + 10 * p;
        const i9 = i8 + 8 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 32; k++) {
            const i4 = i3 + 100 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 11] * v1;
            const v2 = m[i4 - 10];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 9];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 8] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 9];
            s3 += v11 * v10;
            const v12 = m[i4 + 10];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 11];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 12];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 19] * v17;
            const v18 = m[i4 + 20];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 21];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 22] * v21;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 8] = s3;
          m[i10 + 9] = s4;
        }
      }
    }
  }
}

/**
 * conv9[n,m,p,q] = Σ k relu5[n,k,2·p,2·q] · conv9.weight[m,k,0,0]
 * m by 2, q by 2, k by 4.
 */
function conv9(
  m: Float32Array,
  batch: number,
  relu5At: number,
  conv9WeightAt: number,
  conv9At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu5At + 4624 * n;
    const i7 = conv9At + 2048 * n;
    for (let m_ = 0; m_ < 32; m_ += 2) {
      const i5 = conv9WeightAt + 16 * m_;
      const i8 = i7 + 64 * m_;
      for (let p = 0; p < 8; p++) {
        const i2 = i1 + 34 * p;
        const i9 = i8 + 8 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 16; k += 4) {
            const i4 = i3 + 289 * k;
            const v1 = m[i4];
            const i6 = i5 + k;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 2];
            s2 += v3 * v2;
            const v4 = m[i6 + 16];
            s3 += v1 * v4;
            s4 += v3 * v4;
            const v5 = m[i4 + 289];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            const v7 = m[i4 + 291];
            s2 += v7 * v6;
            const v8 = m[i6 + 17];
            s3 += v5 * v8;
            s4 += v7 * v8;
            const v9 = m[i4 + 578];
            const v10 = m[i6 + 2];
            s1 += v9 * v10;
            const v11 = m[i4 + 580];
            s2 += v11 * v10;
            const v12 = m[i6 + 18];
            s3 += v9 * v12;
            s4 += v11 * v12;
            const v13 = m[i4 + 867];
            const v14 = m[i6 + 3];
            s1 += v13 * v14;
            const v15 = m[i4 + 869];
            s2 += v15 * v14;
            const v16 = m[i6 + 19];
            s3 += v13 * v16;
            s4 += v15 * v16;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 64] = s3;
          m[i10 + 65] = s4;
        }
      }
    }
  }
}

/**
 * pool1[n,i] = (Σ r,s max(conv8[n,i,r,s] · bn8.factor[i] + bn8.shift[i] + conv9[n,i,r,s] · bn9.factor[i] + bn9.shift[i], 0)) / 64
 * n by 2, s unrolled.
 */
function pool1(
  m: Float32Array,
  batch: number,
  conv8At: number,
  bn8FactorAt: number,
  bn8ShiftAt: number,
  conv9At: number,
  bn9FactorAt: number,
  bn9ShiftAt: number,
  pool1At: number,
): void {
  let n = 0;
  for (; n + 2 <= batch; n += 2) {
    const i1 = conv8At + 2048 * n;
    const i6 = conv9At + 2048 * n;
    const i11 = pool1At + 32 * n;
    for (let i_ = 0; i_ < 32; i_++) {
      let s1 = 0;
      let s2 = 0;
      const i2 = i1 + 64 * i_;
      const i4 = bn8FactorAt + i_;
      const v1 = m[i4];
      const i5 = bn8ShiftAt + i_;
      const v2 = m[i5];
      const i7 = i6 + 64 * i_;
      const i9 = bn9FactorAt + i_;
      const v3 = m[i9];
      const i10 = bn9ShiftAt + i_;
      const v4 = m[i10];
      for (let r = 0; r < 8; r++) {
        const i3 = i2 + 8 * r;
        const i8 = i7 + 8 * r;
        const t1 = m[i3] * v1 + v2 + (m[i8] * v3 + v4);
        s1 += (t1 + Math.abs(t1)) * 0.5;
        const t2 = m[i3 + 2048] * v1 + v2 + (m[i8 + 2048] * v3 + v4);
        s2 += (t2 + Math.abs(t2)) * 0.5;
        const t3 = m[i3 + 1] * v1 + v2 + (m[i8 + 1] * v3 + v4);
        s1 += (t3 + Math.abs(t3)) * 0.5;
        const t4 = m[i3 + 2049] * v1 + v2 + (m[i8 + 2049] * v3 + v4);
        s2 += (t4 + Math.abs(t4)) * 0.5;
        const t5 = m[i3 + 2] * v1 + v2 + (m[i8 + 2] * v3 + v4);
        s1 += (t5 + Math.abs(t5)) * 0.5;
        const t6 = m[i3 + 2050] * v1 + v2 + (m[i8 + 2050] * v3 + v4);
        s2 += (t6 + Math.abs(t6)) * 0.5;
        const t7 = m[i3 + 3] * v1 + v2 + (m[i8 + 3] * v3 + v4);
        s1 += (t7 + Math.abs(t7)) * 0.5;
        const t8 = m[i3 + 2051] * v1 + v2 + (m[i8 + 2051] * v3 + v4);
        s2 += (t8 + Math.abs(t8)) * 0.5;
        const t9 = m[i3 + 4] * v1 + v2 + (m[i8 + 4] * v3 + v4);
        s1 += (t9 + Math.abs(t9)) * 0.5;
        const t10 = m[i3 + 2052] * v1 + v2 + (m[i8 + 2052] * v3 + v4);
        s2 += (t10 + Math.abs(t10)) * 0.5;
        const t11 = m[i3 + 5] * v1 + v2 + (m[i8 + 5] * v3 + v4);
        s1 += (t11 + Math.abs(t11)) * 0.5;
        const t12 = m[i3 + 2053] * v1 + v2 + (m[i8 + 2053] * v3 + v4);
        s2 += (t12 + Math.abs(t12)) * 0.5;
        const t13 = m[i3 + 6] * v1 + v2 + (m[i8 + 6] * v3 + v4);
        s1 += (t13 + Math.abs(t13)) * 0.5;
        const t14 = m[i3 + 2054] * v1 + v2 + (m[i8 + 2054] * v3 + v4);
        s2 += (t14 + Math.abs(t14)) * 0.5;
        const t15 = m[i3 + 7] * v1 + v2 + (m[i8 + 7] * v3 + v4);
        s1 += (t15 + Math.abs(t15)) * 0.5;
        const t16 = m[i3 + 2055] * v1 + v2 + (m[i8 + 2055] * v3 + v4);
        s2 += (t16 + Math.abs(t16)) * 0.5;
      }
      const i12 = i11 + i_;
      m[i12] = s1 / 64;
      m[i12 + 32] = s2 / 64;
    }
  }
  for (; n < batch; n++) {
    const i13 = conv8At + 2048 * n;
    const i18 = conv9At + 2048 * n;
    const i23 = pool1At + 32 * n;
    for (let i_2 = 0; i_2 < 32; i_2++) {
      let s3 = 0;
      const i14 = i13 + 64 * i_2;
      const i16 = bn8FactorAt + i_2;
      const v5 = m[i16];
      const i17 = bn8ShiftAt + i_2;
      const v6 = m[i17];
      const i19 = i18 + 64 * i_2;
      const i21 = bn9FactorAt + i_2;
      const v7 = m[i21];
      const i22 = bn9ShiftAt + i_2;
      const v8 = m[i22];
      for (let r2 = 0; r2 < 8; r2++) {
        const i15 = i14 + 8 * r2;
        const i20 = i19 + 8 * r2;
        const t17 = m[i15] * v5 + v6 + (m[i20] * v7 + v8);
        s3 += (t17 + Math.abs(t17)) * 0.5;
        const t18 = m[i15 + 1] * v5 + v6 + (m[i20 + 1] * v7 + v8);
        s3 += (t18 + Math.abs(t18)) * 0.5;
        const t19 = m[i15 + 2] * v5 + v6 + (m[i20 + 2] * v7 + v8);
        s3 += (t19 + Math.abs(t19)) * 0.5;
        const t20 = m[i15 + 3] * v5 + v6 + (m[i20 + 3] * v7 + v8);
        s3 += (t20 + Math.abs(t20)) * 0.5;
        const t21 = m[i15 + 4] * v5 + v6 + (m[i20 + 4] * v7 + v8);
        s3 += (t21 + Math.abs(t21)) * 0.5;
        const t22 = m[i15 + 5] * v5 + v6 + (m[i20 + 5] * v7 + v8);
        s3 += (t22 + Math.abs(t22)) * 0.5;
        const t23 = m[i15 + 6] * v5 + v6 + (m[i20 + 6] * v7 + v8);
        s3 += (t23 + Math.abs(t23)) * 0.5;
        const t24 = m[i15 + 7] * v5 + v6 + (m[i20 + 7] * v7 + v8);
        s3 += (t24 + Math.abs(t24)) * 0.5;
      }
      const i24 = i23 + i_2;
      m[i24] = s3 / 64;
    }
  }
}

/** linear1[n,m] = linear1.bias[m] + Σ k pool1[n,k] · linear1.weight[m,k] */
function linear1(
  m: Float32Array,
  batch: number,
  pool1At: number,
  linear1WeightAt: number,
  linear1BiasAt: number,
  linear1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = pool1At + 32 * n;
    const i6 = linear1At + 6 * n;
    for (let m_ = 0; m_ < 6; m_++) {
      let s1 = 0;
      const i3 = linear1WeightAt + 32 * m_;
      for (let k = 0; k < 32; k++) {
        const i2 = i1 + k;
        const i4 = i3 + k;
        s1 += m[i2] * m[i4];
      }
      const i5 = linear1BiasAt + m_;
      const i7 = i6 + m_;
      m[i7] = m[i5] + s1;
    }
  }
}

/**
 * loss1.greatest[n] = max m linear1[n,m]
 * m unrolled.
 */
function loss1(m: Float32Array, batch: number, linear1At: number, loss1GreatestAt: number): void {
  for (let n = 0; n < batch; n++) {
    const i1 = linear1At + 6 * n;
    const v1 = m[i1];
    const v2 = m[i1 + 1];
    const t1 = +(v1 < v2);
    const t2 = v2 * t1 + v1 * (1 - t1);
    const v3 = m[i1 + 2];
    const t3 = +(t2 < v3);
    const t4 = v3 * t3 + t2 * (1 - t3);
    const v4 = m[i1 + 3];
    const t5 = +(t4 < v4);
    const t6 = v4 * t5 + t4 * (1 - t5);
    const v5 = m[i1 + 4];
    const t7 = +(t6 < v5);
    const t8 = v5 * t7 + t6 * (1 - t7);
    const v6 = m[i1 + 5];
    const t9 = +(t8 < v6);
    const i2 = loss1GreatestAt + n;
    m[i2] = v6 * t9 + t8 * (1 - t9);
  }
}

/** loss1.logTotal[n] = log(Σ m exp(linear1[n,m] − stop(loss1.greatest[n]))) */
function loss1_2(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 6 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    for (let m_ = 0; m_ < 6; m_++) {
      const i2 = i1 + m_;
      s1 += Math.exp(m[i2] + t1);
    }
    const i4 = loss1LogTotalAt + n;
    m[i4] = Math.log(s1);
  }
}

/** loss1.each[n] = −Σ m [m = label[n]] · (linear1[n,m] − stop(loss1.greatest[n]) − loss1.logTotal[n]) */
function loss1_3(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1LogTotalAt: number,
  labelAt: number,
  loss1EachAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 6 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    const i4 = loss1LogTotalAt + n;
    const t2 = -m[i4];
    const i5 = labelAt + n;
    const v1 = m[i5];
    for (let m_ = 0; m_ < 6; m_++) {
      const i2 = i1 + m_;
      s1 += (m[i2] + t1 + t2) * +(m_ === v1);
    }
    const i6 = loss1EachAt + n;
    m[i6] = -s1;
  }
}

/** loss1 = (Σ n loss1.each[n]) / N */
function loss1_4(m: Float32Array, batch: number, loss1EachAt: number, loss1At: number): void {
  let s1 = 0;
  for (let n = 0; n < batch; n++) {
    const i1 = loss1EachAt + n;
    s1 += m[i1];
  }
  m[loss1At] = s1 / batch;
}

/**
 * conv1[n,m,p,q] = Σ k,r,s image[n, k, p + r − 1, q + s − 1] · conv1.weight[m,k,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv1Train(
  m: Float32Array,
  batch: number,
  imageAt: number,
  conv1WeightAt: number,
  conv1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = imageAt + 3468 * n;
    const i7 = conv1At + 8192 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv1WeightAt + 27 * m_;
      const i8 = i7 + 1024 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i9 = i8 + 32 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 3; k++) {
            const i4 = i3 + 1156 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 35] * v1;
            const v2 = m[i4 - 34];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 33];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 32] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 33];
            s3 += v11 * v10;
            const v12 = m[i4 + 34];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 35];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 36];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 67] * v17;
            const v18 = m[i4 + 68];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 69];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 70] * v21;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 32] = s3;
          m[i10 + 33] = s4;
        }
      }
    }
  }
}

/**
 * bn1.mean[c] = (Σ r,s,t conv1[r,c,s,t]) / (1024 · N)
 * bn1.running_mean.new[c] = 0.9 · bn1.running_mean[c] + 0.1 · (Σ r,s,t conv1[r,c,s,t]) / (1024 · N)
 * c by 4, t by 4.
 */
function bn1Train(
  m: Float32Array,
  batch: number,
  conv1At: number,
  bn1RunningMeanAt: number,
  bn1MeanAt: number,
  bn1RunningMeanNewAt: number,
): void {
  const t1 = batch * 1024;
  for (let c = 0; c < 8; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv1At + 1024 * c;
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 8192 * r;
      for (let s5 = 0; s5 < 32; s5++) {
        const i3 = i2 + 32 * s5;
        for (let t_ = 0; t_ < 32; t_ += 4) {
          const i4 = i3 + t_;
          s1 += m[i4];
          s2 += m[i4 + 1024];
          s3 += m[i4 + 2048];
          s4 += m[i4 + 3072];
          s1 += m[i4 + 1];
          s2 += m[i4 + 1025];
          s3 += m[i4 + 2049];
          s4 += m[i4 + 3073];
          s1 += m[i4 + 2];
          s2 += m[i4 + 1026];
          s3 += m[i4 + 2050];
          s4 += m[i4 + 3074];
          s1 += m[i4 + 3];
          s2 += m[i4 + 1027];
          s3 += m[i4 + 2051];
          s4 += m[i4 + 3075];
        }
      }
    }
    const t2 = s1 / t1;
    const t3 = s2 / t1;
    const t4 = s3 / t1;
    const t5 = s4 / t1;
    const i5 = bn1RunningMeanAt + c;
    const t6 = m[i5] * 0.9 + t2 * 0.1;
    const t7 = m[i5 + 1] * 0.9 + t3 * 0.1;
    const t8 = m[i5 + 2] * 0.9 + t4 * 0.1;
    const t9 = m[i5 + 3] * 0.9 + t5 * 0.1;
    const i6 = bn1MeanAt + c;
    m[i6] = t2;
    m[i6 + 1] = t3;
    m[i6 + 2] = t4;
    m[i6 + 3] = t5;
    const i7 = bn1RunningMeanNewAt + c;
    m[i7] = t6;
    m[i7 + 1] = t7;
    m[i7 + 2] = t8;
    m[i7 + 3] = t9;
  }
}

/**
 * bn1.variance[c] = (Σ r,s,t (conv1[r,c,s,t] − bn1.mean[c])²) / (1024 · N)
 * bn1.factor[c] = bn1.weight[c] / √((Σ r,s,t (conv1[r,c,s,t] − bn1.mean[c])²) / (1024 · N) + 0.00001)
 * bn1.running_var.new[c] = 0.9 · bn1.running_var[c] + 0.1 · 1024 · ((Σ r,s,t (conv1[r,c,s,t] − bn1.mean[c])²) / (1024 · N)) · N / max(1, 1024 · N − 1)
 * c by 4, t by 4.
 */
function bn1Train_2(
  m: Float32Array,
  batch: number,
  conv1At: number,
  bn1MeanAt: number,
  bn1WeightAt: number,
  bn1RunningVarAt: number,
  bn1VarianceAt: number,
  bn1FactorAt: number,
  bn1RunningVarNewAt: number,
): void {
  const t21 = batch * 1024;
  const t30 = t21 + -1;
  const t31 = Math.max(1, t30);
  for (let c = 0; c < 8; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv1At + 1024 * c;
    const i5 = bn1MeanAt + c;
    const t1 = -m[i5];
    const t3 = -m[i5 + 1];
    const t5 = -m[i5 + 2];
    const t7 = -m[i5 + 3];
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 8192 * r;
      for (let s5 = 0; s5 < 32; s5++) {
        const i3 = i2 + 32 * s5;
        for (let t_ = 0; t_ < 32; t_ += 4) {
          const i4 = i3 + t_;
          const t2 = m[i4] + t1;
          s1 += t2 * t2;
          const t4 = m[i4 + 1024] + t3;
          s2 += t4 * t4;
          const t6 = m[i4 + 2048] + t5;
          s3 += t6 * t6;
          const t8 = m[i4 + 3072] + t7;
          s4 += t8 * t8;
          const t9 = m[i4 + 1] + t1;
          s1 += t9 * t9;
          const t10 = m[i4 + 1025] + t3;
          s2 += t10 * t10;
          const t11 = m[i4 + 2049] + t5;
          s3 += t11 * t11;
          const t12 = m[i4 + 3073] + t7;
          s4 += t12 * t12;
          const t13 = m[i4 + 2] + t1;
          s1 += t13 * t13;
          const t14 = m[i4 + 1026] + t3;
          s2 += t14 * t14;
          const t15 = m[i4 + 2050] + t5;
          s3 += t15 * t15;
          const t16 = m[i4 + 3074] + t7;
          s4 += t16 * t16;
          const t17 = m[i4 + 3] + t1;
          s1 += t17 * t17;
          const t18 = m[i4 + 1027] + t3;
          s2 += t18 * t18;
          const t19 = m[i4 + 2051] + t5;
          s3 += t19 * t19;
          const t20 = m[i4 + 3075] + t7;
          s4 += t20 * t20;
        }
      }
    }
    const t22 = s1 / t21;
    const t23 = s2 / t21;
    const t24 = s3 / t21;
    const t25 = s4 / t21;
    const i6 = bn1WeightAt + c;
    const t26 = m[i6] / Math.sqrt(t22 + 0.00001);
    const t27 = m[i6 + 1] / Math.sqrt(t23 + 0.00001);
    const t28 = m[i6 + 2] / Math.sqrt(t24 + 0.00001);
    const t29 = m[i6 + 3] / Math.sqrt(t25 + 0.00001);
    const i7 = bn1RunningVarAt + c;
    const t32 = m[i7] * 0.9 + ((t22 * t21) / t31) * 0.1;
    const t33 = m[i7 + 1] * 0.9 + ((t23 * t21) / t31) * 0.1;
    const t34 = m[i7 + 2] * 0.9 + ((t24 * t21) / t31) * 0.1;
    const t35 = m[i7 + 3] * 0.9 + ((t25 * t21) / t31) * 0.1;
    const i8 = bn1VarianceAt + c;
    m[i8] = t22;
    m[i8 + 1] = t23;
    m[i8 + 2] = t24;
    m[i8 + 3] = t25;
    const i9 = bn1FactorAt + c;
    m[i9] = t26;
    m[i9 + 1] = t27;
    m[i9 + 2] = t28;
    m[i9 + 3] = t29;
    const i10 = bn1RunningVarNewAt + c;
    m[i10] = t32;
    m[i10 + 1] = t33;
    m[i10 + 2] = t34;
    m[i10 + 3] = t35;
  }
}

/** relu1[n,m,p,q] = max((conv1[n,m,p,q] − bn1.mean[m]) · bn1.factor[m] + bn1.bias[m], 0) */
function relu1Train(
  m: Float32Array,
  batch: number,
  conv1At: number,
  bn1MeanAt: number,
  bn1FactorAt: number,
  bn1BiasAt: number,
  relu1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv1At + 8192 * n;
    const i8 = relu1At + 9248 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i2 = i1 + 1024 * m_;
      const i5 = bn1MeanAt + m_;
      const t1 = -m[i5];
      const i6 = bn1FactorAt + m_;
      const v1 = m[i6];
      const i7 = bn1BiasAt + m_;
      const v2 = m[i7];
      const i9 = i8 + 1156 * m_;
      for (let p = 0; p < 32; p++) {
        const i3 = i2 + 32 * p;
        const i10 = i9 + 34 * p;
        for (let q = 0; q < 32; q++) {
          const i4 = i3 + q;
          const t2 = (m[i4] + t1) * v1 + v2;
          const i11 = i10 + q;
          m[i11] = (t2 + Math.abs(t2)) * 0.5;
        }
      }
    }
  }
}

/**
 * conv2[n,m,p,q] = Σ k,r,s relu1[n, k, p + r − 1, q + s − 1] · conv2.weight[m,k,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv2Train(
  m: Float32Array,
  batch: number,
  relu1At: number,
  conv2WeightAt: number,
  conv2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu1At + 9248 * n;
    const i7 = conv2At + 8192 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv2WeightAt + 72 * m_;
      const i8 = i7 + 1024 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i9 = i8 + 32 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 8; k++) {
            const i4 = i3 + 1156 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 35] * v1;
            const v2 = m[i4 - 34];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 33];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 32] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 33];
            s3 += v11 * v10;
            const v12 = m[i4 + 34];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 35];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 36];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 67] * v17;
            const v18 = m[i4 + 68];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 69];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 70] * v21;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 32] = s3;
          m[i10 + 33] = s4;
        }
      }
    }
  }
}

/** relu3[n,i,j,k] = max((conv3[n,i,j,k] − bn3.mean[i]) · bn3.factor[i] + bn3.bias[i] + relu1[n,i,j,k], 0) */
function relu3Train(
  m: Float32Array,
  batch: number,
  conv3At: number,
  bn3MeanAt: number,
  bn3FactorAt: number,
  bn3BiasAt: number,
  relu1At: number,
  relu3At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv3At + 8192 * n;
    const i8 = relu1At + 9248 * n;
    const i12 = relu3At + 8712 * n;
    for (let i_ = 0; i_ < 8; i_++) {
      const i2 = i1 + 1024 * i_;
      const i5 = bn3MeanAt + i_;
      const t1 = -m[i5];
      const i6 = bn3FactorAt + i_;
      const v1 = m[i6];
      const i7 = bn3BiasAt + i_;
      const v2 = m[i7];
      const i9 = i8 + 1156 * i_;
      const i13 = i12 + 1089 * i_;
      for (let j = 0; j < 32; j++) {
        const i3 = i2 + 32 * j;
        const i10 = i9 + 34 * j;
        const i14 = i13 + 33 * j;
        for (let k = 0; k < 32; k++) {
          const i4 = i3 + k;
          const i11 = i10 + k;
          const t2 = (m[i4] + t1) * v1 + v2 + m[i11];
          const i15 = i14 + k;
          m[i15] = (t2 + Math.abs(t2)) * 0.5;
        }
      }
    }
  }
}

/**
 * conv4[n,m,p,q] = Σ k,r,s relu3[n, k, 2·p + r − 1, 2·q + s − 1] · conv4.weight[m,k,r,s]
 * m by 2, q by 2, k by 2, s unrolled.
 */
function conv4Train(
  m: Float32Array,
  batch: number,
  relu3At: number,
  conv4WeightAt: number,
  conv4At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu3At + 8712 * n;
    const i9 = conv4At + 4096 * n;
    for (let m_ = 0; m_ < 16; m_ += 2) {
      const i6 = conv4WeightAt + 72 * m_;
      const i10 = i9 + 256 * m_;
      for (let p = 0; p < 16; p++) {
        const i2 = i1 + 66 * p;
        const i11 = i10 + 16 * p;
        for (let q = 0; q < 16; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 8; k += 2) {
            const i4 = i3 + 1089 * k;
            const i7 = i6 + 9 * k;
            for (let r = 0; r < 3; r++) {
              const i5 = i4 + 33 * r;
              const v1 = m[i5 - 34];
              const i8 = i7 + 3 * r;
              const v2 = m[i8];
              s1 += v1 * v2;
              const v3 = m[i5 - 32];
              s2 += v3 * v2;
              const v4 = m[i8 + 72];
              s3 += v1 * v4;
              s4 += v3 * v4;
              const v5 = m[i5 - 33];
              const v6 = m[i8 + 1];
              s1 += v5 * v6;
              const v7 = m[i5 - 31];
              s2 += v7 * v6;
              const v8 = m[i8 + 73];
              s3 += v5 * v8;
              s4 += v7 * v8;
              const v9 = m[i8 + 2];
              s1 += v3 * v9;
              const v10 = m[i5 - 30];
              s2 += v10 * v9;
              const v11 = m[i8 + 74];
              s3 += v3 * v11;
              s4 += v10 * v11;
              const v12 = m[i5 + 1055];
              const v13 = m[i8 + 9];
              s1 += v12 * v13;
              const v14 = m[i5 + 1057];
              s2 += v14 * v13;
              const v15 = m[i8 + 81];
              s3 += v12 * v15;
              s4 += v14 * v15;
              const v16 = m[i5 + 1056];
              const v17 = m[i8 + 10];
              s1 += v16 * v17;
              const v18 = m[i5 + 1058];
              s2 += v18 * v17;
              const v19 = m[i8 + 82];
              s3 += v16 * v19;
              s4 += v18 * v19;
              const v20 = m[i8 + 11];
              s1 += v14 * v20;
              const v21 = m[i5 + 1059];
              s2 += v21 * v20;
              const v22 = m[i8 + 83];
              s3 += v14 * v22;
              s4 += v21 * v22;
            }
          }
          const i12 = i11 + q;
          m[i12] = s1;
          m[i12 + 1] = s2;
          m[i12 + 256] = s3;
          m[i12 + 257] = s4;
        }
      }
    }
  }
}

/**
 * bn4.mean[c] = (Σ r,s,t conv4[r,c,s,t]) / (256 · N)
 * bn4.running_mean.new[c] = 0.9 · bn4.running_mean[c] + 0.1 · (Σ r,s,t conv4[r,c,s,t]) / (256 · N)
 * c by 4, t by 4.
 */
function bn4Train(
  m: Float32Array,
  batch: number,
  conv4At: number,
  bn4RunningMeanAt: number,
  bn4MeanAt: number,
  bn4RunningMeanNewAt: number,
): void {
  const t1 = batch * 256;
  for (let c = 0; c < 16; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv4At + 256 * c;
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 4096 * r;
      for (let s5 = 0; s5 < 16; s5++) {
        const i3 = i2 + 16 * s5;
        for (let t_ = 0; t_ < 16; t_ += 4) {
          const i4 = i3 + t_;
          s1 += m[i4];
          s2 += m[i4 + 256];
          s3 += m[i4 + 512];
          s4 += m[i4 + 768];
          s1 += m[i4 + 1];
          s2 += m[i4 + 257];
          s3 += m[i4 + 513];
          s4 += m[i4 + 769];
          s1 += m[i4 + 2];
          s2 += m[i4 + 258];
          s3 += m[i4 + 514];
          s4 += m[i4 + 770];
          s1 += m[i4 + 3];
          s2 += m[i4 + 259];
          s3 += m[i4 + 515];
          s4 += m[i4 + 771];
        }
      }
    }
    const t2 = s1 / t1;
    const t3 = s2 / t1;
    const t4 = s3 / t1;
    const t5 = s4 / t1;
    const i5 = bn4RunningMeanAt + c;
    const t6 = m[i5] * 0.9 + t2 * 0.1;
    const t7 = m[i5 + 1] * 0.9 + t3 * 0.1;
    const t8 = m[i5 + 2] * 0.9 + t4 * 0.1;
    const t9 = m[i5 + 3] * 0.9 + t5 * 0.1;
    const i6 = bn4MeanAt + c;
    m[i6] = t2;
    m[i6 + 1] = t3;
    m[i6 + 2] = t4;
    m[i6 + 3] = t5;
    const i7 = bn4RunningMeanNewAt + c;
    m[i7] = t6;
    m[i7 + 1] = t7;
    m[i7 + 2] = t8;
    m[i7 + 3] = t9;
  }
}

/**
 * bn4.variance[c] = (Σ r,s,t (conv4[r,c,s,t] − bn4.mean[c])²) / (256 · N)
 * bn4.factor[c] = bn4.weight[c] / √((Σ r,s,t (conv4[r,c,s,t] − bn4.mean[c])²) / (256 · N) + 0.00001)
 * bn4.running_var.new[c] = 0.9 · bn4.running_var[c] + 0.1 · 256 · ((Σ r,s,t (conv4[r,c,s,t] − bn4.mean[c])²) / (256 · N)) · N / max(1, 256 · N − 1)
 * c by 4, t by 4.
 */
function bn4Train_2(
  m: Float32Array,
  batch: number,
  conv4At: number,
  bn4MeanAt: number,
  bn4WeightAt: number,
  bn4RunningVarAt: number,
  bn4VarianceAt: number,
  bn4FactorAt: number,
  bn4RunningVarNewAt: number,
): void {
  const t21 = batch * 256;
  const t30 = t21 + -1;
  const t31 = Math.max(1, t30);
  for (let c = 0; c < 16; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv4At + 256 * c;
    const i5 = bn4MeanAt + c;
    const t1 = -m[i5];
    const t3 = -m[i5 + 1];
    const t5 = -m[i5 + 2];
    const t7 = -m[i5 + 3];
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 4096 * r;
      for (let s5 = 0; s5 < 16; s5++) {
        const i3 = i2 + 16 * s5;
        for (let t_ = 0; t_ < 16; t_ += 4) {
          const i4 = i3 + t_;
          const t2 = m[i4] + t1;
          s1 += t2 * t2;
          const t4 = m[i4 + 256] + t3;
          s2 += t4 * t4;
          const t6 = m[i4 + 512] + t5;
          s3 += t6 * t6;
          const t8 = m[i4 + 768] + t7;
          s4 += t8 * t8;
          const t9 = m[i4 + 1] + t1;
          s1 += t9 * t9;
          const t10 = m[i4 + 257] + t3;
          s2 += t10 * t10;
          const t11 = m[i4 + 513] + t5;
          s3 += t11 * t11;
          const t12 = m[i4 + 769] + t7;
          s4 += t12 * t12;
          const t13 = m[i4 + 2] + t1;
          s1 += t13 * t13;
          const t14 = m[i4 + 258] + t3;
          s2 += t14 * t14;
          const t15 = m[i4 + 514] + t5;
          s3 += t15 * t15;
          const t16 = m[i4 + 770] + t7;
          s4 += t16 * t16;
          const t17 = m[i4 + 3] + t1;
          s1 += t17 * t17;
          const t18 = m[i4 + 259] + t3;
          s2 += t18 * t18;
          const t19 = m[i4 + 515] + t5;
          s3 += t19 * t19;
          const t20 = m[i4 + 771] + t7;
          s4 += t20 * t20;
        }
      }
    }
    const t22 = s1 / t21;
    const t23 = s2 / t21;
    const t24 = s3 / t21;
    const t25 = s4 / t21;
    const i6 = bn4WeightAt + c;
    const t26 = m[i6] / Math.sqrt(t22 + 0.00001);
    const t27 = m[i6 + 1] / Math.sqrt(t23 + 0.00001);
    const t28 = m[i6 + 2] / Math.sqrt(t24 + 0.00001);
    const t29 = m[i6 + 3] / Math.sqrt(t25 + 0.00001);
    const i7 = bn4RunningVarAt + c;
    const t32 = m[i7] * 0.9 + ((t22 * t21) / t31) * 0.1;
    const t33 = m[i7 + 1] * 0.9 + ((t23 * t21) / t31) * 0.1;
    const t34 = m[i7 + 2] * 0.9 + ((t24 * t21) / t31) * 0.1;
    const t35 = m[i7 + 3] * 0.9 + ((t25 * t21) / t31) * 0.1;
    const i8 = bn4VarianceAt + c;
    m[i8] = t22;
    m[i8 + 1] = t23;
    m[i8 + 2] = t24;
    m[i8 + 3] = t25;
    const i9 = bn4FactorAt + c;
    m[i9] = t26;
    m[i9 + 1] = t27;
    m[i9 + 2] = t28;
    m[i9 + 3] = t29;
    const i10 = bn4RunningVarNewAt + c;
    m[i10] = t32;
    m[i10 + 1] = t33;
    m[i10 + 2] = t34;
    m[i10 + 3] = t35;
  }
}

/** relu4[n,m,p,q] = max((conv4[n,m,p,q] − bn4.mean[m]) · bn4.factor[m] + bn4.bias[m], 0) */
function relu4Train(
  m: Float32Array,
  batch: number,
  conv4At: number,
  bn4MeanAt: number,
  bn4FactorAt: number,
  bn4BiasAt: number,
  relu4At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv4At + 4096 * n;
    const i8 = relu4At + 5184 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i2 = i1 + 256 * m_;
      const i5 = bn4MeanAt + m_;
      const t1 = -m[i5];
      const i6 = bn4FactorAt + m_;
      const v1 = m[i6];
      const i7 = bn4BiasAt + m_;
      const v2 = m[i7];
      const i9 = i8 + 324 * m_;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i10 = i9 + 18 * p;
        for (let q = 0; q < 16; q++) {
          const i4 = i3 + q;
          const t2 = (m[i4] + t1) * v1 + v2;
          const i11 = i10 + q;
          m[i11] = (t2 + Math.abs(t2)) * 0.5;
        }
      }
    }
  }
}

/**
 * conv5[n,m,p,q] = Σ k,r,s relu4[n, k, p + r − 1, q + s − 1] · conv5.weight[m,k,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function conv5Train(
  m: Float32Array,
  batch: number,
  relu4At: number,
  conv5WeightAt: number,
  conv5At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu4At + 5184 * n;
    const i7 = conv5At + 4096 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i5 = conv5WeightAt + 144 * m_;
      const i8 = i7 + 256 * m_;
      for (let p = 0; p < 16; p += 2) {
        const i2 = i1 + 18 * p;
        const i9 = i8 + 16 * p;
        for (let q = 0; q < 16; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let k = 0; k < 16; k++) {
            const i4 = i3 + 324 * k;
            const i6 = i5 + 9 * k;
            const v1 = m[i6];
            s1 += m[i4 - 19] * v1;
            const v2 = m[i4 - 18];
            s2 += v2 * v1;
            const v3 = m[i4 - 1];
            s3 += v3 * v1;
            const v4 = m[i4];
            s4 += v4 * v1;
            const v5 = m[i6 + 1];
            s1 += v2 * v5;
            const v6 = m[i4 - 17];
            s2 += v6 * v5;
            s3 += v4 * v5;
            const v7 = m[i4 + 1];
            s4 += v7 * v5;
            const v8 = m[i6 + 2];
            s1 += v6 * v8;
            s2 += m[i4 - 16] * v8;
            s3 += v7 * v8;
            const v9 = m[i4 + 2];
            s4 += v9 * v8;
            const v10 = m[i6 + 3];
            s1 += v3 * v10;
            s2 += v4 * v10;
            const v11 = m[i4 + 17];
            s3 += v11 * v10;
            const v12 = m[i4 + 18];
            s4 += v12 * v10;
            const v13 = m[i6 + 4];
            s1 += v4 * v13;
            s2 += v7 * v13;
            s3 += v12 * v13;
            const v14 = m[i4 + 19];
            s4 += v14 * v13;
            const v15 = m[i6 + 5];
            s1 += v7 * v15;
            s2 += v9 * v15;
            s3 += v14 * v15;
            const v16 = m[i4 + 20];
            s4 += v16 * v15;
            const v17 = m[i6 + 6];
            s1 += v11 * v17;
            s2 += v12 * v17;
            s3 += m[i4 + 35] * v17;
            const v18 = m[i4 + 36];
            s4 += v18 * v17;
            const v19 = m[i6 + 7];
            s1 += v12 * v19;
            s2 += v14 * v19;
            s3 += v18 * v19;
            const v20 = m[i4 + 37];
            s4 += v20 * v19;
            const v21 = m[i6 + 8];
            s1 += v14 * v21;
            s2 += v16 * v21;
            s3 += v20 * v21;
            s4 += m[i4 + 38] * v21;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 16] = s3;
          m[i10 + 17] = s4;
        }
      }
    }
  }
}

/**
 * conv6[n,m,p,q] = Σ k relu3[n,k,2·p,2·q] · conv6.weight[m,k,0,0]
 * m by 2, q by 2, k by 4.
 */
function conv6Train(
  m: Float32Array,
  batch: number,
  relu3At: number,
  conv6WeightAt: number,
  conv6At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu3At + 8712 * n;
    const i7 = conv6At + 4096 * n;
    for (let m_ = 0; m_ < 16; m_ += 2) {
      const i5 = conv6WeightAt + 8 * m_;
      const i8 = i7 + 256 * m_;
      for (let p = 0; p < 16; p++) {
        const i2 = i1 + 66 * p;
        const i9 = i8 + 16 * p;
        for (let q = 0; q < 16; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 8; k += 4) {
            const i4 = i3 + 1089 * k;
            const v1 = m[i4];
            const i6 = i5 + k;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 2];
            s2 += v3 * v2;
            const v4 = m[i6 + 8];
            s3 += v1 * v4;
            s4 += v3 * v4;
            const v5 = m[i4 + 1089];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            const v7 = m[i4 + 1091];
            s2 += v7 * v6;
            const v8 = m[i6 + 9];
            s3 += v5 * v8;
            s4 += v7 * v8;
            const v9 = m[i4 + 2178];
            const v10 = m[i6 + 2];
            s1 += v9 * v10;
            const v11 = m[i4 + 2180];
            s2 += v11 * v10;
            const v12 = m[i6 + 10];
            s3 += v9 * v12;
            s4 += v11 * v12;
            const v13 = m[i4 + 3267];
            const v14 = m[i6 + 3];
            s1 += v13 * v14;
            const v15 = m[i4 + 3269];
            s2 += v15 * v14;
            const v16 = m[i6 + 11];
            s3 += v13 * v16;
            s4 += v15 * v16;
          }
          const i10 = i9 + q;
          m[i10] = s1;
          m[i10 + 1] = s2;
          m[i10 + 256] = s3;
          m[i10 + 257] = s4;
        }
      }
    }
  }
}

/** relu5[n,i,j,k] = max((conv5[n,i,j,k] − bn5.mean[i]) · bn5.factor[i] + bn5.bias[i] + (conv6[n,i,j,k] − bn6.mean[i]) · bn6.factor[i] + bn6.bias[i], 0) */
function relu5Train(
  m: Float32Array,
  batch: number,
  conv5At: number,
  bn5MeanAt: number,
  bn5FactorAt: number,
  bn5BiasAt: number,
  conv6At: number,
  bn6MeanAt: number,
  bn6FactorAt: number,
  bn6BiasAt: number,
  relu5At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv5At + 4096 * n;
    const i8 = conv6At + 4096 * n;
    const i15 = relu5At + 4624 * n;
    for (let i_ = 0; i_ < 16; i_++) {
      const i2 = i1 + 256 * i_;
      const i5 = bn5MeanAt + i_;
      const t1 = -m[i5];
      const i6 = bn5FactorAt + i_;
      const v1 = m[i6];
      const i7 = bn5BiasAt + i_;
      const v2 = m[i7];
      const i9 = i8 + 256 * i_;
      const i12 = bn6MeanAt + i_;
      const t2 = -m[i12];
      const i13 = bn6FactorAt + i_;
      const v3 = m[i13];
      const i14 = bn6BiasAt + i_;
      const v4 = m[i14];
      const i16 = i15 + 289 * i_;
      for (let j = 0; j < 16; j++) {
        const i3 = i2 + 16 * j;
        const i10 = i9 + 16 * j;
        const i17 = i16 + 17 * j;
        for (let k = 0; k < 16; k++) {
          const i4 = i3 + k;
          const i11 = i10 + k;
          const t3 = (m[i4] + t1) * v1 + v2 + ((m[i11] + t2) * v3 + v4);
          const i18 = i17 + k;
          m[i18] = (t3 + Math.abs(t3)) * 0.5;
        }
      }
    }
  }
}

/**
 * conv7[n,m,p,q] = Σ k,r,s relu5[n, k, 2·p + r − 1, 2·q + s − 1] · conv7.weight[m,k,r,s]
 * m by 2, q by 2, k by 2, s unrolled.
 */
function conv7Train(
  m: Float32Array,
  batch: number,
  relu5At: number,
  conv7WeightAt: number,
  conv7At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu5At + 4624 * n;
    const i9 = conv7At + 2048 * n;
    for (let m_ = 0; m_ < 32; m_ += 2) {
      const i6 = conv7WeightAt + 144 * m_;
      const i10 = i9 + 64 * m_;
      for (let p = 0; p < 8; p++) {
        const i2 = i1 + 34 * p;
        const i11 = i10 + 8 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + 2 * q;
          for (let k = 0; k < 16; k += 2) {
            const i4 = i3 + 289 * k;
            const i7 = i6 + 9 * k;
            for (let r = 0; r < 3; r++) {
              const i5 = i4 + 17 * r;
              const v1 = m[i5 - 18];
              const i8 = i7 + 3 * r;
              const v2 = m[i8];
              s1 += v1 * v2;
              const v3 = m[i5 - 16];
              s2 += v3 * v2;
              const v4 = m[i8 + 144];
              s3 += v1 * v4;
              s4 += v3 * v4;
              const v5 = m[i5 - 17];
              const v6 = m[i8 + 1];
              s1 += v5 * v6;
              const v7 = m[i5 - 15];
              s2 += v7 * v6;
              const v8 = m[i8 + 145];
              s3 += v5 * v8;
              s4 += v7 * v8;
              const v9 = m[i8 + 2];
              s1 += v3 * v9;
              const v10 = m[i5 - 14];
              s2 += v10 * v9;
              const v11 = m[i8 + 146];
              s3 += v3 * v11;
              s4 += v10 * v11;
              const v12 = m[i5 + 271];
              const v13 = m[i8 + 9];
              s1 += v12 * v13;
              const v14 = m[i5 + 273];
              s2 += v14 * v13;
              const v15 = m[i8 + 153];
              s3 += v12 * v15;
              s4 += v14 * v15;
              const v16 = m[i5 + 272];
              const v17 = m[i8 + 10];
              s1 += v16 * v17;
              const v18 = m[i5 + 274];
              s2 += v18 * v17;
              const v19 = m[i8 + 154];
              s3 += v16 * v19;
              s4 += v18 * v19;
              const v20 = m[i8 + 11];
              s1 += v14 * v20;
              const v21 = m[i5 + 275];
              s2 += v21 * v20;
              const v22 = m[i8 + 155];
              s3 += v14 * v22;
              s4 += v21 * v22;
            }
          }
          const i12 = i11 + q;
          m[i12] = s1;
          m[i12 + 1] = s2;
          m[i12 + 64] = s3;
          m[i12 + 65] = s4;
        }
      }
    }
  }
}

/**
 * bn7.mean[c] = (Σ r,s,t conv7[r,c,s,t]) / (64 · N)
 * bn7.running_mean.new[c] = 0.9 · bn7.running_mean[c] + 0.1 · (Σ r,s,t conv7[r,c,s,t]) / (64 · N)
 * c by 4, t by 4.
 */
function bn7Train(
  m: Float32Array,
  batch: number,
  conv7At: number,
  bn7RunningMeanAt: number,
  bn7MeanAt: number,
  bn7RunningMeanNewAt: number,
): void {
  const t1 = batch * 64;
  for (let c = 0; c < 32; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv7At + 64 * c;
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 2048 * r;
      for (let s5 = 0; s5 < 8; s5++) {
        const i3 = i2 + 8 * s5;
        for (let t_ = 0; t_ < 8; t_ += 4) {
          const i4 = i3 + t_;
          s1 += m[i4];
          s2 += m[i4 + 64];
          s3 += m[i4 + 128];
          s4 += m[i4 + 192];
          s1 += m[i4 + 1];
          s2 += m[i4 + 65];
          s3 += m[i4 + 129];
          s4 += m[i4 + 193];
          s1 += m[i4 + 2];
          s2 += m[i4 + 66];
          s3 += m[i4 + 130];
          s4 += m[i4 + 194];
          s1 += m[i4 + 3];
          s2 += m[i4 + 67];
          s3 += m[i4 + 131];
          s4 += m[i4 + 195];
        }
      }
    }
    const t2 = s1 / t1;
    const t3 = s2 / t1;
    const t4 = s3 / t1;
    const t5 = s4 / t1;
    const i5 = bn7RunningMeanAt + c;
    const t6 = m[i5] * 0.9 + t2 * 0.1;
    const t7 = m[i5 + 1] * 0.9 + t3 * 0.1;
    const t8 = m[i5 + 2] * 0.9 + t4 * 0.1;
    const t9 = m[i5 + 3] * 0.9 + t5 * 0.1;
    const i6 = bn7MeanAt + c;
    m[i6] = t2;
    m[i6 + 1] = t3;
    m[i6 + 2] = t4;
    m[i6 + 3] = t5;
    const i7 = bn7RunningMeanNewAt + c;
    m[i7] = t6;
    m[i7 + 1] = t7;
    m[i7 + 2] = t8;
    m[i7 + 3] = t9;
  }
}

/**
 * bn7.variance[c] = (Σ r,s,t (conv7[r,c,s,t] − bn7.mean[c])²) / (64 · N)
 * bn7.factor[c] = bn7.weight[c] / √((Σ r,s,t (conv7[r,c,s,t] − bn7.mean[c])²) / (64 · N) + 0.00001)
 * bn7.running_var.new[c] = 0.9 · bn7.running_var[c] + 0.1 · 64 · ((Σ r,s,t (conv7[r,c,s,t] − bn7.mean[c])²) / (64 · N)) · N / max(1, 64 · N − 1)
 * c by 4, t by 4.
 */
function bn7Train_2(
  m: Float32Array,
  batch: number,
  conv7At: number,
  bn7MeanAt: number,
  bn7WeightAt: number,
  bn7RunningVarAt: number,
  bn7VarianceAt: number,
  bn7FactorAt: number,
  bn7RunningVarNewAt: number,
): void {
  const t21 = batch * 64;
  const t30 = t21 + -1;
  const t31 = Math.max(1, t30);
  for (let c = 0; c < 32; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    const i1 = conv7At + 64 * c;
    const i5 = bn7MeanAt + c;
    const t1 = -m[i5];
    const t3 = -m[i5 + 1];
    const t5 = -m[i5 + 2];
    const t7 = -m[i5 + 3];
    for (let r = 0; r < batch; r++) {
      const i2 = i1 + 2048 * r;
      for (let s5 = 0; s5 < 8; s5++) {
        const i3 = i2 + 8 * s5;
        for (let t_ = 0; t_ < 8; t_ += 4) {
          const i4 = i3 + t_;
          const t2 = m[i4] + t1;
          s1 += t2 * t2;
          const t4 = m[i4 + 64] + t3;
          s2 += t4 * t4;
          const t6 = m[i4 + 128] + t5;
          s3 += t6 * t6;
          const t8 = m[i4 + 192] + t7;
          s4 += t8 * t8;
          const t9 = m[i4 + 1] + t1;
          s1 += t9 * t9;
          const t10 = m[i4 + 65] + t3;
          s2 += t10 * t10;
          const t11 = m[i4 + 129] + t5;
          s3 += t11 * t11;
          const t12 = m[i4 + 193] + t7;
          s4 += t12 * t12;
          const t13 = m[i4 + 2] + t1;
          s1 += t13 * t13;
          const t14 = m[i4 + 66] + t3;
          s2 += t14 * t14;
          const t15 = m[i4 + 130] + t5;
          s3 += t15 * t15;
          const t16 = m[i4 + 194] + t7;
          s4 += t16 * t16;
          const t17 = m[i4 + 3] + t1;
          s1 += t17 * t17;
          const t18 = m[i4 + 67] + t3;
          s2 += t18 * t18;
          const t19 = m[i4 + 131] + t5;
          s3 += t19 * t19;
          const t20 = m[i4 + 195] + t7;
          s4 += t20 * t20;
        }
      }
    }
    const t22 = s1 / t21;
    const t23 = s2 / t21;
    const t24 = s3 / t21;
    const t25 = s4 / t21;
    const i6 = bn7WeightAt + c;
    const t26 = m[i6] / Math.sqrt(t22 + 0.00001);
    const t27 = m[i6 + 1] / Math.sqrt(t23 + 0.00001);
    const t28 = m[i6 + 2] / Math.sqrt(t24 + 0.00001);
    const t29 = m[i6 + 3] / Math.sqrt(t25 + 0.00001);
    const i7 = bn7RunningVarAt + c;
    const t32 = m[i7] * 0.9 + ((t22 * t21) / t31) * 0.1;
    const t33 = m[i7 + 1] * 0.9 + ((t23 * t21) / t31) * 0.1;
    const t34 = m[i7 + 2] * 0.9 + ((t24 * t21) / t31) * 0.1;
    const t35 = m[i7 + 3] * 0.9 + ((t25 * t21) / t31) * 0.1;
    const i8 = bn7VarianceAt + c;
    m[i8] = t22;
    m[i8 + 1] = t23;
    m[i8 + 2] = t24;
    m[i8 + 3] = t25;
    const i9 = bn7FactorAt + c;
    m[i9] = t26;
    m[i9 + 1] = t27;
    m[i9 + 2] = t28;
    m[i9 + 3] = t29;
    const i10 = bn7RunningVarNewAt + c;
    m[i10] = t32;
    m[i10 + 1] = t33;
    m[i10 + 2] = t34;
    m[i10 + 3] = t35;
  }
}

/** relu6[n,m,p,q] = max((conv7[n,m,p,q] − bn7.mean[m]) · bn7.factor[m] + bn7.bias[m], 0) */
function relu6Train(
  m: Float32Array,
  batch: number,
  conv7At: number,
  bn7MeanAt: number,
  bn7FactorAt: number,
  bn7BiasAt: number,
  relu6At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv7At + 2048 * n;
    const i8 = relu6At + 3200 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i2 = i1 + 64 * m_;
      const i5 = bn7MeanAt + m_;
      const t1 = -m[i5];
      const i6 = bn7FactorAt + m_;
      const v1 = m[i6];
      const i7 = bn7BiasAt + m_;
      const v2 = m[i7];
      const i9 = i8 + 100 * m_;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i10 = i9 + 10 * p;
        for (let q = 0; q < 8; q++) {
          const i4 = i3 + q;
          const t2 = (m[i4] + t1) * v1 + v2;
          const i11 = i10 + q;
          m[i11] = (t2 + Math.abs(t2)) * 0.5;
        }
      }
    }
  }
}

/** relu7[n,i,j,k] = max((conv8[n,i,j,k] − bn8.mean[i]) · bn8.factor[i] + bn8.bias[i] + (conv9[n,i,j,k] − bn9.mean[i]) · bn9.factor[i] + bn9.bias[i], 0) */
function relu7Train(
  m: Float32Array,
  batch: number,
  conv8At: number,
  bn8MeanAt: number,
  bn8FactorAt: number,
  bn8BiasAt: number,
  conv9At: number,
  bn9MeanAt: number,
  bn9FactorAt: number,
  bn9BiasAt: number,
  relu7At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = conv8At + 2048 * n;
    const i8 = conv9At + 2048 * n;
    const i15 = relu7At + 2048 * n;
    for (let i_ = 0; i_ < 32; i_++) {
      const i2 = i1 + 64 * i_;
      const i5 = bn8MeanAt + i_;
      const t1 = -m[i5];
      const i6 = bn8FactorAt + i_;
      const v1 = m[i6];
      const i7 = bn8BiasAt + i_;
      const v2 = m[i7];
      const i9 = i8 + 64 * i_;
      const i12 = bn9MeanAt + i_;
      const t2 = -m[i12];
      const i13 = bn9FactorAt + i_;
      const v3 = m[i13];
      const i14 = bn9BiasAt + i_;
      const v4 = m[i14];
      const i16 = i15 + 64 * i_;
      for (let j = 0; j < 8; j++) {
        const i3 = i2 + 8 * j;
        const i10 = i9 + 8 * j;
        const i17 = i16 + 8 * j;
        for (let k = 0; k < 8; k++) {
          const i4 = i3 + k;
          const i11 = i10 + k;
          const t3 = (m[i4] + t1) * v1 + v2 + ((m[i11] + t2) * v3 + v4);
          const i18 = i17 + k;
          m[i18] = (t3 + Math.abs(t3)) * 0.5;
        }
      }
    }
  }
}

/**
 * pool1[n,i] = (Σ r,s relu7[n,i,r,s]) / 64
 * i by 4, s by 4.
 */
function pool1Train(m: Float32Array, batch: number, relu7At: number, pool1At: number): void {
  for (let n = 0; n < batch; n++) {
    const i1 = relu7At + 2048 * n;
    const i5 = pool1At + 32 * n;
    for (let i_ = 0; i_ < 32; i_ += 4) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      const i2 = i1 + 64 * i_;
      for (let r = 0; r < 8; r++) {
        const i3 = i2 + 8 * r;
        for (let s5 = 0; s5 < 8; s5 += 4) {
          const i4 = i3 + s5;
          s1 += m[i4];
          s2 += m[i4 + 64];
          s3 += m[i4 + 128];
          s4 += m[i4 + 192];
          s1 += m[i4 + 1];
          s2 += m[i4 + 65];
          s3 += m[i4 + 129];
          s4 += m[i4 + 193];
          s1 += m[i4 + 2];
          s2 += m[i4 + 66];
          s3 += m[i4 + 130];
          s4 += m[i4 + 194];
          s1 += m[i4 + 3];
          s2 += m[i4 + 67];
          s3 += m[i4 + 131];
          s4 += m[i4 + 195];
        }
      }
      const i6 = i5 + i_;
      m[i6] = s1 / 64;
      m[i6 + 1] = s2 / 64;
      m[i6 + 2] = s3 / 64;
      m[i6 + 3] = s4 / 64;
    }
  }
}

/**
 * loss1.total[n] = Σ m exp(linear1[n,m] − stop(loss1.greatest[n]))
 * loss1.logTotal[n] = log(Σ m exp(linear1[n,m] − stop(loss1.greatest[n])))
 */
function loss1Train(
  m: Float32Array,
  batch: number,
  linear1At: number,
  loss1GreatestAt: number,
  loss1TotalAt: number,
  loss1LogTotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = linear1At + 6 * n;
    const i3 = loss1GreatestAt + n;
    const t1 = -m[i3];
    for (let m_ = 0; m_ < 6; m_++) {
      const i2 = i1 + m_;
      s1 += Math.exp(m[i2] + t1);
    }
    const t2 = Math.log(s1);
    const i4 = loss1TotalAt + n;
    m[i4] = s1;
    const i5 = loss1LogTotalAt + n;
    m[i5] = t2;
  }
}

/** d.loss1.each[n] = 1 / N */
function backwardLoss1Each(m: Float32Array, batch: number, dLoss1EachAt: number): void {
  const t1 = 1 / batch;
  for (let n = 0; n < batch; n++) {
    const i1 = dLoss1EachAt + n;
    m[i1] = t1;
  }
}

/** d.loss1.total[n] = (1 / loss1.total[n]) · Σ m [m = label[n]] · d.loss1.each[n] */
function backwardLoss1Total(
  m: Float32Array,
  batch: number,
  dLoss1EachAt: number,
  labelAt: number,
  loss1TotalAt: number,
  dLoss1TotalAt: number,
): void {
  for (let n = 0; n < batch; n++) {
    let s1 = 0;
    const i1 = dLoss1EachAt + n;
    const v1 = m[i1];
    const i2 = labelAt + n;
    const v2 = m[i2];
    for (let m_ = 0; m_ < 6; m_++) {
      s1 += v1 * +(m_ === v2);
    }
    const i3 = loss1TotalAt + n;
    const i4 = dLoss1TotalAt + n;
    m[i4] = s1 * (1 / m[i3]);
  }
}

/** d.linear1[n,m] = [m = label[n]] · (−d.loss1.each[n]) + d.loss1.total[n] · exp(linear1[n,m] − stop(loss1.greatest[n])) */
function backwardLinear1(
  m: Float32Array,
  batch: number,
  dLoss1EachAt: number,
  labelAt: number,
  dLoss1TotalAt: number,
  linear1At: number,
  loss1GreatestAt: number,
  dLinear1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dLoss1EachAt + n;
    const t1 = -m[i1];
    const i2 = labelAt + n;
    const v1 = m[i2];
    const i3 = dLoss1TotalAt + n;
    const v2 = m[i3];
    const i4 = linear1At + 6 * n;
    const i6 = loss1GreatestAt + n;
    const t2 = -m[i6];
    const i7 = dLinear1At + 6 * n;
    for (let m_ = 0; m_ < 6; m_++) {
      const i5 = i4 + m_;
      const i8 = i7 + m_;
      m[i8] = t1 * +(m_ === v1) + v2 * Math.exp(m[i5] + t2);
    }
  }
}

/** d.pool1[n,i] = Σ m d.linear1[n,m] · linear1.weight[m,i] */
function backwardPool1(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  linear1WeightAt: number,
  dPool1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dLinear1At + 6 * n;
    const i5 = dPool1At + 32 * n;
    for (let i_ = 0; i_ < 32; i_++) {
      let s1 = 0;
      const i3 = linear1WeightAt + i_;
      for (let m_ = 0; m_ < 6; m_++) {
        const i2 = i1 + m_;
        const i4 = i3 + 32 * m_;
        s1 += m[i2] * m[i4];
      }
      const i6 = i5 + i_;
      m[i6] = s1;
    }
  }
}

/** d.add3[n,i,j,k] = [0 < relu7[n,i,j,k]] · d.pool1[n,i] / 64 */
function backwardAdd3(
  m: Float32Array,
  batch: number,
  dPool1At: number,
  relu7At: number,
  dAdd3At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dPool1At + 32 * n;
    const i3 = relu7At + 2048 * n;
    const i7 = dAdd3At + 2048 * n;
    for (let i_ = 0; i_ < 32; i_++) {
      const i2 = i1 + i_;
      const t1 = m[i2] / 64;
      const i4 = i3 + 64 * i_;
      const i8 = i7 + 64 * i_;
      for (let j = 0; j < 8; j++) {
        const i5 = i4 + 8 * j;
        const i9 = i8 + 8 * j;
        for (let k = 0; k < 8; k++) {
          const i6 = i5 + k;
          const i10 = i9 + k;
          m[i10] = 0 < m[i6] ? t1 : 0;
        }
      }
    }
  }
}

/**
 * d.bn9.variance[c] = −(((bn9.weight[c] / √(bn9.variance[c] + 0.00001)) · Σ n,p,q d.add3[n,c,p,q] · (conv9[n,c,p,q] − bn9.mean[c])) / √(bn9.variance[c] + 0.00001)) · 0.5 / √(bn9.variance[c] + 0.00001)
 * c by 2, q unrolled.
 */
function backwardBn9Variance(
  m: Float32Array,
  batch: number,
  dAdd3At: number,
  conv9At: number,
  bn9MeanAt: number,
  bn9WeightAt: number,
  bn9VarianceAt: number,
  dBn9VarianceAt: number,
): void {
  for (let c = 0; c < 32; c += 2) {
    let s1 = 0;
    let s2 = 0;
    const i1 = dAdd3At + 64 * c;
    const i4 = conv9At + 64 * c;
    const i7 = bn9MeanAt + c;
    const t1 = -m[i7];
    const t2 = -m[i7 + 1];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 2048 * n;
      const i5 = i4 + 2048 * n;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i6 = i5 + 8 * p;
        s1 += m[i3] * (m[i6] + t1);
        s2 += m[i3 + 64] * (m[i6 + 64] + t2);
        s1 += m[i3 + 1] * (m[i6 + 1] + t1);
        s2 += m[i3 + 65] * (m[i6 + 65] + t2);
        s1 += m[i3 + 2] * (m[i6 + 2] + t1);
        s2 += m[i3 + 66] * (m[i6 + 66] + t2);
        s1 += m[i3 + 3] * (m[i6 + 3] + t1);
        s2 += m[i3 + 67] * (m[i6 + 67] + t2);
        s1 += m[i3 + 4] * (m[i6 + 4] + t1);
        s2 += m[i3 + 68] * (m[i6 + 68] + t2);
        s1 += m[i3 + 5] * (m[i6 + 5] + t1);
        s2 += m[i3 + 69] * (m[i6 + 69] + t2);
        s1 += m[i3 + 6] * (m[i6 + 6] + t1);
        s2 += m[i3 + 70] * (m[i6 + 70] + t2);
        s1 += m[i3 + 7] * (m[i6 + 7] + t1);
        s2 += m[i3 + 71] * (m[i6 + 71] + t2);
      }
    }
    const i8 = bn9WeightAt + c;
    const i9 = bn9VarianceAt + c;
    const t3 = Math.sqrt(m[i9] + 0.00001);
    const i10 = dBn9VarianceAt + c;
    m[i10] = -(((s1 * (m[i8] / t3)) / t3) * (0.5 / t3));
    const t4 = Math.sqrt(m[i9 + 1] + 0.00001);
    m[i10 + 1] = -(((s2 * (m[i8 + 1] / t4)) / t4) * (0.5 / t4));
  }
}

/**
 * d.bn9.mean[c] = −bn9.factor[c] · Σ n,p,q d.add3[n,c,p,q] − 2 · (d.bn9.variance[c] / (64 · N)) · Σ r,s,t (conv9[r,c,s,t] − bn9.mean[c])
 * d.bn9.weight[c] = (Σ n,p,q d.add3[n,c,p,q] · (conv9[n,c,p,q] − bn9.mean[c])) / √(bn9.variance[c] + 0.00001)
 * d.bn9.bias[c] = Σ n,p,q d.add3[n,c,p,q]
 * c by 4, q by 4.
 */
function backwardBn9Mean(
  m: Float32Array,
  batch: number,
  dAdd3At: number,
  conv9At: number,
  bn9MeanAt: number,
  bn9FactorAt: number,
  dBn9VarianceAt: number,
  bn9VarianceAt: number,
  dBn9MeanAt: number,
  dBn9WeightAt: number,
  dBn9BiasAt: number,
): void {
  const t5 = batch * 64;
  for (let c = 0; c < 32; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    const i1 = dAdd3At + 64 * c;
    const i5 = conv9At + 64 * c;
    const i9 = bn9MeanAt + c;
    const t1 = -m[i9];
    const t2 = -m[i9 + 1];
    const t3 = -m[i9 + 2];
    const t4 = -m[i9 + 3];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 2048 * n;
      const i6 = i5 + 2048 * n;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i7 = i6 + 8 * p;
        for (let q = 0; q < 8; q += 4) {
          const i4 = i3 + q;
          const v1 = m[i4];
          s1 += v1;
          const v2 = m[i4 + 64];
          s2 += v2;
          const v3 = m[i4 + 128];
          s3 += v3;
          const v4 = m[i4 + 192];
          s4 += v4;
          const i8 = i7 + q;
          s5 += v1 * (m[i8] + t1);
          s6 += v2 * (m[i8 + 64] + t2);
          s7 += v3 * (m[i8 + 128] + t3);
          s8 += v4 * (m[i8 + 192] + t4);
          const v5 = m[i4 + 1];
          s1 += v5;
          const v6 = m[i4 + 65];
          s2 += v6;
          const v7 = m[i4 + 129];
          s3 += v7;
          const v8 = m[i4 + 193];
          s4 += v8;
          s5 += v5 * (m[i8 + 1] + t1);
          s6 += v6 * (m[i8 + 65] + t2);
          s7 += v7 * (m[i8 + 129] + t3);
          s8 += v8 * (m[i8 + 193] + t4);
          const v9 = m[i4 + 2];
          s1 += v9;
          const v10 = m[i4 + 66];
          s2 += v10;
          const v11 = m[i4 + 130];
          s3 += v11;
          const v12 = m[i4 + 194];
          s4 += v12;
          s5 += v9 * (m[i8 + 2] + t1);
          s6 += v10 * (m[i8 + 66] + t2);
          s7 += v11 * (m[i8 + 130] + t3);
          s8 += v12 * (m[i8 + 194] + t4);
          const v13 = m[i4 + 3];
          s1 += v13;
          const v14 = m[i4 + 67];
          s2 += v14;
          const v15 = m[i4 + 131];
          s3 += v15;
          const v16 = m[i4 + 195];
          s4 += v16;
          s5 += v13 * (m[i8 + 3] + t1);
          s6 += v14 * (m[i8 + 67] + t2);
          s7 += v15 * (m[i8 + 131] + t3);
          s8 += v16 * (m[i8 + 195] + t4);
        }
      }
    }
    let s9 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    for (let r = 0; r < batch; r++) {
      const i10 = i5 + 2048 * r;
      for (let s13 = 0; s13 < 8; s13++) {
        const i11 = i10 + 8 * s13;
        for (let t_ = 0; t_ < 8; t_++) {
          const i12 = i11 + t_;
          s9 += m[i12] + t1;
          s10 += m[i12 + 64] + t2;
          s11 += m[i12 + 128] + t3;
          s12 += m[i12 + 192] + t4;
        }
      }
    }
    const i13 = bn9FactorAt + c;
    const i14 = dBn9VarianceAt + c;
    const t6 = -(m[i13] * s1) - (m[i14] / t5) * (2 * s9);
    const t7 = -(m[i13 + 1] * s2) - (m[i14 + 1] / t5) * (2 * s10);
    const t8 = -(m[i13 + 2] * s3) - (m[i14 + 2] / t5) * (2 * s11);
    const t9 = -(m[i13 + 3] * s4) - (m[i14 + 3] / t5) * (2 * s12);
    const i15 = bn9VarianceAt + c;
    const t10 = s5 / Math.sqrt(m[i15] + 0.00001);
    const t11 = s6 / Math.sqrt(m[i15 + 1] + 0.00001);
    const t12 = s7 / Math.sqrt(m[i15 + 2] + 0.00001);
    const t13 = s8 / Math.sqrt(m[i15 + 3] + 0.00001);
    const i16 = dBn9MeanAt + c;
    m[i16] = t6;
    m[i16 + 1] = t7;
    m[i16 + 2] = t8;
    m[i16 + 3] = t9;
    const i17 = dBn9WeightAt + c;
    m[i17] = t10;
    m[i17 + 1] = t11;
    m[i17 + 2] = t12;
    m[i17 + 3] = t13;
    const i18 = dBn9BiasAt + c;
    m[i18] = s1;
    m[i18 + 1] = s2;
    m[i18 + 2] = s3;
    m[i18 + 3] = s4;
  }
}

/** d.conv9[n,m,p,q] = d.add3[n,m,p,q] · bn9.factor[m] + 2 · (d.bn9.variance[m] / (64 · N)) · (conv9[n,m,p,q] − bn9.mean[m]) + d.bn9.mean[m] / (64 · N) */
function backwardConv9(
  m: Float32Array,
  batch: number,
  dAdd3At: number,
  bn9FactorAt: number,
  dBn9VarianceAt: number,
  conv9At: number,
  bn9MeanAt: number,
  dBn9MeanAt: number,
  dConv9At: number,
): void {
  const t1 = batch * 64;
  for (let n = 0; n < batch; n++) {
    const i1 = dAdd3At + 2048 * n;
    const i7 = conv9At + 2048 * n;
    const i13 = dConv9At + 2048 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i2 = i1 + 64 * m_;
      const i5 = bn9FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn9VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 64 * m_;
      const i11 = bn9MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn9MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 64 * m_;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i9 = i8 + 8 * p;
        const i15 = i14 + 8 * p;
        for (let q = 0; q < 8; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/** d.conv8[n,m,p,q] = d.add3[n,m,p,q] · bn8.factor[m] + 2 · (d.bn8.variance[m] / (64 · N)) · (conv8[n,m,p,q] − bn8.mean[m]) + d.bn8.mean[m] / (64 · N) */
function backwardConv8(
  m: Float32Array,
  batch: number,
  dAdd3At: number,
  bn8FactorAt: number,
  dBn8VarianceAt: number,
  conv8At: number,
  bn8MeanAt: number,
  dBn8MeanAt: number,
  dConv8At: number,
): void {
  const t1 = batch * 64;
  for (let n = 0; n < batch; n++) {
    const i1 = dAdd3At + 2048 * n;
    const i7 = conv8At + 2048 * n;
    const i13 = dConv8At + 3200 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i2 = i1 + 64 * m_;
      const i5 = bn8FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn8VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 64 * m_;
      const i11 = bn8MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn8MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 100 * m_;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i9 = i8 + 8 * p;
        const i15 = i14 + 10 * p;
        for (let q = 0; q < 8; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.bn7[n,m,p,q] = [0 < relu6[n,m,p,q]] · Σ r,s,m′ d.conv8[n, m′, p + 1 − r, q + 1 − s] · conv8.weight[m′,m,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function backwardBn7(
  m: Float32Array,
  batch: number,
  dConv8At: number,
  conv8WeightAt: number,
  relu6At: number,
  dBn7At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv8At + 3200 * n;
    const i7 = relu6At + 3200 * n;
    const i11 = dBn7At + 2048 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i5 = conv8WeightAt + 9 * m_;
      const i8 = i7 + 100 * m_;
      const i12 = i11 + 64 * m_;
      for (let p = 0; p < 8; p += 2) {
        const i2 = i1 + 10 * p;
        const i9 = i8 + 10 * p;
        const i13 = i12 + 8 * p;
        for (let q = 0; q < 8; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let m_2 = 0; m_2 < 32; m_2++) {
            const i4 = i3 + 100 * m_2;
            const v1 = m[i4 + 11];
            const i6 = i5 + 288 * m_2;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 12];
            s2 += v3 * v2;
            const v4 = m[i4 + 21];
            s3 += v4 * v2;
            s4 += m[i4 + 22] * v2;
            const v5 = m[i4 + 10];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            s2 += v1 * v6;
            const v7 = m[i4 + 20];
            s3 += v7 * v6;
            s4 += v4 * v6;
            const v8 = m[i4 + 9];
            const v9 = m[i6 + 2];
            s1 += v8 * v9;
            s2 += v5 * v9;
            s3 += m[i4 + 19] * v9;
            s4 += v7 * v9;
            const v10 = m[i4 + 1];
            const v11 = m[i6 + 3];
            s1 += v10 * v11;
            const v12 = m[i4 + 2];
            s2 += v12 * v11;
            s3 += v1 * v11;
            s4 += v3 * v11;
            const v13 = m[i4];
            const v14 = m[i6 + 4];
            s1 += v13 * v14;
            s2 += v10 * v14;
            s3 += v5 * v14;
            s4 += v1 * v14;
            const v15 = m[i4 - 1];
            const v16 = m[i6 + 5];
            s1 += v15 * v16;
            s2 += v13 * v16;
            s3 += v8 * v16;
            s4 += v5 * v16;
            const v17 = m[i4 - 9];
            const v18 = m[i6 + 6];
            s1 += v17 * v18;
            s2 += m[i4 - 8] * v18;
            s3 += v10 * v18;
            s4 += v12 * v18;
            const v19 = m[i4 - 10];
            const v20 = m[i6 + 7];
            s1 += v19 * v20;
            s2 += v17 * v20;
            s3 += v13 * v20;
            s4 += v10 * v20;
            const v21 = m[i6 + 8];
            s1 += m[i4 - 11] * v21;
            s2 += v19 * v21;
            s3 += v15 * v21;
            s4 += v13 * v21;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          m[i14] = s1 * +(0 < m[i10]);
          m[i14 + 1] = s2 * +(0 < m[i10 + 1]);
          m[i14 + 8] = s3 * +(0 < m[i10 + 10]);
          m[i14 + 9] = s4 * +(0 < m[i10 + 11]);
        }
      }
    }
  }
}

/** d.conv7[n,m,p,q] = d.bn7[n,m,p,q] · bn7.factor[m] + 2 · (d.bn7.variance[m] / (64 · N)) · (conv7[n,m,p,q] − bn7.mean[m]) + d.bn7.mean[m] / (64 · N) */
function backwardConv7(
  m: Float32Array,
  batch: number,
  dBn7At: number,
  bn7FactorAt: number,
  dBn7VarianceAt: number,
  conv7At: number,
  bn7MeanAt: number,
  dBn7MeanAt: number,
  dConv7At: number,
): void {
  const t1 = batch * 64;
  for (let n = 0; n < batch; n++) {
    const i1 = dBn7At + 2048 * n;
    const i7 = conv7At + 2048 * n;
    const i13 = dConv7At + 2592 * n;
    for (let m_ = 0; m_ < 32; m_++) {
      const i2 = i1 + 64 * m_;
      const i5 = bn7FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn7VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 64 * m_;
      const i11 = bn7MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn7MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 81 * m_;
      for (let p = 0; p < 8; p++) {
        const i3 = i2 + 8 * p;
        const i9 = i8 + 8 * p;
        const i15 = i14 + 9 * p;
        for (let q = 0; q < 8; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.add2[n,i,2·j,2·k] = [0 < relu5[n,i,2·j,2·k]] · (Σ m d.conv9[n,m,j,k] · conv9.weight[m,i,0,0] + Σ m d.conv7[n,m,j,k] · conv7.weight[m,i,1,1])
 * d.add2[n, i, 2·j, 2·k + 1] = [0 < relu5[n, i, 2·j, 2·k + 1]] · (Σ m d.conv7[n, m, j, k + 1] · conv7.weight[m,i,1,0] + Σ m d.conv7[n,m,j,k] · conv7.weight[m,i,1,2])
 * d.add2[n, i, 2·j + 1, 2·k] = [0 < relu5[n, i, 2·j + 1, 2·k]] · (Σ m d.conv7[n, m, j + 1, k] · conv7.weight[m,i,0,1] + Σ m d.conv7[n,m,j,k] · conv7.weight[m,i,2,1])
 * d.add2[n, i, 2·j + 1, 2·k + 1] = [0 < relu5[n, i, 2·j + 1, 2·k + 1]] · (Σ m d.conv7[n, m, j + 1, k + 1] · conv7.weight[m,i,0,0] + Σ m d.conv7[n, m, j + 1, k] · conv7.weight[m,i,0,2] + Σ m d.conv7[n, m, j, k + 1] · conv7.weight[m,i,2,0] + Σ m d.conv7[n,m,j,k] · conv7.weight[m,i,2,2])
 * i by 2, k by 2, m′ by 4.
 */
function backwardAdd2(
  m: Float32Array,
  batch: number,
  dConv9At: number,
  conv9WeightAt: number,
  dConv7At: number,
  conv7WeightAt: number,
  relu5At: number,
  dAdd2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv9At + 2048 * n;
    const i7 = dConv7At + 2592 * n;
    const i13 = relu5At + 4624 * n;
    const i17 = dAdd2At + 4096 * n;
    for (let i_ = 0; i_ < 16; i_ += 2) {
      const i5 = conv9WeightAt + i_;
      const i11 = conv7WeightAt + 9 * i_;
      const i14 = i13 + 289 * i_;
      const i18 = i17 + 256 * i_;
      for (let j = 0; j < 8; j++) {
        const i2 = i1 + 8 * j;
        const i8 = i7 + 9 * j;
        const i15 = i14 + 34 * j;
        const i19 = i18 + 32 * j;
        for (let k = 0; k < 8; k += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + k;
          for (let m_ = 0; m_ < 32; m_ += 4) {
            const i4 = i3 + 64 * m_;
            const v1 = m[i4];
            const i6 = i5 + 16 * m_;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 1];
            s2 += v3 * v2;
            const v4 = m[i6 + 1];
            s3 += v1 * v4;
            s4 += v3 * v4;
            const v5 = m[i4 + 64];
            const v6 = m[i6 + 16];
            s1 += v5 * v6;
            const v7 = m[i4 + 65];
            s2 += v7 * v6;
            const v8 = m[i6 + 17];
            s3 += v5 * v8;
            s4 += v7 * v8;
            const v9 = m[i4 + 128];
            const v10 = m[i6 + 32];
            s1 += v9 * v10;
            const v11 = m[i4 + 129];
            s2 += v11 * v10;
            const v12 = m[i6 + 33];
            s3 += v9 * v12;
            s4 += v11 * v12;
            const v13 = m[i4 + 192];
            const v14 = m[i6 + 48];
            s1 += v13 * v14;
            const v15 = m[i4 + 193];
            s2 += v15 * v14;
            const v16 = m[i6 + 49];
            s3 += v13 * v16;
            s4 += v15 * v16;
          }
          let s5 = 0;
          let s6 = 0;
          let s7 = 0;
          let s8 = 0;
          let s9 = 0;
          let s10 = 0;
          let s11 = 0;
          let s12 = 0;
          let s13 = 0;
          let s14 = 0;
          let s15 = 0;
          let s16 = 0;
          let s17 = 0;
          let s18 = 0;
          let s19 = 0;
          let s20 = 0;
          let s21 = 0;
          let s22 = 0;
          let s23 = 0;
          let s24 = 0;
          let s25 = 0;
          let s26 = 0;
          let s27 = 0;
          let s28 = 0;
          let s29 = 0;
          let s30 = 0;
          let s31 = 0;
          let s32 = 0;
          let s33 = 0;
          let s34 = 0;
          let s35 = 0;
          let s36 = 0;
          let s37 = 0;
          let s38 = 0;
          let s39 = 0;
          let s40 = 0;
          const i9 = i8 + k;
          for (let m_2 = 0; m_2 < 32; m_2++) {
            const i10 = i9 + 81 * m_2;
            const v17 = m[i10];
            const i12 = i11 + 144 * m_2;
            const v18 = m[i12 + 4];
            s5 += v17 * v18;
            const v19 = m[i10 + 1];
            s6 += v19 * v18;
            const v20 = m[i12 + 13];
            s7 += v17 * v20;
            s8 += v19 * v20;
            const v21 = m[i12 + 3];
            s9 += v19 * v21;
            const v22 = m[i12 + 5];
            s10 += v17 * v22;
            const v23 = m[i10 + 2];
            s11 += v23 * v21;
            s12 += v19 * v22;
            const v24 = m[i12 + 12];
            s13 += v19 * v24;
            const v25 = m[i12 + 14];
            s14 += v17 * v25;
            s15 += v23 * v24;
            s16 += v19 * v25;
            const v26 = m[i10 + 9];
            const v27 = m[i12 + 1];
            s17 += v26 * v27;
            const v28 = m[i12 + 7];
            s18 += v17 * v28;
            const v29 = m[i10 + 10];
            s19 += v29 * v27;
            s20 += v19 * v28;
            const v30 = m[i12 + 10];
            s21 += v26 * v30;
            const v31 = m[i12 + 16];
            s22 += v17 * v31;
            s23 += v29 * v30;
            s24 += v19 * v31;
            const v32 = m[i12];
            s25 += v29 * v32;
            const v33 = m[i12 + 2];
            s26 += v26 * v33;
            const v34 = m[i12 + 6];
            s27 += v19 * v34;
            const v35 = m[i12 + 8];
            s28 += v17 * v35;
            const v36 = m[i10 + 11];
            s29 += v36 * v32;
            s30 += v29 * v33;
            s31 += v23 * v34;
            s32 += v19 * v35;
            const v37 = m[i12 + 9];
            s33 += v29 * v37;
            const v38 = m[i12 + 11];
            s34 += v26 * v38;
            const v39 = m[i12 + 15];
            s35 += v19 * v39;
            const v40 = m[i12 + 17];
            s36 += v17 * v40;
            s37 += v36 * v37;
            s38 += v29 * v38;
            s39 += v23 * v39;
            s40 += v19 * v40;
          }
          const i16 = i15 + 2 * k;
          const t1 = (s1 + s5) * +(0 < m[i16]);
          const t2 = (s2 + s6) * +(0 < m[i16 + 2]);
          const t3 = (s3 + s7) * +(0 < m[i16 + 289]);
          const t4 = (s4 + s8) * +(0 < m[i16 + 291]);
          const t5 = (s9 + s10) * +(0 < m[i16 + 1]);
          const t6 = (s11 + s12) * +(0 < m[i16 + 3]);
          const t7 = (s13 + s14) * +(0 < m[i16 + 290]);
          const t8 = (s15 + s16) * +(0 < m[i16 + 292]);
          const t9 = (s17 + s18) * +(0 < m[i16 + 17]);
          const t10 = (s19 + s20) * +(0 < m[i16 + 19]);
          const t11 = (s21 + s22) * +(0 < m[i16 + 306]);
          const t12 = (s23 + s24) * +(0 < m[i16 + 308]);
          const t13 = (s25 + s26 + (s27 + s28)) * +(0 < m[i16 + 18]);
          const t14 = (s29 + s30 + (s31 + s32)) * +(0 < m[i16 + 20]);
          const t15 = (s33 + s34 + (s35 + s36)) * +(0 < m[i16 + 307]);
          const t16 = (s37 + s38 + (s39 + s40)) * +(0 < m[i16 + 309]);
          const i20 = i19 + 2 * k;
          m[i20] = t1;
          m[i20 + 2] = t2;
          m[i20 + 256] = t3;
          m[i20 + 258] = t4;
          m[i20 + 1] = t5;
          m[i20 + 3] = t6;
          m[i20 + 257] = t7;
          m[i20 + 259] = t8;
          m[i20 + 16] = t9;
          m[i20 + 18] = t10;
          m[i20 + 272] = t11;
          m[i20 + 274] = t12;
          m[i20 + 17] = t13;
          m[i20 + 19] = t14;
          m[i20 + 273] = t15;
          m[i20 + 275] = t16;
        }
      }
    }
  }
}

/**
 * d.bn6.variance[c] = −(((bn6.weight[c] / √(bn6.variance[c] + 0.00001)) · Σ n,p,q d.add2[n,c,p,q] · (conv6[n,c,p,q] − bn6.mean[c])) / √(bn6.variance[c] + 0.00001)) · 0.5 / √(bn6.variance[c] + 0.00001)
 * c by 2, q by 8.
 */
function backwardBn6Variance(
  m: Float32Array,
  batch: number,
  dAdd2At: number,
  conv6At: number,
  bn6MeanAt: number,
  bn6WeightAt: number,
  bn6VarianceAt: number,
  dBn6VarianceAt: number,
): void {
  for (let c = 0; c < 16; c += 2) {
    let s1 = 0;
    let s2 = 0;
    const i1 = dAdd2At + 256 * c;
    const i5 = conv6At + 256 * c;
    const i9 = bn6MeanAt + c;
    const t1 = -m[i9];
    const t2 = -m[i9 + 1];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 4096 * n;
      const i6 = i5 + 4096 * n;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i7 = i6 + 16 * p;
        for (let q = 0; q < 16; q += 8) {
          const i4 = i3 + q;
          const i8 = i7 + q;
          s1 += m[i4] * (m[i8] + t1);
          s2 += m[i4 + 256] * (m[i8 + 256] + t2);
          s1 += m[i4 + 1] * (m[i8 + 1] + t1);
          s2 += m[i4 + 257] * (m[i8 + 257] + t2);
          s1 += m[i4 + 2] * (m[i8 + 2] + t1);
          s2 += m[i4 + 258] * (m[i8 + 258] + t2);
          s1 += m[i4 + 3] * (m[i8 + 3] + t1);
          s2 += m[i4 + 259] * (m[i8 + 259] + t2);
          s1 += m[i4 + 4] * (m[i8 + 4] + t1);
          s2 += m[i4 + 260] * (m[i8 + 260] + t2);
          s1 += m[i4 + 5] * (m[i8 + 5] + t1);
          s2 += m[i4 + 261] * (m[i8 + 261] + t2);
          s1 += m[i4 + 6] * (m[i8 + 6] + t1);
          s2 += m[i4 + 262] * (m[i8 + 262] + t2);
          s1 += m[i4 + 7] * (m[i8 + 7] + t1);
          s2 += m[i4 + 263] * (m[i8 + 263] + t2);
        }
      }
    }
    const i10 = bn6WeightAt + c;
    const i11 = bn6VarianceAt + c;
    const t3 = Math.sqrt(m[i11] + 0.00001);
    const i12 = dBn6VarianceAt + c;
    m[i12] = -(((s1 * (m[i10] / t3)) / t3) * (0.5 / t3));
    const t4 = Math.sqrt(m[i11 + 1] + 0.00001);
    m[i12 + 1] = -(((s2 * (m[i10 + 1] / t4)) / t4) * (0.5 / t4));
  }
}

/**
 * d.bn6.mean[c] = −bn6.factor[c] · Σ n,p,q d.add2[n,c,p,q] − 2 · (d.bn6.variance[c] / (256 · N)) · Σ r,s,t (conv6[r,c,s,t] − bn6.mean[c])
 * d.bn6.weight[c] = (Σ n,p,q d.add2[n,c,p,q] · (conv6[n,c,p,q] − bn6.mean[c])) / √(bn6.variance[c] + 0.00001)
 * d.bn6.bias[c] = Σ n,p,q d.add2[n,c,p,q]
 * c by 4, q by 4.
 */
function backwardBn6Mean(
  m: Float32Array,
  batch: number,
  dAdd2At: number,
  conv6At: number,
  bn6MeanAt: number,
  bn6FactorAt: number,
  dBn6VarianceAt: number,
  bn6VarianceAt: number,
  dBn6MeanAt: number,
  dBn6WeightAt: number,
  dBn6BiasAt: number,
): void {
  const t5 = batch * 256;
  for (let c = 0; c < 16; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    const i1 = dAdd2At + 256 * c;
    const i5 = conv6At + 256 * c;
    const i9 = bn6MeanAt + c;
    const t1 = -m[i9];
    const t2 = -m[i9 + 1];
    const t3 = -m[i9 + 2];
    const t4 = -m[i9 + 3];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 4096 * n;
      const i6 = i5 + 4096 * n;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i7 = i6 + 16 * p;
        for (let q = 0; q < 16; q += 4) {
          const i4 = i3 + q;
          const v1 = m[i4];
          s1 += v1;
          const v2 = m[i4 + 256];
          s2 += v2;
          const v3 = m[i4 + 512];
          s3 += v3;
          const v4 = m[i4 + 768];
          s4 += v4;
          const i8 = i7 + q;
          s5 += v1 * (m[i8] + t1);
          s6 += v2 * (m[i8 + 256] + t2);
          s7 += v3 * (m[i8 + 512] + t3);
          s8 += v4 * (m[i8 + 768] + t4);
          const v5 = m[i4 + 1];
          s1 += v5;
          const v6 = m[i4 + 257];
          s2 += v6;
          const v7 = m[i4 + 513];
          s3 += v7;
          const v8 = m[i4 + 769];
          s4 += v8;
          s5 += v5 * (m[i8 + 1] + t1);
          s6 += v6 * (m[i8 + 257] + t2);
          s7 += v7 * (m[i8 + 513] + t3);
          s8 += v8 * (m[i8 + 769] + t4);
          const v9 = m[i4 + 2];
          s1 += v9;
          const v10 = m[i4 + 258];
          s2 += v10;
          const v11 = m[i4 + 514];
          s3 += v11;
          const v12 = m[i4 + 770];
          s4 += v12;
          s5 += v9 * (m[i8 + 2] + t1);
          s6 += v10 * (m[i8 + 258] + t2);
          s7 += v11 * (m[i8 + 514] + t3);
          s8 += v12 * (m[i8 + 770] + t4);
          const v13 = m[i4 + 3];
          s1 += v13;
          const v14 = m[i4 + 259];
          s2 += v14;
          const v15 = m[i4 + 515];
          s3 += v15;
          const v16 = m[i4 + 771];
          s4 += v16;
          s5 += v13 * (m[i8 + 3] + t1);
          s6 += v14 * (m[i8 + 259] + t2);
          s7 += v15 * (m[i8 + 515] + t3);
          s8 += v16 * (m[i8 + 771] + t4);
        }
      }
    }
    let s9 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    for (let r = 0; r < batch; r++) {
      const i10 = i5 + 4096 * r;
      for (let s13 = 0; s13 < 16; s13++) {
        const i11 = i10 + 16 * s13;
        for (let t_ = 0; t_ < 16; t_++) {
          const i12 = i11 + t_;
          s9 += m[i12] + t1;
          s10 += m[i12 + 256] + t2;
          s11 += m[i12 + 512] + t3;
          s12 += m[i12 + 768] + t4;
        }
      }
    }
    const i13 = bn6FactorAt + c;
    const i14 = dBn6VarianceAt + c;
    const t6 = -(m[i13] * s1) - (m[i14] / t5) * (2 * s9);
    const t7 = -(m[i13 + 1] * s2) - (m[i14 + 1] / t5) * (2 * s10);
    const t8 = -(m[i13 + 2] * s3) - (m[i14 + 2] / t5) * (2 * s11);
    const t9 = -(m[i13 + 3] * s4) - (m[i14 + 3] / t5) * (2 * s12);
    const i15 = bn6VarianceAt + c;
    const t10 = s5 / Math.sqrt(m[i15] + 0.00001);
    const t11 = s6 / Math.sqrt(m[i15 + 1] + 0.00001);
    const t12 = s7 / Math.sqrt(m[i15 + 2] + 0.00001);
    const t13 = s8 / Math.sqrt(m[i15 + 3] + 0.00001);
    const i16 = dBn6MeanAt + c;
    m[i16] = t6;
    m[i16 + 1] = t7;
    m[i16 + 2] = t8;
    m[i16 + 3] = t9;
    const i17 = dBn6WeightAt + c;
    m[i17] = t10;
    m[i17 + 1] = t11;
    m[i17 + 2] = t12;
    m[i17 + 3] = t13;
    const i18 = dBn6BiasAt + c;
    m[i18] = s1;
    m[i18 + 1] = s2;
    m[i18 + 2] = s3;
    m[i18 + 3] = s4;
  }
}

/** d.conv6[n,m,p,q] = d.add2[n,m,p,q] · bn6.factor[m] + 2 · (d.bn6.variance[m] / (256 · N)) · (conv6[n,m,p,q] − bn6.mean[m]) + d.bn6.mean[m] / (256 · N) */
function backwardConv6(
  m: Float32Array,
  batch: number,
  dAdd2At: number,
  bn6FactorAt: number,
  dBn6VarianceAt: number,
  conv6At: number,
  bn6MeanAt: number,
  dBn6MeanAt: number,
  dConv6At: number,
): void {
  const t1 = batch * 256;
  for (let n = 0; n < batch; n++) {
    const i1 = dAdd2At + 4096 * n;
    const i7 = conv6At + 4096 * n;
    const i13 = dConv6At + 4096 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i2 = i1 + 256 * m_;
      const i5 = bn6FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn6VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 256 * m_;
      const i11 = bn6MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn6MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 256 * m_;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i9 = i8 + 16 * p;
        const i15 = i14 + 16 * p;
        for (let q = 0; q < 16; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/** d.conv5[n,m,p,q] = d.add2[n,m,p,q] · bn5.factor[m] + 2 · (d.bn5.variance[m] / (256 · N)) · (conv5[n,m,p,q] − bn5.mean[m]) + d.bn5.mean[m] / (256 · N) */
function backwardConv5(
  m: Float32Array,
  batch: number,
  dAdd2At: number,
  bn5FactorAt: number,
  dBn5VarianceAt: number,
  conv5At: number,
  bn5MeanAt: number,
  dBn5MeanAt: number,
  dConv5At: number,
): void {
  const t1 = batch * 256;
  for (let n = 0; n < batch; n++) {
    const i1 = dAdd2At + 4096 * n;
    const i7 = conv5At + 4096 * n;
    const i13 = dConv5At + 5184 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i2 = i1 + 256 * m_;
      const i5 = bn5FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn5VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 256 * m_;
      const i11 = bn5MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn5MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 324 * m_;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i9 = i8 + 16 * p;
        const i15 = i14 + 18 * p;
        for (let q = 0; q < 16; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.bn4[n,m,p,q] = [0 < relu4[n,m,p,q]] · Σ r,s,m′ d.conv5[n, m′, p + 1 − r, q + 1 − s] · conv5.weight[m′,m,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function backwardBn4(
  m: Float32Array,
  batch: number,
  dConv5At: number,
  conv5WeightAt: number,
  relu4At: number,
  dBn4At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv5At + 5184 * n;
    const i7 = relu4At + 5184 * n;
    const i11 = dBn4At + 4096 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i5 = conv5WeightAt + 9 * m_;
      const i8 = i7 + 324 * m_;
      const i12 = i11 + 256 * m_;
      for (let p = 0; p < 16; p += 2) {
        const i2 = i1 + 18 * p;
        const i9 = i8 + 18 * p;
        const i13 = i12 + 16 * p;
        for (let q = 0; q < 16; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let m_2 = 0; m_2 < 16; m_2++) {
            const i4 = i3 + 324 * m_2;
            const v1 = m[i4 + 19];
            const i6 = i5 + 144 * m_2;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 20];
            s2 += v3 * v2;
            const v4 = m[i4 + 37];
            s3 += v4 * v2;
            s4 += m[i4 + 38] * v2;
            const v5 = m[i4 + 18];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            s2 += v1 * v6;
            const v7 = m[i4 + 36];
            s3 += v7 * v6;
            s4 += v4 * v6;
            const v8 = m[i4 + 17];
            const v9 = m[i6 + 2];
            s1 += v8 * v9;
            s2 += v5 * v9;
            s3 += m[i4 + 35] * v9;
            s4 += v7 * v9;
            const v10 = m[i4 + 1];
            const v11 = m[i6 + 3];
            s1 += v10 * v11;
            const v12 = m[i4 + 2];
            s2 += v12 * v11;
            s3 += v1 * v11;
            s4 += v3 * v11;
            const v13 = m[i4];
            const v14 = m[i6 + 4];
            s1 += v13 * v14;
            s2 += v10 * v14;
            s3 += v5 * v14;
            s4 += v1 * v14;
            const v15 = m[i4 - 1];
            const v16 = m[i6 + 5];
            s1 += v15 * v16;
            s2 += v13 * v16;
            s3 += v8 * v16;
            s4 += v5 * v16;
            const v17 = m[i4 - 17];
            const v18 = m[i6 + 6];
            s1 += v17 * v18;
            s2 += m[i4 - 16] * v18;
            s3 += v10 * v18;
            s4 += v12 * v18;
            const v19 = m[i4 - 18];
            const v20 = m[i6 + 7];
            s1 += v19 * v20;
            s2 += v17 * v20;
            s3 += v13 * v20;
            s4 += v10 * v20;
            const v21 = m[i6 + 8];
            s1 += m[i4 - 19] * v21;
            s2 += v19 * v21;
            s3 += v15 * v21;
            s4 += v13 * v21;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          m[i14] = s1 * +(0 < m[i10]);
          m[i14 + 1] = s2 * +(0 < m[i10 + 1]);
          m[i14 + 16] = s3 * +(0 < m[i10 + 18]);
          m[i14 + 17] = s4 * +(0 < m[i10 + 19]);
        }
      }
    }
  }
}

/** d.conv4[n,m,p,q] = d.bn4[n,m,p,q] · bn4.factor[m] + 2 · (d.bn4.variance[m] / (256 · N)) · (conv4[n,m,p,q] − bn4.mean[m]) + d.bn4.mean[m] / (256 · N) */
function backwardConv4(
  m: Float32Array,
  batch: number,
  dBn4At: number,
  bn4FactorAt: number,
  dBn4VarianceAt: number,
  conv4At: number,
  bn4MeanAt: number,
  dBn4MeanAt: number,
  dConv4At: number,
): void {
  const t1 = batch * 256;
  for (let n = 0; n < batch; n++) {
    const i1 = dBn4At + 4096 * n;
    const i7 = conv4At + 4096 * n;
    const i13 = dConv4At + 4624 * n;
    for (let m_ = 0; m_ < 16; m_++) {
      const i2 = i1 + 256 * m_;
      const i5 = bn4FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn4VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 256 * m_;
      const i11 = bn4MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn4MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 289 * m_;
      for (let p = 0; p < 16; p++) {
        const i3 = i2 + 16 * p;
        const i9 = i8 + 16 * p;
        const i15 = i14 + 17 * p;
        for (let q = 0; q < 16; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.add1[n,i,2·j,2·k] = [0 < relu3[n,i,2·j,2·k]] · (Σ m d.conv6[n,m,j,k] · conv6.weight[m,i,0,0] + Σ m d.conv4[n,m,j,k] · conv4.weight[m,i,1,1])
 * d.add1[n, i, 2·j, 2·k + 1] = [0 < relu3[n, i, 2·j, 2·k + 1]] · (Σ m d.conv4[n, m, j, k + 1] · conv4.weight[m,i,1,0] + Σ m d.conv4[n,m,j,k] · conv4.weight[m,i,1,2])
 * d.add1[n, i, 2·j + 1, 2·k] = [0 < relu3[n, i, 2·j + 1, 2·k]] · (Σ m d.conv4[n, m, j + 1, k] · conv4.weight[m,i,0,1] + Σ m d.conv4[n,m,j,k] · conv4.weight[m,i,2,1])
 * d.add1[n, i, 2·j + 1, 2·k + 1] = [0 < relu3[n, i, 2·j + 1, 2·k + 1]] · (Σ m d.conv4[n, m, j + 1, k + 1] · conv4.weight[m,i,0,0] + Σ m d.conv4[n, m, j + 1, k] · conv4.weight[m,i,0,2] + Σ m d.conv4[n, m, j, k + 1] · conv4.weight[m,i,2,0] + Σ m d.conv4[n,m,j,k] · conv4.weight[m,i,2,2])
 * i by 2, k by 2, m′ by 4.
 */
function backwardAdd1(
  m: Float32Array,
  batch: number,
  dConv6At: number,
  conv6WeightAt: number,
  dConv4At: number,
  conv4WeightAt: number,
  relu3At: number,
  dAdd1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv6At + 4096 * n;
    const i7 = dConv4At + 4624 * n;
    const i13 = relu3At + 8712 * n;
    const i17 = dAdd1At + 8192 * n;
    for (let i_ = 0; i_ < 8; i_ += 2) {
      const i5 = conv6WeightAt + i_;
      const i11 = conv4WeightAt + 9 * i_;
      const i14 = i13 + 1089 * i_;
      const i18 = i17 + 1024 * i_;
      for (let j = 0; j < 16; j++) {
        const i2 = i1 + 16 * j;
        const i8 = i7 + 17 * j;
        const i15 = i14 + 66 * j;
        const i19 = i18 + 64 * j;
        for (let k = 0; k < 16; k += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + k;
          for (let m_ = 0; m_ < 16; m_ += 4) {
            const i4 = i3 + 256 * m_;
            const v1 = m[i4];
            const i6 = i5 + 8 * m_;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 1];
            s2 += v3 * v2;
            const v4 = m[i6 + 1];
            s3 += v1 * v4;
            s4 += v3 * v4;
            const v5 = m[i4 + 256];
            const v6 = m[i6 + 8];
            s1 += v5 * v6;
            const v7 = m[i4 + 257];
            s2 += v7 * v6;
            const v8 = m[i6 + 9];
            s3 += v5 * v8;
            s4 += v7 * v8;
            const v9 = m[i4 + 512];
            const v10 = m[i6 + 16];
            s1 += v9 * v10;
            const v11 = m[i4 + 513];
            s2 += v11 * v10;
            const v12 = m[i6 + 17];
            s3 += v9 * v12;
            s4 += v11 * v12;
            const v13 = m[i4 + 768];
            const v14 = m[i6 + 24];
            s1 += v13 * v14;
            const v15 = m[i4 + 769];
            s2 += v15 * v14;
            const v16 = m[i6 + 25];
            s3 += v13 * v16;
            s4 += v15 * v16;
          }
          let s5 = 0;
          let s6 = 0;
          let s7 = 0;
          let s8 = 0;
          let s9 = 0;
          let s10 = 0;
          let s11 = 0;
          let s12 = 0;
          let s13 = 0;
          let s14 = 0;
          let s15 = 0;
          let s16 = 0;
          let s17 = 0;
          let s18 = 0;
          let s19 = 0;
          let s20 = 0;
          let s21 = 0;
          let s22 = 0;
          let s23 = 0;
          let s24 = 0;
          let s25 = 0;
          let s26 = 0;
          let s27 = 0;
          let s28 = 0;
          let s29 = 0;
          let s30 = 0;
          let s31 = 0;
          let s32 = 0;
          let s33 = 0;
          let s34 = 0;
          let s35 = 0;
          let s36 = 0;
          let s37 = 0;
          let s38 = 0;
          let s39 = 0;
          let s40 = 0;
          const i9 = i8 + k;
          for (let m_2 = 0; m_2 < 16; m_2++) {
            const i10 = i9 + 289 * m_2;
            const v17 = m[i10];
            const i12 = i11 + 72 * m_2;
            const v18 = m[i12 + 4];
            s5 += v17 * v18;
            const v19 = m[i10 + 1];
            s6 += v19 * v18;
            const v20 = m[i12 + 13];
            s7 += v17 * v20;
            s8 += v19 * v20;
            const v21 = m[i12 + 3];
            s9 += v19 * v21;
            const v22 = m[i12 + 5];
            s10 += v17 * v22;
            const v23 = m[i10 + 2];
            s11 += v23 * v21;
            s12 += v19 * v22;
            const v24 = m[i12 + 12];
            s13 += v19 * v24;
            const v25 = m[i12 + 14];
            s14 += v17 * v25;
            s15 += v23 * v24;
            s16 += v19 * v25;
            const v26 = m[i10 + 17];
            const v27 = m[i12 + 1];
            s17 += v26 * v27;
            const v28 = m[i12 + 7];
            s18 += v17 * v28;
            const v29 = m[i10 + 18];
            s19 += v29 * v27;
            s20 += v19 * v28;
            const v30 = m[i12 + 10];
            s21 += v26 * v30;
            const v31 = m[i12 + 16];
            s22 += v17 * v31;
            s23 += v29 * v30;
            s24 += v19 * v31;
            const v32 = m[i12];
            s25 += v29 * v32;
            const v33 = m[i12 + 2];
            s26 += v26 * v33;
            const v34 = m[i12 + 6];
            s27 += v19 * v34;
            const v35 = m[i12 + 8];
            s28 += v17 * v35;
            const v36 = m[i10 + 19];
            s29 += v36 * v32;
            s30 += v29 * v33;
            s31 += v23 * v34;
            s32 += v19 * v35;
            const v37 = m[i12 + 9];
            s33 += v29 * v37;
            const v38 = m[i12 + 11];
            s34 += v26 * v38;
            const v39 = m[i12 + 15];
            s35 += v19 * v39;
            const v40 = m[i12 + 17];
            s36 += v17 * v40;
            s37 += v36 * v37;
            s38 += v29 * v38;
            s39 += v23 * v39;
            s40 += v19 * v40;
          }
          const i16 = i15 + 2 * k;
          const t1 = (s1 + s5) * +(0 < m[i16]);
          const t2 = (s2 + s6) * +(0 < m[i16 + 2]);
          const t3 = (s3 + s7) * +(0 < m[i16 + 1089]);
          const t4 = (s4 + s8) * +(0 < m[i16 + 1091]);
          const t5 = (s9 + s10) * +(0 < m[i16 + 1]);
          const t6 = (s11 + s12) * +(0 < m[i16 + 3]);
          const t7 = (s13 + s14) * +(0 < m[i16 + 1090]);
          const t8 = (s15 + s16) * +(0 < m[i16 + 1092]);
          const t9 = (s17 + s18) * +(0 < m[i16 + 33]);
          const t10 = (s19 + s20) * +(0 < m[i16 + 35]);
          const t11 = (s21 + s22) * +(0 < m[i16 + 1122]);
          const t12 = (s23 + s24) * +(0 < m[i16 + 1124]);
          const t13 = (s25 + s26 + (s27 + s28)) * +(0 < m[i16 + 34]);
          const t14 = (s29 + s30 + (s31 + s32)) * +(0 < m[i16 + 36]);
          const t15 = (s33 + s34 + (s35 + s36)) * +(0 < m[i16 + 1123]);
          const t16 = (s37 + s38 + (s39 + s40)) * +(0 < m[i16 + 1125]);
          const i20 = i19 + 2 * k;
          m[i20] = t1;
          m[i20 + 2] = t2;
          m[i20 + 1024] = t3;
          m[i20 + 1026] = t4;
          m[i20 + 1] = t5;
          m[i20 + 3] = t6;
          m[i20 + 1025] = t7;
          m[i20 + 1027] = t8;
          m[i20 + 32] = t9;
          m[i20 + 34] = t10;
          m[i20 + 1056] = t11;
          m[i20 + 1058] = t12;
          m[i20 + 33] = t13;
          m[i20 + 35] = t14;
          m[i20 + 1057] = t15;
          m[i20 + 1059] = t16;
        }
      }
    }
  }
}

/**
 * d.bn3.variance[c] = −(((bn3.weight[c] / √(bn3.variance[c] + 0.00001)) · Σ n,p,q d.add1[n,c,p,q] · (conv3[n,c,p,q] − bn3.mean[c])) / √(bn3.variance[c] + 0.00001)) · 0.5 / √(bn3.variance[c] + 0.00001)
 * c by 2, q by 8.
 */
function backwardBn3Variance(
  m: Float32Array,
  batch: number,
  dAdd1At: number,
  conv3At: number,
  bn3MeanAt: number,
  bn3WeightAt: number,
  bn3VarianceAt: number,
  dBn3VarianceAt: number,
): void {
  for (let c = 0; c < 8; c += 2) {
    let s1 = 0;
    let s2 = 0;
    const i1 = dAdd1At + 1024 * c;
    const i5 = conv3At + 1024 * c;
    const i9 = bn3MeanAt + c;
    const t1 = -m[i9];
    const t2 = -m[i9 + 1];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 8192 * n;
      const i6 = i5 + 8192 * n;
      for (let p = 0; p < 32; p++) {
        const i3 = i2 + 32 * p;
        const i7 = i6 + 32 * p;
        for (let q = 0; q < 32; q += 8) {
          const i4 = i3 + q;
          const i8 = i7 + q;
          s1 += m[i4] * (m[i8] + t1);
          s2 += m[i4 + 1024] * (m[i8 + 1024] + t2);
          s1 += m[i4 + 1] * (m[i8 + 1] + t1);
          s2 += m[i4 + 1025] * (m[i8 + 1025] + t2);
          s1 += m[i4 + 2] * (m[i8 + 2] + t1);
          s2 += m[i4 + 1026] * (m[i8 + 1026] + t2);
          s1 += m[i4 + 3] * (m[i8 + 3] + t1);
          s2 += m[i4 + 1027] * (m[i8 + 1027] + t2);
          s1 += m[i4 + 4] * (m[i8 + 4] + t1);
          s2 += m[i4 + 1028] * (m[i8 + 1028] + t2);
          s1 += m[i4 + 5] * (m[i8 + 5] + t1);
          s2 += m[i4 + 1029] * (m[i8 + 1029] + t2);
          s1 += m[i4 + 6] * (m[i8 + 6] + t1);
          s2 += m[i4 + 1030] * (m[i8 + 1030] + t2);
          s1 += m[i4 + 7] * (m[i8 + 7] + t1);
          s2 += m[i4 + 1031] * (m[i8 + 1031] + t2);
        }
      }
    }
    const i10 = bn3WeightAt + c;
    const i11 = bn3VarianceAt + c;
    const t3 = Math.sqrt(m[i11] + 0.00001);
    const i12 = dBn3VarianceAt + c;
    m[i12] = -(((s1 * (m[i10] / t3)) / t3) * (0.5 / t3));
    const t4 = Math.sqrt(m[i11 + 1] + 0.00001);
    m[i12 + 1] = -(((s2 * (m[i10 + 1] / t4)) / t4) * (0.5 / t4));
  }
}

/**
 * d.bn3.mean[c] = −bn3.factor[c] · Σ n,p,q d.add1[n,c,p,q] − 2 · (d.bn3.variance[c] / (1024 · N)) · Σ r,s,t (conv3[r,c,s,t] − bn3.mean[c])
 * d.bn3.weight[c] = (Σ n,p,q d.add1[n,c,p,q] · (conv3[n,c,p,q] − bn3.mean[c])) / √(bn3.variance[c] + 0.00001)
 * d.bn3.bias[c] = Σ n,p,q d.add1[n,c,p,q]
 * c by 4, q by 4.
 */
function backwardBn3Mean(
  m: Float32Array,
  batch: number,
  dAdd1At: number,
  conv3At: number,
  bn3MeanAt: number,
  bn3FactorAt: number,
  dBn3VarianceAt: number,
  bn3VarianceAt: number,
  dBn3MeanAt: number,
  dBn3WeightAt: number,
  dBn3BiasAt: number,
): void {
  const t5 = batch * 1024;
  for (let c = 0; c < 8; c += 4) {
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    const i1 = dAdd1At + 1024 * c;
    const i5 = conv3At + 1024 * c;
    const i9 = bn3MeanAt + c;
    const t1 = -m[i9];
    const t2 = -m[i9 + 1];
    const t3 = -m[i9 + 2];
    const t4 = -m[i9 + 3];
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 8192 * n;
      const i6 = i5 + 8192 * n;
      for (let p = 0; p < 32; p++) {
        const i3 = i2 + 32 * p;
        const i7 = i6 + 32 * p;
        for (let q = 0; q < 32; q += 4) {
          const i4 = i3 + q;
          const v1 = m[i4];
          s1 += v1;
          const v2 = m[i4 + 1024];
          s2 += v2;
          const v3 = m[i4 + 2048];
          s3 += v3;
          const v4 = m[i4 + 3072];
          s4 += v4;
          const i8 = i7 + q;
          s5 += v1 * (m[i8] + t1);
          s6 += v2 * (m[i8 + 1024] + t2);
          s7 += v3 * (m[i8 + 2048] + t3);
          s8 += v4 * (m[i8 + 3072] + t4);
          const v5 = m[i4 + 1];
          s1 += v5;
          const v6 = m[i4 + 1025];
          s2 += v6;
          const v7 = m[i4 + 2049];
          s3 += v7;
          const v8 = m[i4 + 3073];
          s4 += v8;
          s5 += v5 * (m[i8 + 1] + t1);
          s6 += v6 * (m[i8 + 1025] + t2);
          s7 += v7 * (m[i8 + 2049] + t3);
          s8 += v8 * (m[i8 + 3073] + t4);
          const v9 = m[i4 + 2];
          s1 += v9;
          const v10 = m[i4 + 1026];
          s2 += v10;
          const v11 = m[i4 + 2050];
          s3 += v11;
          const v12 = m[i4 + 3074];
          s4 += v12;
          s5 += v9 * (m[i8 + 2] + t1);
          s6 += v10 * (m[i8 + 1026] + t2);
          s7 += v11 * (m[i8 + 2050] + t3);
          s8 += v12 * (m[i8 + 3074] + t4);
          const v13 = m[i4 + 3];
          s1 += v13;
          const v14 = m[i4 + 1027];
          s2 += v14;
          const v15 = m[i4 + 2051];
          s3 += v15;
          const v16 = m[i4 + 3075];
          s4 += v16;
          s5 += v13 * (m[i8 + 3] + t1);
          s6 += v14 * (m[i8 + 1027] + t2);
          s7 += v15 * (m[i8 + 2051] + t3);
          s8 += v16 * (m[i8 + 3075] + t4);
        }
      }
    }
    let s9 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    for (let r = 0; r < batch; r++) {
      const i10 = i5 + 8192 * r;
      for (let s13 = 0; s13 < 32; s13++) {
        const i11 = i10 + 32 * s13;
        for (let t_ = 0; t_ < 32; t_++) {
          const i12 = i11 + t_;
          s9 += m[i12] + t1;
          s10 += m[i12 + 1024] + t2;
          s11 += m[i12 + 2048] + t3;
          s12 += m[i12 + 3072] + t4;
        }
      }
    }
    const i13 = bn3FactorAt + c;
    const i14 = dBn3VarianceAt + c;
    const t6 = -(m[i13] * s1) - (m[i14] / t5) * (2 * s9);
    const t7 = -(m[i13 + 1] * s2) - (m[i14 + 1] / t5) * (2 * s10);
    const t8 = -(m[i13 + 2] * s3) - (m[i14 + 2] / t5) * (2 * s11);
    const t9 = -(m[i13 + 3] * s4) - (m[i14 + 3] / t5) * (2 * s12);
    const i15 = bn3VarianceAt + c;
    const t10 = s5 / Math.sqrt(m[i15] + 0.00001);
    const t11 = s6 / Math.sqrt(m[i15 + 1] + 0.00001);
    const t12 = s7 / Math.sqrt(m[i15 + 2] + 0.00001);
    const t13 = s8 / Math.sqrt(m[i15 + 3] + 0.00001);
    const i16 = dBn3MeanAt + c;
    m[i16] = t6;
    m[i16 + 1] = t7;
    m[i16 + 2] = t8;
    m[i16 + 3] = t9;
    const i17 = dBn3WeightAt + c;
    m[i17] = t10;
    m[i17 + 1] = t11;
    m[i17 + 2] = t12;
    m[i17 + 3] = t13;
    const i18 = dBn3BiasAt + c;
    m[i18] = s1;
    m[i18 + 1] = s2;
    m[i18 + 2] = s3;
    m[i18 + 3] = s4;
  }
}

/** d.conv3[n,m,p,q] = d.add1[n,m,p,q] · bn3.factor[m] + 2 · (d.bn3.variance[m] / (1024 · N)) · (conv3[n,m,p,q] − bn3.mean[m]) + d.bn3.mean[m] / (1024 · N) */
function backwardConv3(
  m: Float32Array,
  batch: number,
  dAdd1At: number,
  bn3FactorAt: number,
  dBn3VarianceAt: number,
  conv3At: number,
  bn3MeanAt: number,
  dBn3MeanAt: number,
  dConv3At: number,
): void {
  const t1 = batch * 1024;
  for (let n = 0; n < batch; n++) {
    const i1 = dAdd1At + 8192 * n;
    const i7 = conv3At + 8192 * n;
    const i13 = dConv3At + 9248 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i2 = i1 + 1024 * m_;
      const i5 = bn3FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn3VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 1024 * m_;
      const i11 = bn3MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn3MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 1156 * m_;
      for (let p = 0; p < 32; p++) {
        const i3 = i2 + 32 * p;
        const i9 = i8 + 32 * p;
        const i15 = i14 + 34 * p;
        for (let q = 0; q < 32; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.bn2[n,m,p,q] = [0 < relu2[n,m,p,q]] · Σ r,s,m′ d.conv3[n, m′, p + 1 − r, q + 1 − s] · conv3.weight[m′,m,r,s]
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function backwardBn2(
  m: Float32Array,
  batch: number,
  dConv3At: number,
  conv3WeightAt: number,
  relu2At: number,
  dBn2At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv3At + 9248 * n;
    const i7 = relu2At + 9248 * n;
    const i11 = dBn2At + 8192 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv3WeightAt + 9 * m_;
      const i8 = i7 + 1156 * m_;
      const i12 = i11 + 1024 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i9 = i8 + 34 * p;
        const i13 = i12 + 32 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let m_2 = 0; m_2 < 8; m_2++) {
            const i4 = i3 + 1156 * m_2;
            const v1 = m[i4 + 35];
            const i6 = i5 + 72 * m_2;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 36];
            s2 += v3 * v2;
            const v4 = m[i4 + 69];
            s3 += v4 * v2;
            s4 += m[i4 + 70] * v2;
            const v5 = m[i4 + 34];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            s2 += v1 * v6;
            const v7 = m[i4 + 68];
            s3 += v7 * v6;
            s4 += v4 * v6;
            const v8 = m[i4 + 33];
            const v9 = m[i6 + 2];
            s1 += v8 * v9;
            s2 += v5 * v9;
            s3 += m[i4 + 67] * v9;
            s4 += v7 * v9;
            const v10 = m[i4 + 1];
            const v11 = m[i6 + 3];
            s1 += v10 * v11;
            const v12 = m[i4 + 2];
            s2 += v12 * v11;
            s3 += v1 * v11;
            s4 += v3 * v11;
            const v13 = m[i4];
            const v14 = m[i6 + 4];
            s1 += v13 * v14;
            s2 += v10 * v14;
            s3 += v5 * v14;
            s4 += v1 * v14;
            const v15 = m[i4 - 1];
            const v16 = m[i6 + 5];
            s1 += v15 * v16;
            s2 += v13 * v16;
            s3 += v8 * v16;
            s4 += v5 * v16;
            const v17 = m[i4 - 33];
            const v18 = m[i6 + 6];
            s1 += v17 * v18;
            s2 += m[i4 - 32] * v18;
            s3 += v10 * v18;
            s4 += v12 * v18;
            const v19 = m[i4 - 34];
            const v20 = m[i6 + 7];
            s1 += v19 * v20;
            s2 += v17 * v20;
            s3 += v13 * v20;
            s4 += v10 * v20;
            const v21 = m[i6 + 8];
            s1 += m[i4 - 35] * v21;
            s2 += v19 * v21;
            s3 += v15 * v21;
            s4 += v13 * v21;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          m[i14] = s1 * +(0 < m[i10]);
          m[i14 + 1] = s2 * +(0 < m[i10 + 1]);
          m[i14 + 32] = s3 * +(0 < m[i10 + 34]);
          m[i14 + 33] = s4 * +(0 < m[i10 + 35]);
        }
      }
    }
  }
}

/**
 * d.bn1[n,m,p,q] = [0 < relu1[n,m,p,q]] · (d.add1[n,m,p,q] + Σ r,s,m′ d.conv2[n, m′, p + 1 − r, q + 1 − s] · conv2.weight[m′,m,r,s])
 * p by 2, q by 2, r unrolled, s unrolled.
 */
function backwardBn1(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  conv2WeightAt: number,
  dAdd1At: number,
  relu1At: number,
  dBn1At: number,
): void {
  for (let n = 0; n < batch; n++) {
    const i1 = dConv2At + 9248 * n;
    const i7 = dAdd1At + 8192 * n;
    const i11 = relu1At + 9248 * n;
    const i15 = dBn1At + 8192 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i5 = conv2WeightAt + 9 * m_;
      const i8 = i7 + 1024 * m_;
      const i12 = i11 + 1156 * m_;
      const i16 = i15 + 1024 * m_;
      for (let p = 0; p < 32; p += 2) {
        const i2 = i1 + 34 * p;
        const i9 = i8 + 32 * p;
        const i13 = i12 + 34 * p;
        const i17 = i16 + 32 * p;
        for (let q = 0; q < 32; q += 2) {
          let s1 = 0;
          let s2 = 0;
          let s3 = 0;
          let s4 = 0;
          const i3 = i2 + q;
          for (let m_2 = 0; m_2 < 8; m_2++) {
            const i4 = i3 + 1156 * m_2;
            const v1 = m[i4 + 35];
            const i6 = i5 + 72 * m_2;
            const v2 = m[i6];
            s1 += v1 * v2;
            const v3 = m[i4 + 36];
            s2 += v3 * v2;
            const v4 = m[i4 + 69];
            s3 += v4 * v2;
            s4 += m[i4 + 70] * v2;
            const v5 = m[i4 + 34];
            const v6 = m[i6 + 1];
            s1 += v5 * v6;
            s2 += v1 * v6;
            const v7 = m[i4 + 68];
            s3 += v7 * v6;
            s4 += v4 * v6;
            const v8 = m[i4 + 33];
            const v9 = m[i6 + 2];
            s1 += v8 * v9;
            s2 += v5 * v9;
            s3 += m[i4 + 67] * v9;
            s4 += v7 * v9;
            const v10 = m[i4 + 1];
            const v11 = m[i6 + 3];
            s1 += v10 * v11;
            const v12 = m[i4 + 2];
            s2 += v12 * v11;
            s3 += v1 * v11;
            s4 += v3 * v11;
            const v13 = m[i4];
            const v14 = m[i6 + 4];
            s1 += v13 * v14;
            s2 += v10 * v14;
            s3 += v5 * v14;
            s4 += v1 * v14;
            const v15 = m[i4 - 1];
            const v16 = m[i6 + 5];
            s1 += v15 * v16;
            s2 += v13 * v16;
            s3 += v8 * v16;
            s4 += v5 * v16;
            const v17 = m[i4 - 33];
            const v18 = m[i6 + 6];
            s1 += v17 * v18;
            s2 += m[i4 - 32] * v18;
            s3 += v10 * v18;
            s4 += v12 * v18;
            const v19 = m[i4 - 34];
            const v20 = m[i6 + 7];
            s1 += v19 * v20;
            s2 += v17 * v20;
            s3 += v13 * v20;
            s4 += v10 * v20;
            const v21 = m[i6 + 8];
            s1 += m[i4 - 35] * v21;
            s2 += v19 * v21;
            s3 += v15 * v21;
            s4 += v13 * v21;
          }
          const i10 = i9 + q;
          const i14 = i13 + q;
          const i18 = i17 + q;
          m[i18] = (m[i10] + s1) * +(0 < m[i14]);
          m[i18 + 1] = (m[i10 + 1] + s2) * +(0 < m[i14 + 1]);
          m[i18 + 32] = (m[i10 + 32] + s3) * +(0 < m[i14 + 34]);
          m[i18 + 33] = (m[i10 + 33] + s4) * +(0 < m[i14 + 35]);
        }
      }
    }
  }
}

/** d.conv1[n,m,p,q] = d.bn1[n,m,p,q] · bn1.factor[m] + 2 · (d.bn1.variance[m] / (1024 · N)) · (conv1[n,m,p,q] − bn1.mean[m]) + d.bn1.mean[m] / (1024 · N) */
function backwardConv1(
  m: Float32Array,
  batch: number,
  dBn1At: number,
  bn1FactorAt: number,
  dBn1VarianceAt: number,
  conv1At: number,
  bn1MeanAt: number,
  dBn1MeanAt: number,
  dConv1At: number,
): void {
  const t1 = batch * 1024;
  for (let n = 0; n < batch; n++) {
    const i1 = dBn1At + 8192 * n;
    const i7 = conv1At + 8192 * n;
    const i13 = dConv1At + 8192 * n;
    for (let m_ = 0; m_ < 8; m_++) {
      const i2 = i1 + 1024 * m_;
      const i5 = bn1FactorAt + m_;
      const v1 = m[i5];
      const i6 = dBn1VarianceAt + m_;
      const t2 = m[i6] / t1;
      const i8 = i7 + 1024 * m_;
      const i11 = bn1MeanAt + m_;
      const t3 = -m[i11];
      const i12 = dBn1MeanAt + m_;
      const t4 = m[i12] / t1;
      const i14 = i13 + 1024 * m_;
      for (let p = 0; p < 32; p++) {
        const i3 = i2 + 32 * p;
        const i9 = i8 + 32 * p;
        const i15 = i14 + 32 * p;
        for (let q = 0; q < 32; q++) {
          const i4 = i3 + q;
          const i10 = i9 + q;
          const i16 = i15 + q;
          m[i16] = m[i4] * v1 + t2 * (2 * (m[i10] + t3)) + t4;
        }
      }
    }
  }
}

/**
 * d.conv1.weight[m,k,r,s] = Σ n,p,q d.conv1[n,m,p,q] · image[n, k, p + r − 1, q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv1Weight(
  m: Float32Array,
  batch: number,
  dConv1At: number,
  imageAt: number,
  dConv1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 8; m_ += 2) {
    const i1 = dConv1At + 1024 * m_;
    const i10 = dConv1WeightAt + 27 * m_;
    for (let k = 0; k < 3; k++) {
      const i5 = imageAt + 1156 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 34 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 8192 * n;
          const i7 = i6 + 3468 * n;
          for (let p = 0; p < 32; p++) {
            const i3 = i2 + 32 * p;
            const i8 = i7 + 34 * p;
            for (let q = 0; q < 32; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + q;
              const v2 = m[i9 - 35];
              s1 += v1 * v2;
              const v3 = m[i9 - 34];
              s2 += v1 * v3;
              const v4 = m[i9 - 33];
              s3 += v1 * v4;
              const v5 = m[i4 + 1024];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v3;
              s2 += v6 * v4;
              const v7 = m[i9 - 32];
              s3 += v6 * v7;
              const v8 = m[i4 + 1025];
              s4 += v8 * v3;
              s5 += v8 * v4;
              s6 += v8 * v7;
              const v9 = m[i4 + 2];
              s1 += v9 * v4;
              s2 += v9 * v7;
              const v10 = m[i9 - 31];
              s3 += v9 * v10;
              const v11 = m[i4 + 1026];
              s4 += v11 * v4;
              s5 += v11 * v7;
              s6 += v11 * v10;
              const v12 = m[i4 + 3];
              s1 += v12 * v7;
              s2 += v12 * v10;
              const v13 = m[i9 - 30];
              s3 += v12 * v13;
              const v14 = m[i4 + 1027];
              s4 += v14 * v7;
              s5 += v14 * v10;
              s6 += v14 * v13;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 27] = s4;
        m[i12 + 28] = s5;
        m[i12 + 29] = s6;
      }
    }
  }
}

/**
 * d.conv2.weight[m,k,r,s] = Σ n,p,q d.conv2[n,m,p,q] · relu1[n, k, p + r − 1, q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv2Weight(
  m: Float32Array,
  batch: number,
  dConv2At: number,
  relu1At: number,
  dConv2WeightAt: number,
): void {
  for (let m_ = 0; m_ < 8; m_ += 2) {
    const i1 = dConv2At + 1156 * m_;
    const i10 = dConv2WeightAt + 72 * m_;
    for (let k = 0; k < 8; k++) {
      const i5 = relu1At + 1156 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 34 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 9248 * n;
          const i7 = i6 + 9248 * n;
          for (let p = 0; p < 32; p++) {
            const i3 = i2 + 34 * p;
            const i8 = i7 + 34 * p;
            for (let q = 0; q < 32; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + q;
              const v2 = m[i9 - 35];
              s1 += v1 * v2;
              const v3 = m[i9 - 34];
              s2 += v1 * v3;
              const v4 = m[i9 - 33];
              s3 += v1 * v4;
              const v5 = m[i4 + 1156];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v3;
              s2 += v6 * v4;
              const v7 = m[i9 - 32];
              s3 += v6 * v7;
              const v8 = m[i4 + 1157];
              s4 += v8 * v3;
              s5 += v8 * v4;
              s6 += v8 * v7;
              const v9 = m[i4 + 2];
              s1 += v9 * v4;
              s2 += v9 * v7;
              const v10 = m[i9 - 31];
              s3 += v9 * v10;
              const v11 = m[i4 + 1158];
              s4 += v11 * v4;
              s5 += v11 * v7;
              s6 += v11 * v10;
              const v12 = m[i4 + 3];
              s1 += v12 * v7;
              s2 += v12 * v10;
              const v13 = m[i9 - 30];
              s3 += v12 * v13;
              const v14 = m[i4 + 1159];
              s4 += v14 * v7;
              s5 += v14 * v10;
              s6 += v14 * v13;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 72] = s4;
        m[i12 + 73] = s5;
        m[i12 + 74] = s6;
      }
    }
  }
}

/**
 * d.conv4.weight[m,k,r,s] = Σ n,p,q d.conv4[n,m,p,q] · relu3[n, k, 2·p + r − 1, 2·q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv4Weight(
  m: Float32Array,
  batch: number,
  dConv4At: number,
  relu3At: number,
  dConv4WeightAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_ += 2) {
    const i1 = dConv4At + 289 * m_;
    const i10 = dConv4WeightAt + 72 * m_;
    for (let k = 0; k < 8; k++) {
      const i5 = relu3At + 1089 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 33 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 4624 * n;
          const i7 = i6 + 8712 * n;
          for (let p = 0; p < 16; p++) {
            const i3 = i2 + 17 * p;
            const i8 = i7 + 66 * p;
            for (let q = 0; q < 16; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + 2 * q;
              const v2 = m[i9 - 34];
              s1 += v1 * v2;
              const v3 = m[i9 - 33];
              s2 += v1 * v3;
              const v4 = m[i9 - 32];
              s3 += v1 * v4;
              const v5 = m[i4 + 289];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v4;
              const v7 = m[i9 - 31];
              s2 += v6 * v7;
              const v8 = m[i9 - 30];
              s3 += v6 * v8;
              const v9 = m[i4 + 290];
              s4 += v9 * v4;
              s5 += v9 * v7;
              s6 += v9 * v8;
              const v10 = m[i4 + 2];
              s1 += v10 * v8;
              const v11 = m[i9 - 29];
              s2 += v10 * v11;
              const v12 = m[i9 - 28];
              s3 += v10 * v12;
              const v13 = m[i4 + 291];
              s4 += v13 * v8;
              s5 += v13 * v11;
              s6 += v13 * v12;
              const v14 = m[i4 + 3];
              s1 += v14 * v12;
              const v15 = m[i9 - 27];
              s2 += v14 * v15;
              const v16 = m[i9 - 26];
              s3 += v14 * v16;
              const v17 = m[i4 + 292];
              s4 += v17 * v12;
              s5 += v17 * v15;
              s6 += v17 * v16;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 72] = s4;
        m[i12 + 73] = s5;
        m[i12 + 74] = s6;
      }
    }
  }
}

/**
 * d.conv5.weight[m,k,r,s] = Σ n,p,q d.conv5[n,m,p,q] · relu4[n, k, p + r − 1, q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv5Weight(
  m: Float32Array,
  batch: number,
  dConv5At: number,
  relu4At: number,
  dConv5WeightAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_ += 2) {
    const i1 = dConv5At + 324 * m_;
    const i10 = dConv5WeightAt + 144 * m_;
    for (let k = 0; k < 16; k++) {
      const i5 = relu4At + 324 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 18 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 5184 * n;
          const i7 = i6 + 5184 * n;
          for (let p = 0; p < 16; p++) {
            const i3 = i2 + 18 * p;
            const i8 = i7 + 18 * p;
            for (let q = 0; q < 16; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + q;
              const v2 = m[i9 - 19];
              s1 += v1 * v2;
              const v3 = m[i9 - 18];
              s2 += v1 * v3;
              const v4 = m[i9 - 17];
              s3 += v1 * v4;
              const v5 = m[i4 + 324];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v3;
              s2 += v6 * v4;
              const v7 = m[i9 - 16];
              s3 += v6 * v7;
              const v8 = m[i4 + 325];
              s4 += v8 * v3;
              s5 += v8 * v4;
              s6 += v8 * v7;
              const v9 = m[i4 + 2];
              s1 += v9 * v4;
              s2 += v9 * v7;
              const v10 = m[i9 - 15];
              s3 += v9 * v10;
              const v11 = m[i4 + 326];
              s4 += v11 * v4;
              s5 += v11 * v7;
              s6 += v11 * v10;
              const v12 = m[i4 + 3];
              s1 += v12 * v7;
              s2 += v12 * v10;
              const v13 = m[i9 - 14];
              s3 += v12 * v13;
              const v14 = m[i4 + 327];
              s4 += v14 * v7;
              s5 += v14 * v10;
              s6 += v14 * v13;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 144] = s4;
        m[i12 + 145] = s5;
        m[i12 + 146] = s6;
      }
    }
  }
}

/**
 * d.conv6.weight[m,k,r,s] = Σ n,p,q d.conv6[n,m,p,q] · relu3[n, k, 2·p + r, 2·q + s]
 * m by 2, k by 2, q by 4.
 */
function backwardConv6Weight(
  m: Float32Array,
  batch: number,
  dConv6At: number,
  relu3At: number,
  dConv6WeightAt: number,
): void {
  for (let m_ = 0; m_ < 16; m_ += 2) {
    const i1 = dConv6At + 256 * m_;
    const i9 = dConv6WeightAt + 8 * m_;
    for (let k = 0; k < 8; k += 2) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      const i5 = relu3At + 1089 * k;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 4096 * n;
        const i6 = i5 + 8712 * n;
        for (let p = 0; p < 16; p++) {
          const i3 = i2 + 16 * p;
          const i7 = i6 + 66 * p;
          for (let q = 0; q < 16; q += 4) {
            const i4 = i3 + q;
            const v1 = m[i4];
            const i8 = i7 + 2 * q;
            const v2 = m[i8];
            s1 += v1 * v2;
            const v3 = m[i8 + 1089];
            s2 += v1 * v3;
            const v4 = m[i4 + 256];
            s3 += v4 * v2;
            s4 += v4 * v3;
            const v5 = m[i4 + 1];
            const v6 = m[i8 + 2];
            s1 += v5 * v6;
            const v7 = m[i8 + 1091];
            s2 += v5 * v7;
            const v8 = m[i4 + 257];
            s3 += v8 * v6;
            s4 += v8 * v7;
            const v9 = m[i4 + 2];
            const v10 = m[i8 + 4];
            s1 += v9 * v10;
            const v11 = m[i8 + 1093];
            s2 += v9 * v11;
            const v12 = m[i4 + 258];
            s3 += v12 * v10;
            s4 += v12 * v11;
            const v13 = m[i4 + 3];
            const v14 = m[i8 + 6];
            s1 += v13 * v14;
            const v15 = m[i8 + 1095];
            s2 += v13 * v15;
            const v16 = m[i4 + 259];
            s3 += v16 * v14;
            s4 += v16 * v15;
          }
        }
      }
      const i10 = i9 + k;
      m[i10] = s1;
      m[i10 + 1] = s2;
      m[i10 + 8] = s3;
      m[i10 + 9] = s4;
    }
  }
}

/**
 * d.conv7.weight[m,k,r,s] = Σ n,p,q d.conv7[n,m,p,q] · relu5[n, k, 2·p + r − 1, 2·q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv7Weight(
  m: Float32Array,
  batch: number,
  dConv7At: number,
  relu5At: number,
  dConv7WeightAt: number,
): void {
  for (let m_ = 0; m_ < 32; m_ += 2) {
    const i1 = dConv7At + 81 * m_;
    const i10 = dConv7WeightAt + 144 * m_;
    for (let k = 0; k < 16; k++) {
      const i5 = relu5At + 289 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 17 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 2592 * n;
          const i7 = i6 + 4624 * n;
          for (let p = 0; p < 8; p++) {
            const i3 = i2 + 9 * p;
            const i8 = i7 + 34 * p;
            for (let q = 0; q < 8; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + 2 * q;
              const v2 = m[i9 - 18];
              s1 += v1 * v2;
              const v3 = m[i9 - 17];
              s2 += v1 * v3;
              const v4 = m[i9 - 16];
              s3 += v1 * v4;
              const v5 = m[i4 + 81];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v4;
              const v7 = m[i9 - 15];
              s2 += v6 * v7;
              const v8 = m[i9 - 14];
              s3 += v6 * v8;
              const v9 = m[i4 + 82];
              s4 += v9 * v4;
              s5 += v9 * v7;
              s6 += v9 * v8;
              const v10 = m[i4 + 2];
              s1 += v10 * v8;
              const v11 = m[i9 - 13];
              s2 += v10 * v11;
              const v12 = m[i9 - 12];
              s3 += v10 * v12;
              const v13 = m[i4 + 83];
              s4 += v13 * v8;
              s5 += v13 * v11;
              s6 += v13 * v12;
              const v14 = m[i4 + 3];
              s1 += v14 * v12;
              const v15 = m[i9 - 11];
              s2 += v14 * v15;
              const v16 = m[i9 - 10];
              s3 += v14 * v16;
              const v17 = m[i4 + 84];
              s4 += v17 * v12;
              s5 += v17 * v15;
              s6 += v17 * v16;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 144] = s4;
        m[i12 + 145] = s5;
        m[i12 + 146] = s6;
      }
    }
  }
}

/**
 * d.conv8.weight[m,k,r,s] = Σ n,p,q d.conv8[n,m,p,q] · relu6[n, k, p + r − 1, q + s − 1]
 * m by 2, s unrolled, q by 4.
 */
function backwardConv8Weight(
  m: Float32Array,
  batch: number,
  dConv8At: number,
  relu6At: number,
  dConv8WeightAt: number,
): void {
  for (let m_ = 0; m_ < 32; m_ += 2) {
    const i1 = dConv8At + 100 * m_;
    const i10 = dConv8WeightAt + 288 * m_;
    for (let k = 0; k < 32; k++) {
      const i5 = relu6At + 100 * k;
      const i11 = i10 + 9 * k;
      for (let r = 0; r < 3; r++) {
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let s4 = 0;
        let s5 = 0;
        let s6 = 0;
        const i6 = i5 + 10 * r;
        for (let n = 0; n < batch; n++) {
          const i2 = i1 + 3200 * n;
          const i7 = i6 + 3200 * n;
          for (let p = 0; p < 8; p++) {
            const i3 = i2 + 10 * p;
            const i8 = i7 + 10 * p;
            for (let q = 0; q < 8; q += 4) {
              const i4 = i3 + q;
              const v1 = m[i4];
              const i9 = i8 + q;
              const v2 = m[i9 - 11];
              s1 += v1 * v2;
              const v3 = m[i9 - 10];
              s2 += v1 * v3;
              const v4 = m[i9 - 9];
              s3 += v1 * v4;
              const v5 = m[i4 + 100];
              s4 += v5 * v2;
              s5 += v5 * v3;
              s6 += v5 * v4;
              const v6 = m[i4 + 1];
              s1 += v6 * v3;
              s2 += v6 * v4;
              const v7 = m[i9 - 8];
              s3 += v6 * v7;
              const v8 = m[i4 + 101];
              s4 += v8 * v3;
              s5 += v8 * v4;
              s6 += v8 * v7;
              const v9 = m[i4 + 2];
              s1 += v9 * v4;
              s2 += v9 * v7;
              const v10 = m[i9 - 7];
              s3 += v9 * v10;
              const v11 = m[i4 + 102];
              s4 += v11 * v4;
              s5 += v11 * v7;
              s6 += v11 * v10;
              const v12 = m[i4 + 3];
              s1 += v12 * v7;
              s2 += v12 * v10;
              const v13 = m[i9 - 6];
              s3 += v12 * v13;
              const v14 = m[i4 + 103];
              s4 += v14 * v7;
              s5 += v14 * v10;
              s6 += v14 * v13;
            }
          }
        }
        const i12 = i11 + 3 * r;
        m[i12] = s1;
        m[i12 + 1] = s2;
        m[i12 + 2] = s3;
        m[i12 + 288] = s4;
        m[i12 + 289] = s5;
        m[i12 + 290] = s6;
      }
    }
  }
}

/**
 * d.conv9.weight[m,k,r,s] = Σ n,p,q d.conv9[n,m,p,q] · relu5[n, k, 2·p + r, 2·q + s]
 * m by 2, k by 2, q by 4.
 */
function backwardConv9Weight(
  m: Float32Array,
  batch: number,
  dConv9At: number,
  relu5At: number,
  dConv9WeightAt: number,
): void {
  for (let m_ = 0; m_ < 32; m_ += 2) {
    const i1 = dConv9At + 64 * m_;
    const i9 = dConv9WeightAt + 16 * m_;
    for (let k = 0; k < 16; k += 2) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      const i5 = relu5At + 289 * k;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 2048 * n;
        const i6 = i5 + 4624 * n;
        for (let p = 0; p < 8; p++) {
          const i3 = i2 + 8 * p;
          const i7 = i6 + 34 * p;
          for (let q = 0; q < 8; q += 4) {
            const i4 = i3 + q;
            const v1 = m[i4];
            const i8 = i7 + 2 * q;
            const v2 = m[i8];
            s1 += v1 * v2;
            const v3 = m[i8 + 289];
            s2 += v1 * v3;
            const v4 = m[i4 + 64];
            s3 += v4 * v2;
            s4 += v4 * v3;
            const v5 = m[i4 + 1];
            const v6 = m[i8 + 2];
            s1 += v5 * v6;
            const v7 = m[i8 + 291];
            s2 += v5 * v7;
            const v8 = m[i4 + 65];
            s3 += v8 * v6;
            s4 += v8 * v7;
            const v9 = m[i4 + 2];
            const v10 = m[i8 + 4];
            s1 += v9 * v10;
            const v11 = m[i8 + 293];
            s2 += v9 * v11;
            const v12 = m[i4 + 66];
            s3 += v12 * v10;
            s4 += v12 * v11;
            const v13 = m[i4 + 3];
            const v14 = m[i8 + 6];
            s1 += v13 * v14;
            const v15 = m[i8 + 295];
            s2 += v13 * v15;
            const v16 = m[i4 + 67];
            s3 += v16 * v14;
            s4 += v16 * v15;
          }
        }
      }
      const i10 = i9 + k;
      m[i10] = s1;
      m[i10 + 1] = s2;
      m[i10 + 16] = s3;
      m[i10 + 17] = s4;
    }
  }
}

/** d.linear1.weight[m,k] = Σ n d.linear1[n,m] · pool1[n,k] */
function backwardLinear1Weight(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  pool1At: number,
  dLinear1WeightAt: number,
): void {
  for (let m_ = 0; m_ < 6; m_++) {
    const i1 = dLinear1At + m_;
    const i5 = dLinear1WeightAt + 32 * m_;
    for (let k = 0; k < 32; k++) {
      let s1 = 0;
      const i3 = pool1At + k;
      for (let n = 0; n < batch; n++) {
        const i2 = i1 + 6 * n;
        const i4 = i3 + 32 * n;
        s1 += m[i2] * m[i4];
      }
      const i6 = i5 + k;
      m[i6] = s1;
    }
  }
}

/** d.linear1.bias[m] = Σ n d.linear1[n,m] */
function backwardLinear1Bias(
  m: Float32Array,
  batch: number,
  dLinear1At: number,
  dLinear1BiasAt: number,
): void {
  for (let m_ = 0; m_ < 6; m_++) {
    let s1 = 0;
    const i1 = dLinear1At + m_;
    for (let n = 0; n < batch; n++) {
      const i2 = i1 + 6 * n;
      s1 += m[i2];
    }
    const i3 = dLinear1BiasAt + m_;
    m[i3] = s1;
  }
}

/**
 * velocity.new[i] = 0.9 · velocity[i] + gradients[i] + 0.0001 · parameters[i]
 * parameters.new[i] = parameters[i] − learningRate · (0.9 · velocity[i] + gradients[i] + 0.0001 · parameters[i])
 */
function sgd(
  m: Float32Array,
  velocityAt: number,
  gradientsAt: number,
  parametersAt: number,
  learningRateAt: number,
  velocityNewAt: number,
  parametersNewAt: number,
): void {
  const v2 = m[learningRateAt];
  for (let i_ = 0; i_ < 19822; i_++) {
    const i1 = velocityAt + i_;
    const i2 = gradientsAt + i_;
    const i3 = parametersAt + i_;
    const v1 = m[i3];
    const t1 = 0.9 * m[i1] + (m[i2] + 0.0001 * v1);
    const t2 = v1 - v2 * t1;
    const i4 = velocityNewAt + i_;
    m[i4] = t1;
    const i5 = parametersNewAt + i_;
    m[i5] = t2;
  }
}

/** A number in [0, 1) from a seed and a position: MurmurHash3's finaliser, twice, 24 bits of it. */
function uniform(seed: number, at: number): number {
  let h = Math.imul(seed, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return (h >>> 8) / 16777216;
}
