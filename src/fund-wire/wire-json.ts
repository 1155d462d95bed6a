/** A number as it stood in the text: money must not pass through floating point. */
export class WireNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A JSON text with its numbers as they were written.
 * @throws {SyntaxError} not JSON
 * @throws {RangeError} nested too deeply
 */
export const parseWireJson = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? new WireNumber(context?.source ?? String(value)) : value,
  );
