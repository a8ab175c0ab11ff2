/** Lines of captions as text: the last two, or all of them with their speakers. */
import type { CaptionedTurn, CaptionLine } from '@rostrum/shared/protocol/captions'
import { Fragment, useLayoutEffect, useRef } from 'react'
import { useCaptionStore } from '../../../session/caption-store.ts'
import { formatSpokenIn } from '../../../text/language-name.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import styles from './captions.module.css'

/** `older`: the look of the line before the newest. */
export const LastLines = ({ lines, older = styles.said }: { lines: readonly CaptionLine[]; older?: string | undefined }) => {
  const language = useCaptionStore((store) => store.language)
  return lines.slice(-2).map(({ id, text }, index, shown) => (
    <Written key={id} className={index < shown.length - 1 ? older : undefined} lang={language ?? undefined}>
      {text}
    </Written>
  ))
}

/** Follows new lines while the reader is at the end. Otherwise it stays where the reader has scrolled to. */
export const Transcript = ({
  lines,
  label,
  className,
}: {
  lines: readonly CaptionLine[]
  label: string
  className: string | undefined
}) => {
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line moves the end
  useLayoutEffect(() => {
    if (isAtEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [lines])
  return (
    <div
      ref={box}
      role="log"
      aria-live="off"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
      tabIndex={0}
      className={className}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 24
      }}
    >
      <CaptionText lines={lines} />
    </div>
  )
}

/** Each turn has a heading with its speaker and language. `isPage`: no line is marked as the newest. */
export const CaptionText = ({ lines, isPage = false }: { lines: readonly CaptionLine[]; isPage?: boolean }) => {
  const language = useCaptionStore((store) => store.language)
  return lines.map(({ id, text, turn }, index) => (
    <Fragment key={id}>
      {turn !== null && turn.id !== lines[index - 1]?.turn?.id ? <SpokenBy turn={turn} /> : null}
      <Written className={!isPage && index < lines.length - 1 ? styles.said : undefined} lang={language ?? undefined}>
        {text}
      </Written>
    </Fragment>
  ))
}

const SpokenBy = ({ turn: { who, language: spoken } }: { turn: CaptionedTurn }) => {
  const { t, language } = useAskedText()
  const name = who ?? t('give.panel')
  const spokenIn = formatSpokenIn(t, language.id, spoken ?? undefined)
  return (
    <p className={styles.by}>
      <Name>{name}</Name>
      {spokenIn === null ? null : <span>{spokenIn}</span>}
    </p>
  )
}
