/** Rows, marks, numbers and codes. */
import { AgendaList } from '@rostrum/client/ui/agenda-list.tsx'
import { AgendaStrip } from '@rostrum/client/ui/agenda-strip.tsx'
import { BalanceBars } from '@rostrum/client/ui/balance-bars.tsx'
import { BoothIcon } from '@rostrum/client/ui/booth-icon.tsx'
import { Card, CardHead } from '@rostrum/client/ui/card.tsx'
import { Chip } from '@rostrum/client/ui/chip.tsx'
import { CopyLink } from '@rostrum/client/ui/copy-link.tsx'
import { DefinitionList } from '@rostrum/client/ui/definition-list.tsx'
import { FirstFit } from '@rostrum/client/ui/first-fit.tsx'
import { FramedList } from '@rostrum/client/ui/framed-list.tsx'
import { GroupMark, GroupSupport } from '@rostrum/client/ui/group-mark.tsx'
import { Icon } from '@rostrum/client/ui/icon.tsx'
import { IconLabel } from '@rostrum/client/ui/icon-label.tsx'
import { LanguageMark } from '@rostrum/client/ui/language-mark.tsx'
import { LanguageName } from '@rostrum/client/ui/language-name.tsx'
import { Logo } from '@rostrum/client/ui/logo.tsx'
import { MaskedQrCode } from '@rostrum/client/ui/masked-qr-code.tsx'
import { AheadList, Checklist, PositionNumber } from '@rostrum/client/ui/my-position.tsx'
import { NameMark } from '@rostrum/client/ui/name-mark.tsx'
import { PlanErrorList } from '@rostrum/client/ui/plan-error-list.tsx'
import { QrCode } from '@rostrum/client/ui/qr-code.tsx'
import { SpeakerRow, TimeLimitLine } from '@rostrum/client/ui/speaker-row.tsx'
import { Written } from '@rostrum/client/ui/written.tsx'
import type { Examples } from './example.ts'
import { ignore } from './kept.tsx'

const link = 'https://rostrum.example.org/j#7KQ4'
const minute = 60_000
const plan = [
  { id: 'opening', title: 'Opening', notes: ['10 min'], from: 0, to: 10 * minute },
  { id: 'topic', title: 'Failures', notes: ['25 min'], from: 10 * minute, to: 35 * minute, current: true },
]

export const lists: Examples = {
  'agenda-list': {
    'three items': (
      <AgendaList
        label="Agenda"
        items={[
          { id: 'a', time: '10:00', title: 'Opening', state: 'done' },
          { id: 'b', time: '10:10', title: 'Failures', note: 'until 10:35', state: 'current' },
          { id: 'c', time: '10:35', title: 'Closing', state: 'ahead' },
        ]}
      />
    ),
  },
  'agenda-strip': {
    'during a topic': (
      <AgendaStrip
        from={0}
        to={40 * minute}
        plan={plan}
        rail={[{ id: 'opening', kind: 'done', from: 0, to: 10 * minute }]}
        sentence="Two minutes late"
        label="Agenda"
        now={14 * minute}
        onPress={ignore}
      />
    ),
  },
  'balance-bars': {
    'two groups': (
      <BalanceBars
        sentence="Governments have had most of the time."
        legend={{ share: 'Share of time', requests: 'Requests' }}
        rows={[
          { id: 'government', name: 'Governments', mark: 'square', share: 0.6, requests: 0.4, value: '60%' },
          { id: 'civil', name: 'Civil society', mark: 'circle', share: 0.4, requests: 0.6, value: '40%' },
        ]}
      />
    ),
  },
  'booth-icon': { slower: <BoothIcon name="slower" />, sound: <BoothIcon name="sound" /> },
  card: {
    'with a head': (
      <Card padded aria-label="Questions">
        <CardHead title="Questions" note="3 wait" />
        What is in it
      </Card>
    ),
  },
  'name-mark': {
    marked: (
      <p>
        Delegation 12<NameMark>To be confirmed</NameMark>
      </p>
    ),
  },
  chip: {
    plain: <Chip>First time</Chip>,
    good: <Chip tone="good">Ready</Chip>,
    warn: <Chip tone="warn">Late</Chip>,
    urgent: <Chip tone="urgent">Point of order</Chip>,
    bad: <Chip tone="bad">Refused</Chip>,
  },
  'copy-link': {
    link: (
      <CopyLink
        link={link}
        text={{ name: 'Link of the room', copy: 'Copy', copied: 'Copied', copiedAnnouncement: 'The link was copied', copyFailed: link }}
      />
    ),
  },
  'definition-list': {
    two: (
      <DefinitionList
        items={[
          { name: 'Role', value: 'Chair' },
          { name: 'Duties', value: 'Floor, questions' },
        ]}
      />
    ),
  },
  'first-fit': {
    'a time': <FirstFit texts={['13:45–13:55, started 13:49', '13:45–13:55', '13:45']} />,
  },
  'framed-list': {
    two: (
      <FramedList>
        <li>Permanent mission</li>
        <li>University research centre</li>
      </FramedList>
    ),
  },
  'group-mark': {
    mark: <GroupMark mark="square">Governments</GroupMark>,
    support: (
      <GroupSupport
        label="Supported in one of two groups"
        groups={[
          { mark: 'square', supports: true },
          { mark: 'circle', supports: false },
        ]}
      />
    ),
  },
  icon: { hand: <Icon name="hand" />, flag: <Icon name="flag" />, mic: <Icon name="mic" /> },
  'icon-label': {
    room: <IconLabel icon="room">In the room</IconLabel>,
    remote: <IconLabel icon="remote">Remote</IconLabel>,
  },
  'language-mark': { French: <LanguageMark tag="FR" name="French" /> },
  'language-name': { same: <LanguageName isOther={false}>English</LanguageName>, other: <LanguageName isOther>Français</LanguageName> },
  logo: { mark: <Logo />, link: <Logo href="#logo" /> },
  'masked-qr-code': { hidden: <MaskedQrCode link={link} text={{ name: 'Join', qr: 'QR code to join', show: 'Show', hide: 'Hide' }} /> },
  'my-position': {
    number: <PositionNumber label="Your position" number="7" suffix="th" wait="about 12 min" window="between 12:10 and 12:20" />,
    ahead: (
      <AheadList
        label="Before you"
        rows={[
          { id: 'a', position: '6', who: 'Library federation' },
          { id: 'me', position: '7', who: 'You', isMe: true },
        ]}
      />
    ),
    checklist: <Checklist items={[{ icon: 'mic', text: 'Your microphone is on' }]} />,
  },
  'plan-error-list': { two: <PlanErrorList details={{ faults: ['segments[0].title: is missing', 'startsAt: is not a time'] }} /> },
  'qr-code': { join: <QrCode value={link} label="QR code to join" /> },
  'speaker-row': {
    rows: (
      <ol>
        <SpeakerRow
          position="1"
          who="Permanent mission"
          mark="square"
          groupAndCause="Governments, first in order"
          channel="In the room"
          next
        />
        <SpeakerRow position="2" who="Library federation" mark="circle" groupAndCause="Civil society" channel="Remote" moved />
        <TimeLimitLine count="2 of 3">The time ends here</TimeLimitLine>
        <SpeakerRow position="3" who="Company" groupAndCause="Private sector" channel="Remote" isAfterLimit />
      </ol>
    ),
  },
  written: { English: <Written>What has not worked?</Written>, Arabic: <Written>ما الذي لم ينجح؟</Written> },
}
