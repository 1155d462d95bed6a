/** What a command's exit code says (DESIGN 9). */
export const exitCode = {
  done: 0,
  unexpected: 1,
  usage: 2,
  notFound: 3,
  conflict: 4,
  notAllowed: 5,
  unreachable: 6,
  refusedInput: 7,
  checkFailed: 8,
  interrupted: 130,
} as const;
