/** The report's style sheet: one column of text, light or dark as the reader's system is. */
export const style = `
:root { color-scheme: light dark; --paper: #fdfdfc; --ink: #1c1d20; --faint: #6a6d75; --line: #e4e4e1;
  --card: #f4f4f1; --train: #2563c9; --test: #d4690a; --wrong: #c22f2f; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16171a; --ink: #e8e8e6; --faint: #9a9da6; --line: #2e3036;
    --card: #202226; --train: #6ea3f7; --test: #f2994a; --wrong: #f0716b; }
  img.ink { filter: invert(1); } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 70rem; background: var(--paper); color: var(--ink);
  font: 16px/1.55 ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 2.2rem; line-height: 1.15; letter-spacing: -.02em; }
h2 { margin: 0; font-size: 1.3rem; letter-spacing: -.01em; }
p { margin: .3rem 0 1rem; max-width: 42rem; color: var(--faint); text-wrap: pretty; }
.lead { font-size: 1.15rem; } .lead strong { color: var(--ink); }
section { margin-top: 3rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1px; margin: 1.5rem 0 0;
  background: var(--line); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.facts div { padding: .7rem 1rem; background: var(--paper); }
.facts dt { font-size: .8rem; color: var(--faint); } .facts dd { margin: 0; font-size: 1.1rem; font-weight: 600; }
.curves, .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 2.5rem; }
figure { margin: 0; } figcaption { font-size: 1.3rem; font-weight: 700; letter-spacing: -.01em; }
.legend { display: flex; gap: 1.2rem; margin: .2rem 0 .4rem; font-size: .85rem; }
.key::before { content: ""; display: inline-block; width: 1.1em; height: 3px; margin-right: .45em;
  vertical-align: .25em; border-radius: 2px; background: currentColor; }
.key.train { color: var(--train); } .key.test { color: var(--test); } .key.raw { color: var(--faint); }
svg { display: block; width: 100%; height: auto; }
.grid { stroke: var(--line); } .tick { fill: var(--faint); font-size: 12px; }
polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
polyline.raw { stroke: var(--faint); stroke-width: 1; opacity: .45; }
polyline.train { stroke: var(--train); } circle.train { fill: var(--train); }
polyline.test { stroke: var(--test); } circle.test { fill: var(--test); }
.samples { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: .8rem; margin: 0; padding: 0; list-style: none; }
.samples li { padding: .6rem; border: 1px solid transparent; border-radius: 8px; background: var(--card); }
.samples .wrong { border-color: var(--wrong); }
img { image-rendering: pixelated; }
.samples img { display: block; width: 100%; aspect-ratio: 1; border-radius: 4px; }
.said { margin-top: .4rem; font-size: .8rem; line-height: 1.3; color: var(--faint); }
.said b { font-size: 1rem; color: var(--ink); }
.truth { color: var(--wrong); font-weight: 600; white-space: nowrap; }
.bars { display: flex; align-items: end; gap: 2px; height: 1.8rem; margin-top: .35rem; }
.bars i { flex: 1; min-width: 0; border-radius: 1px; background: color-mix(in srgb, var(--faint) 45%, transparent); }
.bars .is { background: var(--train); } .bars .guess { background: var(--wrong); }
.scroll { overflow-x: auto; }
.confusion { border-collapse: separate; border-spacing: 2px; font-size: .85rem; }
.confusion th { padding: 0 .4rem; font-weight: 600; color: var(--faint); text-align: right; }
.confusion thead th { text-align: center; }
.confusion.long thead th { height: 6rem; padding: 0; vertical-align: bottom; }
.confusion.long thead span { writing-mode: vertical-rl; transform: rotate(180deg); }
.confusion tbody td { width: 2.1rem; height: 2.1rem; border-radius: 3px; text-align: center; background: var(--card); }
.confusion tbody .hit { background: color-mix(in srgb, var(--train) var(--depth), var(--card)); font-weight: 600; }
.confusion tbody .miss { background: color-mix(in srgb, var(--wrong) var(--depth), var(--card)); font-weight: 600; }
.confusion tbody .deep { color: var(--paper); }
.confusion tbody .share { width: auto; padding-left: .5rem; background: none; color: var(--faint); white-space: nowrap; }
.filters { display: grid; grid-template-columns: repeat(var(--columns), 4.2rem); gap: .6rem; }
.note { margin-top: 1.2rem; font-size: .9rem; }
.filters img { width: 100%; border: 1px solid var(--line); border-radius: 4px; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--faint); }
`;
