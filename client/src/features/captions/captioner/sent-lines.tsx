/** The lines of the track, the newest at the foot, and the lines that wait to be sent. A recent line can be corrected. */

import type { TrackPage } from '@rostrum/shared/api/captions'
import { captionCorrectableMs } from '@rostrum/shared/contract/lengths'
import { readLineId } from '@rostrum/shared/protocol/caption-line-id'
import { useLayoutEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Written } from '../../../ui/written.tsx'
import styles from './captioner.module.css'
import type { WaitingLine } from './use-track.ts'

type SentLine = TrackPage['lines'][number]

/** A little less than the server allows, so that no correction comes too late. */
const correctableMs = captionCorrectableMs - 10_000
/** Only lines with the count of the newest line can be corrected. */
export const isCorrectable = (line: SentLine, { lines, now }: Pick<TrackPage, 'lines' | 'now'>): boolean =>
  now - line.at < correctableMs && readLineId(line.id).run === readLineId(lines.at(-1)?.id ?? '').run

type SentLinesProps = {
  page: TrackPage
  waiting: readonly WaitingLine[]
  corrected: ReadonlySet<number>
  onCorrect: (line: { readonly seq: number; readonly text: string }) => void
}

export const SentLines = ({ page, waiting, corrected, onCorrect }: SentLinesProps) => {
  const { t } = useText()
  const box = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line moves the end
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [page.lines.at(-1)?.id, waiting.length])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
    <ol ref={box} className={styles.lines} aria-label={t('captioner.sent')} tabIndex={0}>
      {page.lines.map((line) => (
        <li key={line.id}>
          <span className="num">{line.seq}</span>
          <Written lang={page.language}>{line.text}</Written>
          {corrected.has(line.seq) ? (
            <Chip>{t('captioner.corrected')}</Chip>
          ) : isCorrectable(line, page) ? (
            <Button look="quiet" size="inline" onClick={() => onCorrect(line)}>
              {t('captioner.correct')}
              <span className="sr"> {line.seq}</span>
            </Button>
          ) : (
            <span />
          )}
        </li>
      ))}
      {waiting.map(({ seq, at, text }) => (
        <li key={`${seq} ${at}`}>
          <span className="num">{seq}</span>
          <Written lang={page.language}>{text}</Written>
          <Chip tone="warn">{t('captioner.waiting')}</Chip>
        </li>
      ))}
    </ol>
  )
}
