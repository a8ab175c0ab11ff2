/** What is done to a row of a list: moved by one place, or taken away. Each button says which row it is about. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../planning.module.css'

type ActsProps = { name: string; first: boolean; last: boolean; onMove: (by: -1 | 1) => void; onRemove: () => void }

export const RowActs = ({ name, first, last, onMove, onRemove }: ActsProps) => {
  const { t } = useText()
  return (
    <div className={styles.acts}>
      <Button
        look="quiet"
        size="small"
        bare
        icon="up"
        data-act="up"
        disabled={first}
        aria-label={t('home.plan.up', { what: name })}
        onClick={() => onMove(-1)}
      />
      <Button
        look="quiet"
        size="small"
        bare
        icon="down"
        data-act="down"
        disabled={last}
        aria-label={t('home.plan.down', { what: name })}
        onClick={() => onMove(1)}
      />
      <RemoveAct name={name} onRemove={onRemove} />
    </div>
  )
}

export const RemoveAct = ({ name, onRemove }: Pick<ActsProps, 'name' | 'onRemove'>) => {
  const { t } = useText()
  return (
    <Button
      look="quiet"
      size="small"
      muted
      bare
      icon="x"
      data-act="remove"
      aria-label={t('home.plan.remove', { what: name })}
      onClick={onRemove}
    />
  )
}
