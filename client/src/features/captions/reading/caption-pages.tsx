/** Captions in pages that wait for their reader, for a braille display or slow reading: nothing moves until the page is turned. */
import type { CaptionLine } from '@rostrum/shared/protocol/captions'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CaptionText } from './caption-lines.tsx'
import styles from './captions.module.css'

/** Letters of a page: a few lines of a phone. */
const pageLetters = 240

export const splitPages = (lines: readonly CaptionLine[]): readonly (readonly CaptionLine[])[] => {
  const pages: CaptionLine[][] = []
  let letters = 0
  for (const line of lines) {
    const page = pages.at(-1)
    if (page === undefined || letters + line.text.length > pageLetters) {
      pages.push([line])
      letters = line.text.length
    } else {
      page.push(line)
      letters += line.text.length
    }
  }
  return pages
}

export const CaptionPages = ({ lines, className }: { lines: readonly CaptionLine[]; className: string | undefined }) => {
  const { t } = useText()
  const pages = useMemo(() => splitPages(lines), [lines])
  const [at, setAt] = useState<number | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // The first page is the newest one when the reader begins.
  const index = Math.min(at ?? pages.length - 1, pages.length - 1)
  useEffect(() => {
    if (at === null && pages.length > 0) setAt(pages.length - 1)
  }, [at, pages.length])
  const turn = (to: number) => {
    setAt(to)
    heading.current?.focus()
  }
  const later = pages.length - 1 - index
  return (
    <>
      <div className={className}>
        <h3 ref={heading} tabIndex={-1} className={styles.page}>
          {t('captions.page', { n: Math.max(0, index) + 1, of: Math.max(1, pages.length) })}
        </h3>
        <CaptionText lines={pages[index] ?? []} />
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
