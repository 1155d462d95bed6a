import * as z from 'zod';
import { ErrorReply, errorStatus } from './errors.ts';
import { idempotencyKeyPattern } from './idempotency-key.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

type Schema = Record<string, unknown>;

const jsonSchema = (shape: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' });
  return schema;
};

/** Each property of an object shape as a parameter. */
const parameters = (shape: z.ZodType | undefined, place: 'path' | 'query'): Schema[] => {
  if (!shape) return [];
  const { properties = {}, required = [] } = jsonSchema(shape, 'input') as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

const replyContent = (reply: Route['reply']): Schema => {
  if (reply === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (reply === 'text') return { 'text/plain': { schema: { type: 'string' } } };
  return { 'application/json': { schema: jsonSchema(reply, 'output') } };
};

const operation = (name: string, row: Route): Schema => {
  const mutation = row.method !== 'GET';
  const open = row.roles === 'anyone';
  const wire = [
    ...(open ? [] : (['not_signed_in', 'not_allowed', 'unavailable', 'shutting_down'] as const)),
    ...(row.params || row.query || row.body ? (['invalid_input'] as const) : []),
    ...(mutation ? (['malformed', 'too_large', 'idempotency_key_required', 'idempotency_conflict'] as const) : []),
  ];
  const byStatus = Map.groupBy([...wire, ...row.errors], errorStatus);
  const errors = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  ]);
  return {
    operationId: name,
    summary: row.summary,
    ...(Array.isArray(row.roles) && { 'x-roles': row.roles }),
    ...(open && { security: [] }),
    parameters: [
      ...parameters(row.params, 'path'),
      ...parameters(row.query, 'query'),
      ...(mutation
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', pattern: idempotencyKeyPattern.source },
            },
          ]
        : []),
    ],
    ...(row.body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(row.body, 'input') } } },
    }),
    responses: { 200: { description: 'Done', content: replyContent(row.reply) }, ...Object.fromEntries(errors) },
  };
};

/** The route table as an OpenAPI 3.1 document. */
export const openApi = (version: string): Record<string, unknown> => {
  const paths: Record<string, Schema> = {};
  for (const [name, row] of Object.entries(routes)) {
    const path = row.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(name, row) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'expert-seat hub', version },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(ErrorReply, 'output') },
    },
  };
};
