import type { ReactNode } from 'react';
import { identitySpans } from '../../components/identity-spans.ts';
import { useLocalNow, useModel, useSay, useTheme } from '../../components/session-context.tsx';
import { Spans } from '../../components/spans.tsx';
import { tabSpans } from '../../components/tab-spans.ts';
import type { RevealedField } from '../../state/accounts/account-desk.ts';
import { type Tab, tabsOf } from '../../state/accounts/tabs.ts';
import { type AccountView, verifiedIn } from '../../state/accounts/verified.ts';
import { apartFromWriting } from '../../state/selectors.ts';
import { capitalised } from '../../text/capitalised.ts';
import { shown } from '../../text/styled-line.ts';
import { timeOfDay } from '../../text/time.ts';

/** A field in full, and how long it stays. */
function Revealed({ reveal, width }: { reveal: RevealedField; width: number }): ReactNode {
  const now = useLocalNow();
  const theme = useTheme();
  const say = useSay();
  const seconds = Math.max(0, Math.ceil((reveal.until - now) / 1000));
  return (
    <Spans
      left={[
        { text: `${capitalised(say(`reveal.${reveal.field}`))} `, style: theme.label },
        { text: shown(reveal.value), style: theme.strong },
        { text: `  ${say('call.phone.left', { seconds })}`, style: theme.warn },
      ]}
      width={width}
    />
  );
}

/** Whose account it is, since when that is known, and what of it is shown in full now. */
export function IdentityStrip({ view, width }: { view: AccountView; width: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const theme = useTheme();
  const say = useSay();
  const verified = verifiedIn(model, view.call);
  const at = verified.findIndex(({ id }) => id === view.person.id);
  if (view.desk.reveal) return <Revealed reveal={view.desk.reveal} width={width} />;
  return (
    <Spans
      left={[
        ...identitySpans(model, width, theme, say),
        { text: `  ${timeOfDay(view.person.at).slice(0, 5)}`, style: theme.quiet },
      ]}
      right={
        verified.length > 1
          ? [{ text: say('accounts.people', { at: at + 1, count: verified.length }), style: theme.quiet }]
          : []
      }
      width={width}
    />
  );
}

/** What can be looked at of the account. */
export function TabStrip({ view, width }: { view: AccountView; width: number }): ReactNode {
  const theme = useTheme();
  const say = useSay();
  const tabs: readonly Tab[] = tabsOf(view.person.subject);
  const names = tabs.map((tab) => say(`accounts.tab.${tab}`));
  return <Spans left={tabSpans(names, tabs.indexOf(view.tab), width, theme)} width={width} />;
}
