import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconSunMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
    <Choice label={text('shell.language')} icon={<IconLanguage size={20} aria-hidden />}>
      <Menu.RadioGroup
        value={language}
        onChange={(chosen) => {
          const known = LANGUAGES.find(({ code }) => code === chosen);
          if (known) void speak(known.code);
        }}
      >
        {LANGUAGES.map(({ code, name }) => (
          <Menu.RadioItem key={code} value={code} lang={code} dir="auto" closeMenuOnClick>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Choice>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;
const nameOf = { auto: 'shell.coloursAuto', light: 'shell.coloursLight', dark: 'shell.coloursDark' } as const;

function ColourMenu() {
  const text = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Choice label={text('shell.colours')} icon={<IconSunMoon size={20} aria-hidden />}>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(chosen) => {
          const known = schemes.find((scheme) => scheme === chosen);
          if (known) setColorScheme(known);
        }}
      >
        {schemes.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
            {text(nameOf[scheme])}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Choice>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Choice({ label, icon, children }: ChoiceProps) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label}>
          {icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
