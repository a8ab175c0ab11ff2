/** The title of the page says that I am next, called or have the floor, for people who have another tab or window in front. */
import { useEffect } from 'react'
import { usePhoneText } from '../../../text/use-text.tsx'
import type { MyStatus, MyStatusKind } from '../my-status.ts'

const titles = {
  next: 'me.next',
  called: 'floor.youAreCalled',
  floor: 'floor.youHaveIt',
  interrupted: 'floor.youHaveIt',
} as const satisfies Partial<Record<MyStatusKind, string>>

const isInTitle = (kind: MyStatusKind): kind is keyof typeof titles => kind in titles

export const useTurnTitle = ({ kind }: MyStatus): void => {
  const { t } = usePhoneText()
  const text = isInTitle(kind) ? t(titles[kind]) : null
  useEffect(() => {
    if (text === null) return
    const before = document.title
    document.title = `${text} · ${before}`
    return () => {
      document.title = before
    }
  }, [text])
}
