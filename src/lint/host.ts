/** Where sources come from: a disk, an editor's buffers, a test. Paths are absolute, with forward slashes. */
export interface Host {
  /** A file's text; undefined where there is none to read. */
  readonly read: (file: string) => string | undefined;
  /** The file that an import names; undefined where it names none of the user's. */
  readonly resolve: (specifier: string, from: string) => string | undefined;
}
