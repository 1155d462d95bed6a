import * as z from 'zod';
import { type RecordMapping, recordMapping, WirePath } from './field-mapping.ts';
import { kindOf, type RecordKind } from './kind.ts';
import { expected } from './mapping-reason.ts';
import type { Operation, QuestionValue } from './operations.ts';
import { chosen, strictMap } from './strict-map.ts';

export const places = ['body', 'query', 'path', 'header'] as const;

/** Where a value of a question goes. */
export interface Place {
  readonly place: (typeof places)[number];
  readonly name: string;
}

/** Where a page's parts stand, counted from the result. What a centre does not say is as asked, and as counted. */
export interface PageMapping {
  readonly entries: string;
  readonly total: string;
  readonly page?: string | undefined;
  readonly pages?: string | undefined;
}

/** Where the answer repeats the account: in each entry, or once, counted from its root. */
export interface EchoMapping {
  readonly entry?: string | undefined;
  readonly answer?: string | undefined;
}

export interface OperationMapping {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly ask: Readonly<Partial<Record<QuestionValue, Place>>>;
  readonly with: Readonly<Record<string, string | number>>;
  readonly at?: string | undefined;
  readonly echo?: EchoMapping | undefined;
  readonly page?: PageMapping | undefined;
  readonly fields: RecordMapping;
}

const UrlPath = z
  .string()
  .regex(/^\/(?!\/)[A-Za-z0-9._~!$&'()*+,;=:@/{}-]*$/, expected.urlPath)
  .max(500);
const HeaderName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, expected.header);
const PlaceholderName = z.string().regex(/^\w+$/, expected.placeholder);

const oneKey = (value: object): boolean => Object.values(value).filter((entry) => entry !== undefined).length === 1;

/** A value's place; a bare name goes where the method carries its values. */
const placeMapping = (usual: 'body' | 'query') =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? { [usual]: value } : value),
      strictMap(
        {
          body: WirePath.optional(),
          query: WirePath.optional(),
          path: PlaceholderName.optional(),
          header: HeaderName.optional(),
        },
        expected.question,
      ),
    )
    .superRefine((value, context) => {
      if (!oneKey(value)) context.addIssue({ code: 'custom', message: expected.question });
      else if (value.body !== undefined && usual === 'query') {
        context.addIssue({ code: 'custom', message: expected.bodyless });
      }
    })
    .transform((value): Place => {
      const place = places.find((name) => value[name] !== undefined) ?? usual;
      return { place, name: value[place] ?? '' };
    });

const Echo = z
  .preprocess(
    (value) => (value === 'none' ? {} : value),
    strictMap({ entry: WirePath.optional(), answer: WirePath.optional() }, expected.echo),
  )
  .refine(({ entry, answer }) => entry === undefined || answer === undefined, expected.echo);

const Paging = strictMap(
  { entries: WirePath, total: WirePath, page: WirePath.optional(), pages: WirePath.optional() },
  'paging is missing: {entries, total, page, pages}',
);

/** The shape of an operation's mapping. */
export const operationMapping = (operation: Operation): z.ZodType<OperationMapping> => {
  const shapeFor = (usual: 'body' | 'query') =>
    strictMap(
      {
        method: z.enum(['POST', 'GET']).default('POST'),
        path: UrlPath,
        ask: strictMap(
          Object.fromEntries(operation.asks.map((value) => [value, placeMapping(usual)])),
          `where the question's values go is missing: {${operation.asks.join(', ')}}`,
        ),
        with: z.record(WirePath, z.union([z.string(), z.int()])).default({}),
        at: WirePath.optional(),
        ...(!operation.namesAccount && { echo: Echo }),
        ...(operation.form === 'page' && { page: Paging }),
        fields: recordMapping(kindOf(operation.record) as RecordKind),
      },
      'this operation is missing: {path, ask, fields}',
    ).superRefine(({ path, ask }, context) => {
      const inPath = Object.values(ask).flatMap((value) => (value.place === 'path' ? [value.name] : []));
      const braced = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
      const bare = path.replaceAll(/\{\w+\}/g, '');
      if (/[{}]/.test(bare) || inPath.toSorted().join() !== braced.toSorted().join()) {
        context.addIssue({ code: 'custom', message: expected.placeholder, path: ['path'] });
      }
    });
  const byMethod = { GET: shapeFor('query'), POST: shapeFor('body') };
  return chosen((value) =>
    (value as { method?: unknown } | null | undefined)?.method === 'GET' ? byMethod.GET : byMethod.POST,
  ) as unknown as z.ZodType<OperationMapping>;
};
