/** The title of the page tells me that I am next, called or have the floor. */
import { useEffect } from 'react'
import { usePhoneText } from '../../../text/use-text.tsx'
import { type MyStatus, myStatusRules } from '../my-status.ts'

export const useTurnTitle = ({ kind }: MyStatus): void => {
  const { t } = usePhoneText()
  const { title } = myStatusRules[kind]
  const text = title === null ? null : t(title)
  useEffect(() => {
    if (text === null) return
    const before = document.title
    document.title = `${text} · ${before}`
    return () => {
      document.title = before
    }
  }, [text])
}
