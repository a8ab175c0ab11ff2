/** Everything that people choose or write: fields, buttons, lists of choices. */
import { Button, ButtonLink } from '@rostrum/client/ui/button.tsx'
import { CheckRow } from '@rostrum/client/ui/check-row.tsx'
import { ChoiceCards } from '@rostrum/client/ui/choice-cards.tsx'
import { ChoiceList } from '@rostrum/client/ui/choice-list.tsx'
import { ChoicePills } from '@rostrum/client/ui/choice-pills.tsx'
import { ComboField } from '@rostrum/client/ui/combo-field.tsx'
import { SelectField, TextField } from '@rostrum/client/ui/field.tsx'
import { FileButton } from '@rostrum/client/ui/file-button.tsx'
import { FormError } from '@rostrum/client/ui/form-error.tsx'
import { LanguageSelect } from '@rostrum/client/ui/language-select.tsx'
import { MenuButton } from '@rostrum/client/ui/menu.tsx'
import { NextAction } from '@rostrum/client/ui/next-action.tsx'
import { PopoverButton } from '@rostrum/client/ui/popover.tsx'
import { PrimaryButton } from '@rostrum/client/ui/primary-button.tsx'
import { RadioGroup } from '@rostrum/client/ui/radio-group.tsx'
import { RefusalText } from '@rostrum/client/ui/refusal-text.tsx'
import { SegmentedControl } from '@rostrum/client/ui/segmented-control.tsx'
import { SkipButton } from '@rostrum/client/ui/skip-button.tsx'
import { SupportButton } from '@rostrum/client/ui/support-button.tsx'
import { TabPanel, Tabs } from '@rostrum/client/ui/tabs.tsx'
import { TextArea } from '@rostrum/client/ui/text-area.tsx'
import { ThemeButton } from '@rostrum/client/ui/theme-button.tsx'
import type { Examples } from './example.ts'
import { ignore, Kept } from './kept.tsx'

const places = [
  { value: 'room', label: 'In the room', note: 'At a microphone' },
  { value: 'remote', label: 'Remotely', note: 'In the online meeting' },
] as const
type Place = (typeof places)[number]['value']
const chooses = (value: Place | null, onChange: (value: Place) => void) => ({ options: places, value, onChange, label: 'Where are you?' })
const rules = [
  { id: 'received', name: 'Order received' },
  { id: 'rotate', name: 'Rotation of groups' },
]

export const choices: Examples = {
  button: {
    plain: <Button onClick={ignore}>Pause</Button>,
    primary: (
      <Button look="primary" icon="check" onClick={ignore}>
        Open the session
      </Button>
    ),
    quiet: (
      <Button look="quiet" onClick={ignore}>
        Cancel
      </Button>
    ),
    danger: (
      <Button look="danger" onClick={ignore}>
        Delete
      </Button>
    ),
    disabled: (
      <Button disabled onClick={ignore}>
        Pause
      </Button>
    ),
    link: <ButtonLink href="#button">Record</ButtonLink>,
  },
  'check-row': {
    off: (
      <Kept from={false}>
        {(checked, set) => <CheckRow label="Public version" note="Without notes" checked={checked} onChange={set} />}
      </Kept>
    ),
    disabled: <CheckRow label="Public version" checked disabled onChange={ignore} />,
  },
  'choice-cards': { two: <Kept<Place | null> from="room">{(value, set) => <ChoiceCards {...chooses(value, set)} />}</Kept> },
  'choice-list': { two: <Kept<Place | null> from={null}>{(value, set) => <ChoiceList {...chooses(value, set)} />}</Kept> },
  'choice-pills': { two: <Kept<Place | null> from="remote">{(value, set) => <ChoicePills {...chooses(value, set)} />}</Kept> },
  'combo-field': {
    empty: (
      <Kept from="">
        {(value, set) => <ComboField label="Organization" value={value} onChange={set} onChoose={ignore} options={rules} />}
      </Kept>
    ),
  },
  field: {
    text: (
      <Kept from="Open consultation">
        {(value, set) => <TextField label="Title" value={value} onChange={set} hint="Up to 160 characters" />}
      </Kept>
    ),
    wrong: <TextField label="Title" value="" onChange={ignore} error="Write a title." />,
    choice: (
      <Kept from="received">
        {(value, set) => (
          <SelectField label="Order" value={value} onChange={set} options={rules.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
      </Kept>
    ),
  },
  'file-button': {
    plain: (
      <FileButton accept=".csv" onFile={ignore}>
        Choose a list
      </FileButton>
    ),
  },
  'form-error': { error: <FormError>Two fields are not complete.</FormError> },
  'language-select': {
    English: (
      <LanguageSelect
        label="Language"
        short="EN"
        value="en"
        languages={[
          { id: 'en', name: 'English' },
          { id: 'fr', name: 'Français' },
        ]}
        onChange={ignore}
      />
    ),
  },
  menu: {
    closed: (
      <MenuButton
        label="More actions"
        text="More"
        options={[
          { id: 'hold', label: 'Put on hold' },
          { id: 'remove', label: 'Remove', danger: true },
        ]}
        onAction={ignore}
      />
    ),
  },
  'next-action': {
    call: <NextAction means="" verb="Call next speaker" object="Permanent mission, in the room" icon="next" onPress={ignore} />,
    sending: <NextAction means="" verb="Call next speaker" icon="next" sending onPress={ignore} />,
    disabled: <NextAction means="" verb="Call next speaker" object="Nobody waits" icon="next" disabled onPress={ignore} />,
  },
  popover: {
    closed: (
      <PopoverButton text="Limits" title="Speaking time">
        {() => 'Three minutes for everyone'}
      </PopoverButton>
    ),
  },
  'primary-button': {
    accent: (
      <PrimaryButton icon="hand" onPress={ignore}>
        Request the floor
      </PrimaryButton>
    ),
    waiting: (
      <PrimaryButton look="wait" onPress={ignore}>
        Waiting for the network
      </PrimaryButton>
    ),
  },
  'radio-group': {
    two: (
      <Kept<Place | null> from="room">
        {(value, set) => (
          <RadioGroup {...chooses(value, set)} renderOption={({ label }, chosen) => <span>{chosen ? <b>{label}</b> : label}</span>} />
        )}
      </Kept>
    ),
  },
  'refusal-text': { refused: <RefusalText text="The list of speakers is closed." /> },
  'segmented-control': { two: <Kept<Place | null> from="room">{(value, set) => <SegmentedControl {...chooses(value, set)} />}</Kept> },
  'skip-button': {
    'seen once the keyboard reaches it': (
      <>
        <SkipButton to="#main">Skip to main content</SkipButton>
        <p>Press the tab key here.</p>
      </>
    ),
  },
  'support-button': {
    free: <SupportButton count="31" label="Support question 9, 31 supporters" pressed={false} onPress={ignore} />,
    pressed: <SupportButton count="32" label="Support question 9, 32 supporters" pressed onPress={ignore} />,
  },
  tabs: {
    two: (
      <Kept<'floor' | 'questions'> from="floor">
        {(current, set) => (
          <>
            <Tabs
              name="example"
              label="Parts"
              tabs={[
                { id: 'floor', label: 'Floor' },
                { id: 'questions', label: 'Questions', count: 3 },
              ]}
              current={current}
              onChange={set}
            />
            <TabPanel name="example" id={current}>
              The panel
            </TabPanel>
          </>
        )}
      </Kept>
    ),
  },
  'text-area': {
    counted: (
      <Kept from="What has not worked?">
        {(value, set) => (
          <TextArea label="Question" value={value} onChange={set} count={{ limit: 500, format: (used) => `${used} of 500` }} />
        )}
      </Kept>
    ),
  },
  'theme-button': { light: <ThemeButton label="Theme" /> },
}
