import { type ReactNode, useEffect } from 'react';
import { Frame, frameColumns } from '../../components/frame.tsx';
import { identitySpans } from '../../components/identity-spans.ts';
import { useModel, useSay, useSession, useTheme } from '../../components/session-context.tsx';
import { Lines, Spans } from '../../components/spans.tsx';
import { arriveAtAccounts } from '../../state/accounts/open.ts';
import { accountCall, accountView, isLocked, isTalking } from '../../state/accounts/verified.ts';
import { apartFromWriting } from '../../state/selectors.ts';
import { wrap } from '../../text/width.ts';
import { AccountPanel } from './account-panel.tsx';

/** The caller's account beside their call, to look at: what F5 showed last of it, or what it takes to see it. */
export function AccountAside({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(apartFromWriting);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const view = accountView(model);
  const call = accountCall(model)?.id;
  // Who was verified before this program was started, too.
  useEffect(() => {
    if (call !== undefined) arriveAtAccounts(session);
  }, [session, call]);
  if (view) {
    const none = { over: undefined, overRows: 0, rest: undefined, below: undefined };
    return <AccountPanel view={view} width={width} height={height} {...none} aside />;
  }
  const inner = width - frameColumns;
  const locked = isLocked(model);
  const hint =
    call === undefined ? say('accounts.aside.none') : isTalking(model) && !locked ? say('accounts.aside.verify') : '';
  return (
    <Frame width={width} height={height} title={say('accounts.title')}>
      {hint === '' ? (
        <Spans left={identitySpans(model, inner, theme, say)} width={inner} />
      ) : (
        <Lines lines={wrap(hint, inner).map(({ text }) => [{ text, style: theme.quiet }])} width={inner} />
      )}
    </Frame>
  );
}
