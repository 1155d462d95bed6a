import { HubError, NotAHub } from '../../client/hub-error.ts';
import { refusalText } from '../state/asked.ts';
import type { FormSpec } from './form-spec.ts';

/** Which hub, and who. */
export const signInForm: FormSpec = {
  kind: 'sign-in',
  title: 'form.sign-in.title',
  go: 'form.sign-in.go',
  fields: () => [
    {
      type: 'text',
      id: 'url',
      label: 'form.url',
      hint: 'form.url.hint',
      max: 200,
      rows: 1,
      initial: 'http://127.0.0.1:7345',
    },
    { type: 'text', id: 'token', label: 'form.token', hint: 'form.token.hint', max: 200, rows: 1, secret: true },
  ],
  submit: async (session, { url = '', token = '' }) => {
    const { say } = session;
    if (!URL.canParse(url)) return { state: 'refused', text: say('sign-in.url') };
    try {
      await session.signIn(url, token);
      return { state: 'done' };
    } catch (error) {
      if (error instanceof HubError) return { state: 'refused', text: refusalText(error, '', say) };
      return { state: 'away', text: say(error instanceof NotAHub ? 'sign-in.not-a-hub' : 'sign-in.away', { url }) };
    }
  },
};
