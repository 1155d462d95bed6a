import * as z from 'zod';
import { authorisationKinds } from '../../domain/account/identity-check.ts';
import { type clerkItems, personItems, subjects } from '../../domain/account/identity-items.ts';
import { foldCitizenNumber, isCitizenNumber } from '../../domain/fund/citizen-number.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { absent, Instant, line } from './text.ts';

/** The number of a citizen's card, whose check character must be right, or of another document. */
export const DocumentNumber = z
  .string()
  .max(64)
  .transform(foldCitizenNumber)
  .refine(
    (number) => (/^\d{15,18}[\dX]?$/.test(number) ? isCitizenNumber(number) : /^[A-Z0-9]{5,17}$/.test(number)),
    'the number of an identity document; a citizen number has 18 characters and its check character',
  );

/** Stands for the number that the citizen calls from, which the seat sees masked. */
export const callingNumber = '@call';

/** What is said of an item: as it is, for it is compared and never kept. Full-width forms and a stop at the end are folded. */
const Said = z
  .string()
  .max(120)
  .transform((text) =>
    plainText(text, { multiline: false })
      .normalize('NFKC')
      .replace(/[。．.，,]+$/u, ''),
  )
  .refine((text) => text.length > 0, 'must not be empty');
export const AccountSaid = Said.refine((text) => /^[0-9A-Za-z-]{4,30}$/.test(text), 'an account number');

const someItem = (said: object): boolean => Object.values(said).some((value) => value !== undefined);
const oneItem = 'at least one item besides name and number';

/** The number of a paper or recording. What looks like a person's number is none. */
const Reference = z
  .string()
  .transform((text) => text.trim().replace(/[。．.]+$/u, ''))
  .refine((text) => /^[A-Za-z0-9一-龥〔〕()（）-]{2,40}$/u.test(text), 'the number of a paper or recording')
  // Eleven digits and more, however they are grouped, may be a person's.
  .refine((text) => text.replace(/\D/g, '').length < 11, 'the number of a paper or recording');

/**
 * Who the caller says they are. `onBehalf`: they speak for the person named, by an authorisation, or by none (`null`), which is
 * refused with what may be said.
 */
export const Verify = z.discriminatedUnion('subject', [
  z
    .strictObject({
      subject: z.literal('person'),
      name: line(60),
      idNumber: DocumentNumber,
      items: z.partialRecord(z.enum(personItems), Said).refine(someItem, oneItem),
      onBehalf: z
        .strictObject({
          authorisation: z
            .strictObject({ kind: z.enum(authorisationKinds), reference: absent(Reference) })
            .refine(
              ({ kind, reference }) => kind === 'holder-on-line' || reference !== undefined,
              'this kind of authorisation has a reference',
            )
            .nullable(),
        })
        .optional(),
    })
    .refine(({ name, onBehalf }) => !onBehalf?.authorisation?.reference?.includes(name), {
      path: ['onBehalf', 'authorisation', 'reference'],
      message: 'the number of a paper or recording',
    }),
  z.strictObject({
    subject: z.literal('employer'),
    employerAccount: AccountSaid,
    name: line(60),
    items: z
      .strictObject({ 'id-number': DocumentNumber.optional(), phone: Said.optional() } satisfies Record<
        (typeof clerkItems)[number],
        z.ZodType
      >)
      .refine(someItem, oneItem),
  }),
]);

/** Somebody whose identity was verified in a call. `id` names them in queries. */
export const VerifiedView = z.object({
  id: z.uuid(),
  subject: z.enum(subjects),
  /** 刘** or the employer's name. */
  name: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  authorisation: z.enum(authorisationKinds).nullable(),
  at: Instant,
});
export type VerifiedView = z.infer<typeof VerifiedView>;

/** What of identity was checked in a call. */
export const IdentityView = z.object({
  call: z.uuid(),
  failures: z.int(),
  /** Further failures until no account can be had in this call any more. */
  left: z.int(),
  locked: z.boolean(),
  verified: z.array(VerifiedView),
  revision: z.int(),
});
export type IdentityView = z.infer<typeof IdentityView>;
