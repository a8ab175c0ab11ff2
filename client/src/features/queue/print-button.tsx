/** The list on paper: it alone, with places, times and reasons, as it stands when the button is pressed. */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { PrintedList } from './printed-list.tsx'

export const PrintButton = () => {
  const { t } = useText()
  const [printing, print] = useState(false)
  useEffect(() => {
    if (!printing) return undefined
    const done = () => print(false)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [printing])
  return (
    <>
      <Button size="small" icon="print" bare aria-label={t('queue.print')} title={t('queue.print')} onClick={() => print(true)} />
      {printing ? createPortal(<PrintedList />, document.body) : null}
    </>
  )
}
