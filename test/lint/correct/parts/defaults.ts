// @ts-nocheck
const kernel = 3;
export { kernel as default };
export let width = 8;
