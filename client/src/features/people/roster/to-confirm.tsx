/** The people who joined by code and wait for the secretariat's yes. A press on a number finds the person in the table below. */
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './people.module.css'

/** A flood of claims must not fill the page. */
const maxShown = 12

/** The numbers of those who claim a registered organization, and of those who follow from afar without the link to the meeting. */
export const useToConfirm = (): readonly number[] => {
  const claiming = useView(({ toConfirm }) => toConfirm)
  const withoutLink = useView((view) => view.withoutLink)
  return [...new Set([...claiming, ...(withoutLink ?? [])])]
}

export const ToConfirm = ({ onFind }: { onFind: (written: string) => void }) => {
  const { t } = useText()
  const numbers = useToConfirm()
  if (numbers.length === 0) return null
  return (
    <div className={styles.walkIns} role="status">
      <p>{t('people.toConfirm', { n: numbers.length })}</p>
      {numbers.slice(0, maxShown).map((number) => (
        <Button key={number} size="small" onClick={() => onFind(String(number).padStart(2, '0'))}>
          {t('speaker.number', { n: String(number).padStart(2, '0') })}
        </Button>
      ))}
    </div>
  )
}
