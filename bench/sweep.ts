import { type Case, cells, columns, measured } from "./kernel.ts";
import { net } from "./net.ts";
import { digits, markdownTable } from "./report.ts";

/** channels, filters, kernel, size of the map, stride, batch */
type Row = readonly [number, number, number, number, number?, number?];

/** How cost grows: channels, odd ones among them; resolution; kernel; batch; and the corners. */
const rows: readonly Row[] = [
  // channels in and out
  ...[1, 3, 4, 5, 7, 8, 13, 16, 17, 24, 31, 32, 48, 64, 65, 96, 100, 128].map((channels): Row => [
    channels,
    channels,
    3,
    28,
  ]),
  // few in, many out, and back
  ...([
    [1, 64, 3, 28],
    [3, 32, 3, 56],
    [64, 3, 3, 56],
    [128, 10, 1, 28],
    [10, 130, 1, 28],
    [256, 1, 1, 28],
  ] satisfies Row[]),
  // resolution
  ...[1, 2, 3, 5, 7, 14, 15, 57, 112].map((size): Row => [32, 32, 3, size]),
  // maps of one pixel, whose weights are read for one multiply-add each
  ...([
    [256, 256, 1, 1],
    [257, 127, 1, 1],
    [256, 256, 1, 1, 1, 16],
  ] satisfies Row[]),
  // kernels
  ...[1, 2, 5, 7, 9, 11].map((kernel): Row => [32, 32, kernel, 28]),
  ...([
    [3, 64, 11, 55, 4],
    [16, 16, 15, 28],
    [17, 19, 5, 23],
  ] satisfies Row[]),
  // batch
  ...[2, 5, 16].map((batch): Row => [32, 32, 3, 14, 1, batch]),
  // stride
  ...([
    [64, 64, 3, 28, 2],
    [33, 65, 3, 27, 3],
  ] satisfies Row[]),
];

function caseOf([channels, filters, kernel, size, stride = 1, batch = 1]: Row): Case {
  const padding = Math.floor((kernel - 1) / 2);
  const input = stride * size + (1 - (kernel % 2)); // an even kernel has no middle
  const by = stride > 1 ? ` / ${stride}` : "";
  const times = batch > 1 ? `, batch ${batch}` : "";
  const name = `${kernel}×${kernel}${by}, ${channels}→${filters}, ${size}²${times}`;
  const build = net(name, [channels, input, input], (b, x) =>
    b.conv(x, filters, { kernel, stride, padding }),
  );
  return { net: build, batch };
}

/** A kernel that does less of the peak than this needs a reason. */
const enough = 0.4;

const { peak, all } = await measured(rows.map(caseOf));
const low = all.filter(({ share }) => !(share >= enough));
console.log(
  `${all.length} shapes of convolution, the kernels alone; 100 % is ${digits(peak)} GMAC/s. Under ${100 * enough} %: ${low.length}.\n`,
);
console.log(
  markdownTable(
    [...columns, ""],
    all.map((one) => [...cells(one), low.includes(one) ? "low" : ""]),
  ),
);
