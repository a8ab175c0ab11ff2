/** Prints the list of speakers alone, with positions, times and causes, as of the press. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet, usePrinting } from '../../../ui/print-sheet.tsx'
import { PrintedList } from './printed-list.tsx'

export const PrintButton = () => {
  const { t } = useText()
  const [printing, print] = usePrinting()
  return (
    <>
      <Button size="small" icon="print" onClick={print}>
        {t('queue.print')}
      </Button>
      {printing ? (
        <PrintSheet>
          <PrintedList />
        </PrintSheet>
      ) : null}
    </>
  )
}
