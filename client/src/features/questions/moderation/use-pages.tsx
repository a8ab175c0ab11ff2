/** Long lists in pages, so that thousands of questions cost no more than a few. */
import { useState } from 'react'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './moderation-workplace.module.css'

const perPage = 50

type Paged<T> = { readonly page: readonly T[]; readonly from: number; readonly total: number; readonly turn: (step: -1 | 1) => void }

/** The page with `at` on it, until somebody turns it. */
export const usePages = <T,>(all: readonly T[], at: number, follow: unknown): Paged<T> => {
  const home = Math.max(0, Math.floor(at / perPage))
  const [turned, turn] = useState({ to: home, by: follow })
  if (turned.by !== follow) turn({ to: home, by: follow })
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1)
  const now = Math.min(turned.by === follow ? turned.to : home, last)
  return {
    page: all.slice(now * perPage, (now + 1) * perPage),
    from: now * perPage,
    total: all.length,
    turn: (step) => turn({ to: Math.min(last, Math.max(0, now + step)), by: follow }),
  }
}

export const PageTurner = ({ page, from, total, turn }: Paged<unknown>) => {
  const { t } = useText()
  if (total <= perPage) return null
  return (
    <p className={styles.pages}>
      <Button size="small" disabled={from === 0} onClick={() => turn(-1)}>
        {t('questions.desk.before')}
      </Button>
      <span role="status">{t('questions.desk.page', { span: isolateNumber(`${from + 1}–${from + page.length}`), total })}</span>
      <Button size="small" disabled={from + page.length >= total} onClick={() => turn(1)}>
        {t('questions.desk.after')}
      </Button>
    </p>
  )
}
