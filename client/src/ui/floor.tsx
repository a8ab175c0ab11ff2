/** The floor on every screen: the speaker, the phase and the clock. Texts are already translated, and times are in milliseconds. */
import { type ComponentProps, Fragment, type ReactNode, type RefObject, useId } from 'react'
import { classNames } from './class-names.ts'
import { Clock } from './clock.tsx'
import styles from './floor.module.css'
import { type FloorLayout, type FloorPart, type FloorPlace, findTextSize } from './floor-layouts.ts'
import type { IconName } from './icon-paths.ts'
import { NameMark } from './name-mark.tsx'
import { PhaseLabel, type PhaseName } from './phase-label.tsx'
import { TimeBar } from './time-bar.tsx'
import { takesFocus } from './use-kept-focus.ts'
import { Name, Written } from './written.tsx'

export type FloorProps = {
  phase: PhaseName | 'empty'
  /** The phase as text. Absent while nobody has the floor. */
  phaseText?: ReactNode
  phaseIcon?: IconName | undefined
  /** "Now speaking": the heading of the block. */
  eyebrow?: ReactNode
  /** The speaker, or the question that is being answered. */
  who?: ReactNode
  /** A note after the name, such as "To be confirmed". */
  mark?: string | undefined
  /** A question is smaller and has its own direction. A sentence is one of the page, such as that nobody has the floor. */
  whoIs?: 'name' | 'question' | 'sentence' | undefined
  /** Group, channel, speaker, one element each. */
  sub?: ReactNode
  /** Absent while no clock runs. */
  clock?: { left: number; label: string; isApproximate?: boolean | undefined } | undefined
  /** "left of 3:00". */
  limitText?: ReactNode
  /** "started 12:07". */
  startText?: ReactNode
  /** The used part of the limit, and where the warnings begin. All numbers are from 0 to 1. */
  bar?: { used: number; notches?: readonly number[] } | undefined
}

/** The parts that only some pages have. */
type FloorExtras = {
  /** The name of a block without a heading. */
  label?: string
  /** A box of a fixed size, whose text is made smaller until it fits. */
  box?: RefObject<HTMLElement | null>
  /** The text whose length decides the size. Absent: who has the floor. */
  sizedBy?: string
  /** One more line below the others. */
  more?: ReactNode
  /** "Please conclude" or another cue, in place of the name, never of the clock. */
  cue?: ReactNode
  /** In place of the clock. */
  notice?: ReactNode
  /** Next to the heading. */
  corner?: ReactNode
  /** The text that the speaker reads out. It takes the space, and the clock is in one line above it. */
  text?: ReactNode
  /** The content below the rest. */
  children?: ReactNode
}

export const Floor = ({ layout, label, box, sizedBy, ...props }: FloorProps & FloorExtras & { layout: FloorLayout }) => {
  const { phase, who, mark, whoIs = 'name', sub, clock, limitText, startText, bar } = props
  const id = useId()
  const { sheet, places, bounds, heading: Heading = 'h2', longClock, isFixed, isInside } = layout
  const look = (part: string) => classNames(styles[part], sheet[part])
  const textOfSize = sizedBy ?? (mark === undefined ? who : `${who} · ${mark}`)
  const size =
    typeof textOfSize === 'string'
      ? findTextSize(textOfSize, bounds?.[whoIs === 'question' ? 'question' : 'name'], bounds?.isWide, bounds?.word)
      : undefined
  const digits = clock && <Clock {...clock} className={look('clock')} longClassName={look('longClock')} longFrom={longClock} />
  const notice = props.notice && <p className={look('notice')}>{props.notice}</p>
  const isShown = (...texts: readonly ReactNode[]) => isFixed === true || texts.some((text) => text !== undefined)
  const parts: Readonly<Record<FloorPart, ReactNode>> = {
    heading: (
      <Heading
        id={id}
        className={classNames(Heading === 'h2' && 'eyebrow', look('heading'))}
        {...(Heading === 'h1' && !isInside ? takesFocus : {})}
      >
        {props.eyebrow}
      </Heading>
    ),
    phase: (
      <PhaseLabel phase={phase} icon={props.phaseIcon} className={look('phase')}>
        {props.phaseText}
      </PhaseLabel>
    ),
    who: who === undefined ? null : <FloorWho who={who} mark={mark} whoIs={whoIs} className={look('who')} />,
    sub: isShown(sub) ? <p className={look('sub')}>{sub}</p> : null,
    more: props.more === undefined ? null : <p className={look('sub')}>{props.more}</p>,
    cue: props.cue === undefined ? null : <div className={look('cue')}>{props.cue}</div>,
    time: (
      <div className={look('time')} data-box={isFixed ? 'clock' : undefined}>
        {notice ?? digits}
      </div>
    ),
    clock: digits,
    notice,
    of: isShown(limitText, startText) ? (
      <p className={look('of')}>
        <span>{limitText}</span>
        <span>{startText}</span>
      </p>
    ) : null,
    corner: props.corner,
    text: props.text === undefined ? null : <div className={look('text')}>{props.text}</div>,
    bar: bar === undefined ? isFixed ? <span /> : null : <TimeBar {...bar} className={look('bar')} />,
    thumb: (
      <div className={look('thumb')} data-thumb="">
        {props.children}
      </div>
    ),
    children: props.children,
  }
  const draw = (place: FloorPlace): ReactNode => {
    if (typeof place === 'string') return <Fragment key={place}>{parts[place]}</Fragment>
    const [group, within] = place
    return (
      <div key={group} className={look(group)}>
        {within.map(draw)}
      </div>
    )
  }
  const block = {
    className: look(layout.name),
    'aria-label': label,
    'aria-labelledby': label === undefined ? id : undefined,
    'data-part': 'floor',
    'data-size': size,
    'data-who': whoIs,
    children: places.map(draw),
  }
  return isInside ? <section ref={box} data-column={box && ''} {...block} /> : <FloorFrame ref={box} phase={phase} {...block} />
}

type FloorWhoProps = Required<Pick<FloorProps, 'who' | 'whoIs'>> & Pick<FloorProps, 'mark'> & { className: string }

const FloorWho = ({ who, mark, whoIs, className }: FloorWhoProps) =>
  whoIs === 'question' ? (
    <Written className={className}>
      {who}
      <NameMark>{mark}</NameMark>
    </Written>
  ) : (
    <p className={className}>
      {whoIs === 'name' ? <Name>{who}</Name> : who}
      <NameMark>{mark}</NameMark>
    </p>
  )

type FloorFrameProps = ComponentProps<'section'> & { phase: PhaseName | 'empty' }

/** The deep-blue block that shows who has the floor, on every device. */
export const FloorFrame = ({ phase, className, ...rest }: FloorFrameProps) => (
  <section {...rest} className={classNames('on-floor', styles.frame, className)} data-phase={phase} />
)
