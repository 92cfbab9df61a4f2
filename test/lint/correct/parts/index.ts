// @ts-nocheck
export * as ks from "kernelsmith";
export { default as kernel } from "./defaults.ts";
export * from "./blocks.ts";
