/** The list on paper: it alone, with places, times and reasons, as it stands when the button is pressed. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet, usePrinting } from '../../../ui/print-sheet.tsx'
import { PrintedList } from './printed-list.tsx'

export const PrintButton = () => {
  const { t } = useText()
  const [printing, print] = usePrinting()
  return (
    <>
      <Button size="small" icon="print" bare aria-label={t('queue.print')} title={t('queue.print')} onClick={print} />
      {printing ? (
        <PrintSheet>
          <PrintedList />
        </PrintSheet>
      ) : null}
    </>
  )
}
