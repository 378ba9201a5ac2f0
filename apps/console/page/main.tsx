import '@mantine/core/styles.css';
import './app/page.css';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { printInLight } from './app/paper';
import { router } from './app/router';
import { legible, theme } from './app/theme';
import { Speaking } from './language/speaking';
import { speak, speech } from './language/speech';
import { session } from './sign-in/session';
import { keepOnDevice } from './worker/register';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
// By this name the lock of the scroll bar, deep inside of dialogs, finds the nonce of its style.
Object.assign(globalThis, { __webpack_nonce__: nonce });

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no root.');
  await speak(speech.get().language);
  printInLight();
  session.state.subscribe(() => void router.invalidate());
  createRoot(root).render(
    <StrictMode>
      <Speaking>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={legible}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <RouterProvider router={router} />
        </MantineProvider>
      </Speaking>
    </StrictMode>,
  );
}

void start().then(keepOnDevice);
