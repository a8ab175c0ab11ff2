/** Pages for long lists, so that thousands of questions render as fast as a few. */
import { useState } from 'react'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './moderation-workplace.module.css'

/** A flood of questions is reviewed in one list. The list of all has larger rows. */
export const pageSizes = { review: 200, all: 50 }

type PagedList<T> = {
  readonly page: readonly T[]
  readonly from: number
  readonly size: number
  readonly total: number
  readonly turn: (step: -1 | 1) => void
}

/** Shows the page that contains the index `at`, until the user turns the page. */
export const usePages = <T,>(all: readonly T[], at: number, follow: unknown, size: number): PagedList<T> => {
  const homePage = Math.max(0, Math.floor(at / size))
  const [turnedPage, turn] = useState({ to: homePage, by: follow })
  if (turnedPage.by !== follow) turn({ to: homePage, by: follow })
  const last = Math.max(0, Math.ceil(all.length / size) - 1)
  const now = Math.min(turnedPage.by === follow ? turnedPage.to : homePage, last)
  return {
    page: all.slice(now * size, (now + 1) * size),
    from: now * size,
    size,
    total: all.length,
    turn: (step) => turn({ to: Math.min(last, Math.max(0, now + step)), by: follow }),
  }
}

export const PageTurner = ({ page, from, size, total, turn }: PagedList<unknown>) => {
  const { t } = useText()
  if (total <= size) return null
  return (
    <p className={styles.pages}>
      <Button size="small" disabled={from === 0} onClick={() => turn(-1)}>
        {t('questions.moderation.before')}
      </Button>
      <span role="status">{t('questions.moderation.page', { span: isolateNumber(`${from + 1}–${from + page.length}`), total })}</span>
      <Button size="small" disabled={from + page.length >= total} onClick={() => turn(1)}>
        {t('questions.moderation.after')}
      </Button>
    </p>
  )
}
