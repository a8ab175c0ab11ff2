/** Lines of captions as text: the last ones, or all of them with their speakers. */
import type { CaptionedTurn, CaptionLine } from '@rostrum/shared/protocol/captions'
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCaptionStore } from '../../../session/caption-store.ts'
import { formatEntity } from '../../../text/labels.ts'
import { formatSpokenIn } from '../../../text/language-name.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name, Written } from '../../../ui/written.tsx'
import styles from './captions.module.css'

type LastLinesProps = { lines: readonly CaptionLine[]; count?: number; older?: string | undefined }

/** `count`: how many lines. `older`: the look of those before the newest. */
export const LastLines = ({ lines, count = 2, older = styles.said }: LastLinesProps) => {
  const language = useCaptionStore((store) => store.language)
  return lines.slice(-count).map(({ id, text }, index, shown) => (
    <Written key={id} className={index < shown.length - 1 ? older : undefined} lang={language ?? undefined}>
      {text}
    </Written>
  ))
}

/** Follows new lines until the reader scrolls away from the end, and again once they are back at it. */
export const Transcript = ({
  lines,
  label,
  className,
}: {
  lines: readonly CaptionLine[]
  label: string
  className: string | undefined
}) => {
  const { t } = useAskedText()
  const box = useRef<HTMLDivElement>(null)
  const [isAway, setAway] = useState(false)
  const follows = useRef(true)
  follows.current = !isAway
  const known = useRef('')
  const settle = () => {
    if (box.current === null) return
    if (follows.current) box.current.scrollTop = box.current.scrollHeight
    known.current = describeSize(box.current)
  }
  useLayoutEffect(settle)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads only what is current
  useEffect(() => {
    const observer = new ResizeObserver(settle)
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
        tabIndex={0}
        className={className}
        onScroll={({ currentTarget: scrolled }) => {
          // A phone that is turned scrolls the box too. Only the reader may leave the end.
          if (describeSize(scrolled) !== known.current) settle()
          else setAway(scrolled.scrollHeight - scrolled.scrollTop - scrolled.clientHeight >= 24)
        }}
      >
        <CaptionText lines={lines} />
      </div>
      {isAway ? (
        <div className={styles.turning}>
          <Button
            onClick={() => {
              setAway(false)
              box.current?.focus()
            }}
          >
            {t('captions.newestLine')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const describeSize = ({ scrollHeight, clientHeight, clientWidth }: HTMLElement): string => [scrollHeight, clientHeight, clientWidth].join()

/**
 * Each turn has a heading with its speaker and language. The words after a turn have one too, so that nobody takes a ruling of the Chair for
 * words of the speaker before. `isPage`: no line is marked as the newest.
 */
export const CaptionText = ({ lines, isPage = false }: { lines: readonly CaptionLine[]; isPage?: boolean }) => {
  const language = useCaptionStore((store) => store.language)
  return lines.map(({ id, text, turn }, index) => (
    <Fragment key={id}>
      <CaptionHeading turn={turn} before={lines[index - 1]?.turn ?? null} />
      <Written className={!isPage && index < lines.length - 1 ? styles.said : undefined} lang={language ?? undefined}>
        {text}
      </Written>
    </Fragment>
  ))
}

const CaptionHeading = ({ turn, before }: { turn: CaptionedTurn | null; before: CaptionedTurn | null }) => {
  const { t } = useAskedText()
  if (turn?.id === before?.id) return null
  return turn === null ? <p className={styles.by}>{t('captions.between')}</p> : <SpokenBy turn={turn} />
}

const SpokenBy = ({ turn: { who, toConfirm, language: spoken } }: { turn: CaptionedTurn }) => {
  const { t, language } = useAskedText()
  const name = who === null ? t('give.panel') : formatEntity(t, { entity: who, toConfirm })
  const spokenIn = formatSpokenIn(t, language.id, spoken ?? undefined)
  return (
    <p className={styles.by}>
      <Name>{name}</Name>
      {spokenIn === null ? null : <span>{spokenIn}</span>}
    </p>
  )
}
