import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";

export interface Site {
  readonly address: string;
  close(): void;
}

/** What each path of a site gives. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const types: { readonly [ending: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/** With these headers a page may share memory with its workers. */
export const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
} as const;

/** Serves the files on this machine alone, under a content security policy if one is given. */
export function serveFiles(
  files: Files,
  policy?: string,
  headers: { readonly [name: string]: string } = {},
): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    const body = files.get(path);
    const type = types[extname(path)] ?? "application/octet-stream";
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": body === undefined ? "text/plain" : type,
      ...(policy === undefined ? {} : { "content-security-policy": policy }),
      ...headers,
    });
    response.end(body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo; // it listens on a port
      const close = (): void => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ address: `http://127.0.0.1:${port}`, close });
    });
  });
}
