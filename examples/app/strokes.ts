/** What is drawn, and the same as the 8×8 image the network was trained on. */

type Point = readonly [x: number, y: number];

export interface Drawing {
  /** 64 values 0 … 1, or nothing when nothing is drawn. */
  image(): Float32Array | undefined;
  clear(): void;
}

export function watch(canvas: HTMLCanvasElement, changed: () => void): Drawing {
  let strokes: Point[][] = [];
  const context = context2d(canvas);
  const at = (event: PointerEvent): Point => {
    const scale = canvas.width / canvas.clientWidth;
    return [event.offsetX * scale, event.offsetY * scale];
  };
  const redraw = (): void => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    ink(context, strokes, 22);
    changed();
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    strokes.push([at(event)]);
    redraw();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons === 0) return;
    strokes.at(-1)?.push(at(event));
    redraw();
  });
  return {
    image: () => (strokes.length === 0 ? undefined : normalised(strokes)),
    clear: () => {
      strokes = [];
      redraw();
    },
  };
}

/**
 * The data set was made from bitmaps of 32×32 that the digit fills, each block of 4×4 counted. So
 * the strokes are scaled to that box, drawn with a pen as wide as theirs, and counted likewise.
 */
function normalised(strokes: readonly (readonly Point[])[]): Float32Array {
  const context = context2d(new OffscreenCanvas(32, 32));
  const pen = 4;
  const [xs, ys] = [0, 1].map((axis) => strokes.flat().map((point) => point[axis] ?? 0));
  const [left, right] = [Math.min(...(xs ?? [])), Math.max(...(xs ?? []))];
  const [top, bottom] = [Math.min(...(ys ?? [])), Math.max(...(ys ?? []))];
  const scale = (32 - pen) / Math.max(bottom - top, right - left, 1);
  context.translate(16, 16);
  context.scale(scale, scale);
  context.translate(-(left + right) / 2, -(top + bottom) / 2);
  ink(context, strokes, pen / scale);
  const { data } = context.getImageData(0, 0, 32, 32);
  const image = new Float32Array(64);
  for (let y = 0; y < 32; y++) {
    for (let x = 0; x < 32; x++) {
      const cell = (y >> 2) * 8 + (x >> 2);
      image[cell] = (image[cell] ?? 0) + (data[4 * (32 * y + x) + 3] ?? 0) / (16 * 255);
    }
  }
  return image;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function ink(context: Context, strokes: readonly (readonly Point[])[], pen: number): void {
  context.lineWidth = pen;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    stroke.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(x, y);
      context.lineTo(x, y);
    });
    context.stroke();
  }
}

function context2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D;
function context2d(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D;
function context2d(canvas: HTMLCanvasElement | OffscreenCanvas): Context {
  const context = canvas.getContext("2d") as Context | null; // the union of canvases loses its overloads
  if (!context) throw new Error("this browser draws no 2d canvas");
  return context;
}
