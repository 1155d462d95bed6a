import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useModel } from '../components/session-context.tsx';
import { FormPanel } from '../panels/form-panel.tsx';
import { PalettePanel } from '../panels/palette-panel.tsx';
import { ConfirmPanel } from '../panels/small-panels.tsx';
import { apartFromWriting } from '../state/selectors.ts';

const formWidth = 72;
const formHeight = 8;

/** Which hub, and who; for a seat that is not signed in. */
export function SignInScreen({ width, height }: { width: number; height: number }): ReactNode {
  const { overlay } = useModel(apartFromWriting);
  const size = {
    width: Math.min(formWidth, width),
    height: Math.min(overlay?.kind === 'palette' ? 14 : formHeight, height),
  };
  return (
    <Box width={width} height={height} justifyContent="center" alignItems="center">
      {overlay?.kind === 'confirm' ? (
        <ConfirmPanel {...size} />
      ) : overlay?.kind === 'palette' ? (
        <PalettePanel {...size} />
      ) : (
        <FormPanel {...size} />
      )}
    </Box>
  );
}
