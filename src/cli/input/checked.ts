import type * as z from 'zod';
import { exitCode } from '../../contract/exit-code.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { check, type Problem } from './problems.ts';

type Speech = Pick<Context, 'say' | 'language'>;

/** Input that was refused, told with the names of its fields. */
export const refused = (context: Speech, problems: Problem[]): Failure => {
  const told = problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem));
  return new Failure(
    'invalid_input',
    exitCode.refusedInput,
    context.say('error.input', { problems: told.join('; ') }),
    {
      details: { problems },
    },
  );
};

/**
 * What the hub will be sent, checked by the contract's own shape before a hub is even looked for. Gives the input back as it
 * is, without the fields that are absent: the hub applies the shape itself.
 * @throws {Failure} exit 7 with the names of the fields
 */
export const checked = <S extends z.ZodType>(context: Speech, shape: S, input: Record<string, unknown>): z.input<S> => {
  const present = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const result = check(shape, present, context);
  if (!result.ok) throw refused(context, result.problems);
  return present as z.input<S>;
};
