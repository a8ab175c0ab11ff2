/** The floor on each screen. */
import { Button } from '@rostrum/client/ui/button.tsx'
import { Clock } from '@rostrum/client/ui/clock.tsx'
import { CueCard } from '@rostrum/client/ui/cue-card.tsx'
import { DisplayFrame } from '@rostrum/client/ui/display-frame.tsx'
import { Floor, FloorFrame } from '@rostrum/client/ui/floor.tsx'
import * as layouts from '@rostrum/client/ui/floor-layouts'
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
  whoIs: 'question',
} as const
const empty = { phase: 'empty', eyebrow: 'The floor', who: 'Nobody has the floor', whoIs: 'sentence' } as const

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
  floor: {
    chair: <Floor layout={layouts.chairFloor} {...speaking} />,
    'chair, question': <Floor layout={layouts.chairFloor} {...question} />,
    'chair, empty': <Floor layout={layouts.chairFloor} {...empty} />,
    panel: <Floor layout={layouts.panelFloor} {...speaking} />,
    'panel, over time': <Floor layout={layouts.panelFloor} {...over} />,
    phone: <Floor layout={layouts.phoneFloor} {...speaking} />,
    'phone, empty': <Floor layout={layouts.phoneFloor} {...empty} />,
    own: (
      <Floor layout={layouts.ownFloor} {...speaking}>
        <PrimaryButton look="floor" onPress={ignore}>
          I have finished
        </PrimaryButton>
      </Floor>
    ),
    'own, with a cue': <Floor layout={layouts.ownFloor} {...speaking} who={undefined} cue="Please conclude" />,
    remote: <Floor layout={layouts.remoteFloor} {...speaking} />,
    'remote, question': <Floor layout={layouts.remoteFloor} {...question} />,
    booth: <Floor layout={layouts.boothFloor} {...speaking} />,
    row: <Floor layout={layouts.rowFloor} {...speaking} label="The floor" />,
    lectern: <Floor layout={layouts.lecternFloor} {...speaking} label="The floor" />,
    captioner: <Floor layout={layouts.captionerFloor} {...speaking} label="The floor" />,
    strip: (
      <OnScreen>
        <Floor layout={layouts.stripFloor} {...speaking} label="The floor" />
      </OnScreen>
    ),
    display: (
      <OnScreen>
        <Floor layout={layouts.displayFloor} {...speaking} />
      </OnScreen>
    ),
    'display, please conclude': (
      <OnScreen>
        <Floor layout={layouts.displayFloor} {...over} notice="Please conclude" />
      </OnScreen>
    ),
    'display, question': (
      <OnScreen>
        <Floor layout={layouts.displayFloor} {...question} more="Supported by 31 in 4 of 5 groups" />
      </OnScreen>
    ),
  },
  'phase-label': {
    ready: <PhaseLabel phase="ready">Called</PhaseLabel>,
    last: <PhaseLabel phase="last">Last minute</PhaseLabel>,
    over: <PhaseLabel phase="over">Over time</PhaseLabel>,
    paused: <PhaseLabel phase="paused">Paused</PhaseLabel>,
  },
  'time-bar': { half: <TimeBar used={0.5} notches={[0.67, 0.9]} />, full: <TimeBar used={1} /> },
}
