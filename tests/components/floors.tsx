/** Who has the floor, on each screen. */
import { Button } from '@rostrum/client/ui/button.tsx'
import { Clock } from '@rostrum/client/ui/clock.tsx'
import { CueCard } from '@rostrum/client/ui/cue-card.tsx'
import { DisplayFrame } from '@rostrum/client/ui/display-frame.tsx'
import { FloorAct } from '@rostrum/client/ui/floor-act.tsx'
import { FloorChair } from '@rostrum/client/ui/floor-chair.tsx'
import { FloorCompact } from '@rostrum/client/ui/floor-compact.tsx'
import { FloorDisplay } from '@rostrum/client/ui/floor-display.tsx'
import { FloorFrame, FloorWho } from '@rostrum/client/ui/floor-frame.tsx'
import { FloorOverlay } from '@rostrum/client/ui/floor-overlay.tsx'
import { FloorOwnTurn } from '@rostrum/client/ui/floor-own-turn.tsx'
import { FloorPhone } from '@rostrum/client/ui/floor-phone.tsx'
import { FloorRemote } from '@rostrum/client/ui/floor-remote.tsx'
import { PhaseLabel } from '@rostrum/client/ui/phase-label.tsx'
import { PrimaryButton } from '@rostrum/client/ui/primary-button.tsx'
import { TimeBar } from '@rostrum/client/ui/time-bar.tsx'
import type { ReactNode } from 'react'
import type { Examples } from './example.ts'
import { ignore, Kept } from './kept.tsx'

const speaking = {
  phase: 'speak',
  phaseText: 'Speaking',
  eyebrow: 'Now speaking',
  who: 'Permanent mission to the United Nations',
  sub: 'Governments',
  clock: { left: 102_000, label: 'Time left' },
  limitText: 'left of 3:00',
  startText: 'started 12:07',
  bar: { used: 0.43, notches: [0.67, 0.9] },
} as const
const over = { ...speaking, phase: 'over', phaseText: 'Over time', clock: { left: -14_000, label: 'Over time' }, bar: { used: 1 } } as const
const question = {
  ...speaking,
  eyebrow: 'Question 9',
  who: 'What has not worked, and what should be tried next?',
  isQuestion: true,
} as const
const empty = { phase: 'empty', eyebrow: 'The floor', who: 'Nobody has the floor' } as const

/** Its colours are those of the frame around it. */
const OnScreen = ({ children }: { children: ReactNode }) => (
  <FloorFrame phase="speak" aria-label="The room screen">
    {children}
  </FloorFrame>
)

export const floors: Examples = {
  clock: {
    'time left': <Clock left={102_000} label="Time left" />,
    'over time': <Clock left={-14_000} label="Over time" />,
    'not sure of the time': <Clock left={102_000} label="Time left" isApproximate />,
  },
  'cue-card': {
    'on a page': <CueCard texts={['Please conclude']} on="page" />,
    'two on the floor': <CueCard texts={['One minute left', 'Slower, please']} on="floor" />,
  },
  'display-frame': {
    // It sets the colour and the size of the whole page.
    'shown by a button': (
      <Kept from={false}>
        {(shown, set) => (
          <>
            <Button onClick={() => set(!shown)}>Show the frame of the room screen</Button>
            {shown ? (
              <DisplayFrame phase="speak" label="The floor">
                A block of the room screen
              </DisplayFrame>
            ) : null}
          </>
        )}
      </Kept>
    ),
  },
  'floor-act': { speaking: <FloorAct {...speaking} />, question: <FloorAct {...question} />, empty: <FloorAct {...empty} /> },
  'floor-chair': { speaking: <FloorChair {...speaking} />, 'over time': <FloorChair {...over} />, empty: <FloorChair {...empty} /> },
  'floor-compact': {
    speaking: <FloorCompact {...speaking} label="The floor" next={{ text: 'then', who: 'University research centre' }} />,
  },
  'floor-display': {
    speaking: (
      <OnScreen>
        <FloorDisplay {...speaking} />
      </OnScreen>
    ),
    'please conclude': (
      <OnScreen>
        <FloorDisplay {...over} concludeText="Please conclude" />
      </OnScreen>
    ),
    question: (
      <OnScreen>
        <FloorDisplay {...question} more="Supported by 31 in 4 of 5 groups" />
      </OnScreen>
    ),
  },
  'floor-frame': {
    frame: (
      <FloorFrame phase="speak" aria-label="The floor">
        <FloorWho phase="speak" who="Permanent mission" className={undefined} />
      </FloorFrame>
    ),
  },
  'floor-overlay': {
    speaking: <FloorOverlay {...speaking} hasWho hasClock />,
    'clock alone': <FloorOverlay {...speaking} hasWho={false} hasClock />,
  },
  'floor-own-turn': {
    speaking: (
      <FloorOwnTurn {...speaking}>
        <PrimaryButton look="floor" onPress={ignore}>
          I have finished
        </PrimaryButton>
      </FloorOwnTurn>
    ),
    'with a cue': <FloorOwnTurn {...speaking} cue="Please conclude" />,
  },
  'floor-phone': { speaking: <FloorPhone {...speaking} />, empty: <FloorPhone {...empty} /> },
  'floor-remote': { speaking: <FloorRemote {...speaking} />, question: <FloorRemote {...question} /> },
  'phase-label': {
    ready: <PhaseLabel phase="ready">Called</PhaseLabel>,
    last: <PhaseLabel phase="last">Last minute</PhaseLabel>,
    over: <PhaseLabel phase="over">Over time</PhaseLabel>,
    paused: <PhaseLabel phase="paused">Paused</PhaseLabel>,
  },
  'time-bar': { half: <TimeBar used={0.5} notches={[0.67, 0.9]} />, full: <TimeBar used={1} /> },
}
