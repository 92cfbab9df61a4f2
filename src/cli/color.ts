/** Whether a stream is to be written to in colours: as NO_COLOR and FORCE_COLOR ask, else at a terminal. */
export const wantsColor = (stream: NodeJS.WriteStream): boolean =>
  !process.env["NO_COLOR"] && (Boolean(process.env["FORCE_COLOR"]) || stream.isTTY === true);
