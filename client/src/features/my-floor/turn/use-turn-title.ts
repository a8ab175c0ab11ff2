/** The title of the page tells me that I am next, called or have the floor. It helps if another tab or window is in front. */
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
