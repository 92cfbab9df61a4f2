/** Reads the digit as it is drawn; a click on the right answer trains the network on it. */
import { createDigits } from "../../generated/digits-wasm.ts";
import { softmax } from "../shared/softmax.ts";
import { watch } from "./strokes.ts";

const net = createDigits();
const weights = await fetch(new URL("./digits.safetensors", import.meta.url));
net.load(new Uint8Array(await weights.arrayBuffer()));

const canvas = element("drawing", HTMLCanvasElement);
const seen = element("seen", HTMLCanvasElement);
const verdict = element("verdict", HTMLElement);
const drawing = watch(canvas, () => read());

const answers = Array.from({ length: 10 }, (_, digit) => {
  const button = document.createElement("button");
  const meter = document.createElement("meter");
  button.append(String(digit), meter);
  button.addEventListener("click", () => learn(digit));
  element("classes", HTMLElement).append(button);
  return { button, meter };
});
element("clear", HTMLButtonElement).addEventListener("click", () => drawing.clear());
read();

function read(before = ""): void {
  const image = drawing.image();
  show(image ?? new Float32Array(64));
  const shares = image ? softmax(net.forward(image)) : new Float32Array(10);
  const best = shares.indexOf(Math.max(...shares));
  answers.forEach(({ button, meter }, digit) => {
    meter.value = shares[digit] ?? 0;
    button.disabled = !image;
    button.classList.toggle("best", image !== undefined && digit === best);
  });
  const percent = `${(100 * (shares[best] ?? 0)).toFixed(0)} %`;
  verdict.textContent = image ? `${before}It reads a ${best}: ${percent}` : "It reads as you draw.";
}

/** The 8×8 pixels the network is given. */
function show(image: Float32Array): void {
  const context = seen.getContext("2d");
  const pixels = new ImageData(8, 8);
  image.forEach((ink, i) => pixels.data.set([0, 0, 0, 255 * ink], 4 * i));
  context?.putImageData(pixels, 0, 0);
}

/** A few small steps on all that was corrected so far, so that the last does not erase the first. */
const corrected: { image: Float32Array; digit: number }[] = [];
function learn(digit: number): void {
  const image = drawing.image();
  if (!image) return;
  corrected.push({ image, digit });
  const recent = corrected.slice(-net.maxBatch);
  const images = new Float32Array(recent.length * 64);
  recent.forEach((example, i) => images.set(example.image, i * 64));
  const labels = Uint8Array.from(recent, (example) => example.digit);
  const began = performance.now();
  for (let step = 0; step < 5; step++) net.trainStep(images, labels, 0.005);
  read(`Learned in ${(performance.now() - began).toFixed(1)} ms. `);
}

function element<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${id}`);
}
