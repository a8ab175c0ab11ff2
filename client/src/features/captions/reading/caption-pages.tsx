/** Captions in pages that wait for their reader, for a braille display or slow reading. Nothing moves until the page is turned. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useMemo, useRef, useState } from 'react'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CaptionText } from './caption-lines.tsx'
import styles from './captions.module.css'

/** The most characters on a page: a few lines on a phone. */
const pageLetters = 240

/** `ends`: the ids of lines after which a page ends, even if there is space left. */
export const splitPages = (lines: readonly CaptionLine[], ends: ReadonlySet<string> = nowhere): readonly (readonly CaptionLine[])[] => {
  const pages: CaptionLine[][] = []
  let letters = 0
  for (const line of lines) {
    const page = pages.at(-1)
    const before = page?.at(-1)
    if (page === undefined || before === undefined || letters + line.text.length > pageLetters || ends.has(before.id)) {
      pages.push([line])
      letters = line.text.length
    } else {
      page.push(line)
      letters += line.text.length
    }
  }
  return pages
}
const nowhere: ReadonlySet<string> = new Set()

export const CaptionPages = ({ lines, className }: { lines: readonly CaptionLine[]; className: string | undefined }) => {
  const { t } = useAskedText()
  /** The page as it was when the reader turned to it. Later lines begin a new page. */
  const [shown, setShown] = useState<readonly CaptionLine[]>([])
  const [ends, setEnds] = useState(nowhere)
  const pages = useMemo(() => splitPages(lines, ends), [lines, ends])
  const heading = useRef<HTMLHeadingElement>(null)
  const show = (page: readonly CaptionLine[]) => {
    const last = page.at(-1)
    if (last === undefined) return
    setShown(page)
    setEnds((before) => new Set([...before, last.id]))
  }
  // Reading begins with the page that is the newest at that time.
  const newest = pages.at(-1)
  if (shown.length === 0 && newest !== undefined) show(newest)
  const index = Math.max(
    0,
    pages.findIndex((page) => page.some(({ id }) => id === shown.at(-1)?.id)),
  )
  const turn = (to: number) => {
    show(pages[to] ?? [])
    heading.current?.focus()
  }
  const later = pages.length - 1 - index
  return (
    <>
      <div className={className}>
        <h3 ref={heading} tabIndex={-1} className={styles.page}>
          {t('captions.page', { n: index + 1, of: Math.max(1, pages.length) })}
        </h3>
        <CaptionText lines={shown} isPage />
      </div>
      <div className={styles.turning}>
        <Button look="primary" disabled={later <= 0} onClick={() => turn(index + 1)}>
          {t('captions.nextPage')}
        </Button>
        <Button disabled={index <= 0} onClick={() => turn(index - 1)}>
          {t('app.back')}
        </Button>
        <Button disabled={later <= 0} onClick={() => turn(pages.length - 1)}>
          {t('captions.newest')}
        </Button>
        <p className="muted">{later > 0 ? t('captions.pagesSince', { n: later }) : t('captions.upToDate')}</p>
      </div>
    </>
  )
}
