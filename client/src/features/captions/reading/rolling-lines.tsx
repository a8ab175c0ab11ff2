/** Captions where nobody scrolls: whole rows that roll up, so slowly that each can be read. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useLayoutEffect, useRef } from 'react'
import { useNow } from '../../../session/hooks.tsx'
import { LastLines } from './caption-lines.tsx'
import { countRows, usualRowMs } from './caption-rows.ts'
import styles from './captions.module.css'

/** More lines than can wait for their rows. */
const kept = 8
const rollEveryMs = 200

type RollingLinesProps = { lines: readonly CaptionLine[]; language: string; rowMs?: number; older?: string | undefined }

/** The box is a whole number of rows high. `rowMs`: how long a row is the last one. `older`: the look of the lines before the newest. */
export const RollingLines = ({ lines, language, rowMs = usualRowMs, older }: RollingLinesProps) => {
  const box = useRef<HTMLDivElement>(null)
  const now = useNow(rollEveryMs)
  // How many rows a line takes depends on the width of the box and on fonts, so it is measured each time.
  useLayoutEffect(() => {
    const area = box.current
    if (area === null) return
    const row = Number.parseFloat(getComputedStyle(area).lineHeight)
    const places = [...area.children].map((line) => Math.round(line.getBoundingClientRect().height / row))
    const shown = lines.slice(-kept).map(({ at }, index) => ({ at, rows: places[index] ?? 0 }))
    const toCome = shown.reduce((total, { rows }) => total + rows, -countRows(shown, now, rowMs))
    // Counted from the lower edge, so that it holds at every height of the box.
    area.style.setProperty('--to-come', `${toCome * row}px`)
  })
  return (
    <div ref={box} className={styles.rolling} lang={language}>
      <LastLines lines={lines} count={kept} older={older} />
    </div>
  )
}
