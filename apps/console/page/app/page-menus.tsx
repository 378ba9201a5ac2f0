import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLanguage, IconSunMoon } from '@tabler/icons-react';
import { LANGUAGES } from '../language/languages';
import { speak } from '../language/speech';
import { useSpeech, useText } from '../language/use-text';

/** Language and colours of the page. */
export function PageMenus() {
  return (
    <>
      <LanguageMenu />
      <ColourMenu />
    </>
  );
}

function LanguageMenu() {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text('shell.language')}>
          <IconLanguage size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ code, name }) => (
          <Chosen key={code} is={code === language} onClick={() => void speak(code)} lang={code}>
            {name}
          </Chosen>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;
const nameOf = { auto: 'shell.coloursAuto', light: 'shell.coloursLight', dark: 'shell.coloursDark' } as const;

function ColourMenu() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text('shell.colours')}>
          <IconSunMoon size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map((scheme) => (
          <Chosen key={scheme} is={scheme === colorScheme} onClick={() => setColorScheme(scheme)}>
            {text(nameOf[scheme])}
          </Chosen>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChosenProps {
  readonly is: boolean;
  readonly onClick: () => void;
  readonly lang?: string;
  readonly children: string;
}

function Chosen({ is, children, ...rest }: ChosenProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={is}
      rightSection={is ? <IconCheck size={16} aria-hidden /> : undefined}
      {...rest}
    >
      {children}
    </Menu.Item>
  );
}
