/**
 * Runs something when the program ends. The library of this name raises every signal once more after it was handled, so that a hub that is asked
 * to end would end at once, and one Ctrl-C would count as two.
 */
export default function whenExit(work: () => void): () => void {
  process.on('exit', work);
  return () => process.off('exit', work);
}
