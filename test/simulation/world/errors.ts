/** An error as the system throws it. Has no stack: thousands are made in a second. */
export function systemError(code: string, call: string, path: string): NodeJS.ErrnoException {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const error: NodeJS.ErrnoException = new Error(`${code}: simulated, ${call} '${path}'`);
  Error.stackTraceLimit = limit;
  error.code = code;
  error.syscall = call;
  error.path = path;
  return error;
}
