/** Reads the digit as it is drawn; a click on the right answer trains the network on it. */
import { createDigits } from "../../generated/digits.ts";
import { softmax } from "../shared/softmax.ts";
import { watch } from "./strokes.ts";

const net = createDigits();
const weights = await fetch(new URL("./digits.safetensors", import.meta.url));
net.load(new Uint8Array(await weights.arrayBuffer()));

const canvas = element("drawing", HTMLCanvasElement);
const verdict = element("verdict", HTMLElement);
const drawing = watch(canvas, read);

const meters = Array.from({ length: 10 }, (_, digit) => {
  const button = document.createElement("button");
  const meter = document.createElement("meter");
  button.append(String(digit), meter);
  button.addEventListener("click", () => learn(digit));
  element("classes", HTMLElement).append(button);
  return meter;
});
element("clear", HTMLButtonElement).addEventListener("click", () => drawing.clear());

function read(): void {
  const image = drawing.image();
  const shares = image ? softmax(net.forward(image)) : new Float32Array(10);
  meters.forEach((meter, digit) => (meter.value = shares[digit] ?? 0));
  const best = shares.indexOf(Math.max(...shares));
  verdict.textContent = image
    ? `A ${best}, says the network: ${(100 * (shares[best] ?? 0)).toFixed(0)} %`
    : "It reads as you draw.";
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
  for (let step = 0; step < 5; step++) net.trainStep(images, labels, 0.005);
  read();
}

function element<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${id}`);
}
