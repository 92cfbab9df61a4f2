import { ts } from "ts-morph";
import { type Diagnostic, KernelsmithError, type Place } from "../diagnostics.ts";
import type { GraphBuilder } from "../graph/graph.ts";
import type { Loss } from "../graph/losses.ts";
import {
  begin,
  type Built,
  checkDefinition,
  finish,
  type Model,
  type Outputs,
  trial,
} from "../graph/model.ts";
import { calledFrom } from "../graph/place.ts";
import { Tensor } from "../graph/tensor.ts";
import type { CallSite, Followed, LayerCall } from "./followed.ts";
import type { Interpreter } from "./interpreter/interpreter.ts";
import {
  asSpecial,
  hasUnknown,
  isBlurred,
  isPlain,
  type Special,
  Thrown,
  Uncertain,
  unknown,
  type Value,
} from "./interpreter/values.ts";
import { type Definition, known, settle } from "./given.ts";
import { layerFunctions, otherFunctions } from "./library.ts";

/** What is refused at a place. */
export interface Refused extends CallSite {
  readonly diagnostic: Diagnostic;
  readonly trail: readonly CallSite[];
}

/** A model while its layers are called. */
interface Open extends CallSite {
  readonly builder: GraphBuilder;
  readonly calls: LayerCall[];
  readonly refused: Refused[];
  /** A layer's name is not known: whether two are the same cannot be told. */
  nameless: boolean;
}

/** What `kernelsmith` is to a program that is followed: the real builder, asked with the values that are known. */
export class Follower {
  readonly models: Followed[] = [];
  readonly refused: Refused[] = [];
  readonly reached = new Set<ts.Node>();
  readonly #m: Interpreter;
  readonly #open: Open[] = [];
  /** Calls of the library by their places, as its diagnostics name them. */
  readonly #sites = new Map<string, Refused | CallSite>();

  /** The models of the same program, followed once more. */
  readonly #again: ((index: number) => Followed | undefined) | undefined;

  constructor(m: Interpreter, again?: (index: number) => Followed | undefined) {
    this.#m = m;
    this.#again = again;
  }

  /** What `import … from "kernelsmith"` gives. */
  library(): { readonly [name: string]: Value } {
    const made: [string, Value][] = [["defineModel", asSpecial(this.#define)]];
    for (const [name, run] of layerFunctions) made.push([name, asSpecial(this.#layer(name, run))]);
    for (const [name, run] of otherFunctions) made.push([name, asSpecial(this.#other(name, run))]);
    return Object.freeze(Object.fromEntries(made));
  }

  /** What a program throws and does not catch is told where it throws it. */
  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      this.#uncaught(error);
    }
  }

  #uncaught({ value, node }: Thrown): void {
    const said = isPlain(value) && !isBlurred(value) ? value["message"] : value;
    if (typeof said !== "string" || !ts.isThrowStatement(node)) return;
    const { expression } = node;
    if (!ts.isCallExpression(expression) && !ts.isNewExpression(expression)) return;
    const site = { file: node.getSourceFile(), call: expression as ts.CallExpression }; // new is a call too
    const diagnostic: Diagnostic = { code: "KS502", message: `the model file throws: ${said}` };
    this.#refuse({ ...site, diagnostic, trail: this.#trail() });
  }

  #trail = (): readonly CallSite[] => [...this.#m.trail];

  #refuse(refused: Refused): void {
    const open = this.#open.at(-1);
    (open?.refused ?? this.refused).push(refused);
  }

  #place(site: ts.CallExpression | ts.NewExpression, call: string): Place {
    const source = site.getSourceFile();
    const { line, character } = source.getLineAndCharacterOfPosition(site.getStart(source));
    const place = { file: source.fileName, line: line + 1, column: character + 1, call };
    this.#sites.set(key(place), {
      file: source,
      call: site as ts.CallExpression,
      trail: this.#trail(),
    }); // new is a call too
    return place;
  }

  #layer =
    (layer: string, run: (...args: unknown[]) => unknown): Special =>
    (given, site) => {
      const settled = settle(layer, given);
      if (!settled || this.#m.ahead > 0) return unknown;
      const { args, dropped } = settled;
      const fed = args.flat().filter((arg) => arg instanceof Tensor);
      const builder = fed[0]?.builder;
      const open = this.#open.findLast((o) => o.builder === builder) ?? this.#open.at(-1);
      if (dropped.includes("name") && open) open.nameless = true;
      const before = [builder?.nodes.length ?? 0, builder?.variables.length ?? 0] as const;
      const base = {
        file: site.getSourceFile(),
        call: site as ts.CallExpression,
        layer,
        trail: this.#trail(),
        args: given,
        fed,
      }; // layers are not made with new
      const record = (call: Pick<LayerCall, "name" | "made" | "refused">) => {
        this.reached.add(site);
        open?.calls.push({
          ...base,
          nodes: builder?.nodes.slice(before[0]) ?? [],
          variables: builder?.variables.slice(before[1]) ?? [],
          ...call,
        });
      };
      try {
        const { made, tainted } = this.#asked(site, layer, () => run(...args));
        if (tainted) return unknown;
        const tensors = [made].flat().filter((t) => t instanceof Tensor);
        record({ name: tensors[0]?.raw.name.split(".")[0] ?? layer, made: tensors });
        return made;
      } catch (error) {
        if (!(error instanceof KernelsmithError)) throw error;
        if (builder) {
          builder.nodes.length = before[0];
          builder.variables.length = before[1];
        }
        if (this.#m.guarded > 0) throw new Thrown(unknown, site);
        const { diagnostic } = error;
        if (dropped.length > 0 || (open?.nameless && diagnostic.code === "KS104")) return unknown;
        if (open) record({ name: diagnostic.node ?? layer, made: [], refused: diagnostic });
        else this.#refuse({ ...base, diagnostic });
        return unknown;
      }
    };

  /** Asks the library, with the place of the call; and whether it was given what is not known. */
  #asked<T>(site: ts.CallExpression | ts.NewExpression, called: string, run: () => T) {
    const before = this.#m.tainted;
    this.#m.tainted = false;
    try {
      const made = calledFrom(this.#place(site, called), run);
      return { made, tainted: this.#m.tainted };
    } catch (error) {
      if (this.#m.tainted && error instanceof KernelsmithError) throw new Uncertain();
      throw error;
    } finally {
      this.#m.tainted = before;
    }
  }

  #other =
    (name: string, run: (...args: unknown[]) => unknown): Special =>
    (args, site) => {
      if (hasUnknown(args)) return unknown;
      try {
        const { made, tainted } = this.#asked(site, name, () => run(...args));
        return tainted ? unknown : made;
      } catch (error) {
        if (!(error instanceof KernelsmithError)) throw error;
        if (this.#m.guarded > 0) throw new Thrown(unknown, site);
        const { diagnostic } = error;
        if (this.#m.ahead === 0)
          this.#refuse({
            file: site.getSourceFile(),
            call: site as ts.CallExpression,
            diagnostic,
            trail: this.#trail(),
          }); // or new
        return unknown;
      }
    };

  #define: Special = ([given], site) => {
    if (this.#m.ahead > 0 || !isPlain(given) || isBlurred(given)) return unknown;
    const definition = known(given);
    if (!definition) return unknown;
    const own: CallSite = { file: site.getSourceFile(), call: site as ts.CallExpression }; // defineModel is not made with new
    const { inputs, outputs, name = "model", train } = definition;
    try {
      checkDefinition(definition);
      const { builder, inputs: tensors } = begin(inputs, trial);
      const open: Open = { ...own, builder, calls: [], refused: [], nameless: false };
      this.#open.push(open);
      const built = this.#built(open, () => outputs(tensors), name, train?.loss);
      this.#open.pop();
      const { calls, refused } = open;
      const whole =
        built !== undefined && calls.every((call) => !call.refused) && refused.length === 0;
      const model = whole ? this.#model(definition, this.models.length) : undefined;
      this.models.push({
        ...own,
        trail: this.#trail(),
        name,
        definition: definition as Followed["definition"], // its function takes what the inputs are
        builder,
        calls,
        refused,
        ...(whole ? { built } : undefined),
        ...(model ? { model } : undefined),
      });
      return model ?? unknown;
    } catch (error) {
      if (!(error instanceof KernelsmithError)) throw error;
      if (this.#m.guarded > 0) throw new Thrown(unknown, site);
      this.#refuse({ ...own, diagnostic: error.diagnostic, trail: this.#trail() });
      return unknown;
    }
  };

  /** The graph, where all of it is known; what is refused on the way is told of the model. */
  #built(
    open: Open,
    outputs: () => unknown,
    name: string,
    loss: Loss | undefined,
  ): Built | undefined {
    const { made, tainted } = this.#quiet(outputs);
    if (made === unknown || tainted || hasUnknown(made) || open.calls.some((call) => call.refused))
      return undefined;
    try {
      const built = this.#quiet(() => finish(open.builder, made as Outputs, trial, name, loss)); // finish looks at it
      return built.tainted ? undefined : (built.made as Built);
    } catch (error) {
      if (!(error instanceof KernelsmithError)) throw error;
      if (this.#m.guarded > 0) throw error;
      const { diagnostic } = error;
      const at = diagnostic.at && this.#sites.get(key(diagnostic.at));
      open.refused.push({
        file: open.file,
        call: open.call,
        trail: this.#trail(),
        ...at,
        diagnostic,
      });
      return undefined;
    }
  }

  /** The user's function, asked by us: what it throws is told, and what it does not know is known. */
  #quiet(run: () => unknown): { readonly made: unknown; readonly tainted: boolean } {
    const before = this.#m.tainted;
    this.#m.tainted = false;
    try {
      const made = run();
      return { made, tainted: this.#m.tainted };
    } catch (error) {
      if (error instanceof Uncertain) return { made: unknown, tainted: true };
      if (!(error instanceof Thrown) || this.#m.guarded > 0) throw error;
      this.#uncaught(error);
      return { made: unknown, tainted: true };
    } finally {
      this.#m.tainted = before;
    }
  }

  /** The model as the compiler takes it: its layers are called again for each batch. */
  #model(definition: Definition, index: number): Model {
    const { inputs, outputs, name, train = {} } = definition;
    const build = (batch: number, loss?: Loss): Built => {
      const again = this.#again?.(index)?.model;
      if (again) return again.build(batch, loss);
      this.#m.restart();
      const { builder, inputs: tensors } = begin(inputs, batch);
      return finish(builder, outputs(tensors) as Outputs, batch, name, loss); // known: it was built before
    };
    return Object.freeze({ kind: "kernelsmith model", name, train, build });
  }
}

const key = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
