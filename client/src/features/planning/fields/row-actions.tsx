/** Actions on a row of a list: move it by one position, or remove it. Each button names its row. */
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../planning.module.css'

type RowActionsProps = { name: string; first: boolean; last: boolean; onMove: (by: -1 | 1) => void; onRemove: () => void }

export const RowActions = ({ name, first, last, onMove, onRemove }: RowActionsProps) => {
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
      <RemoveButton name={name} onRemove={onRemove} />
    </div>
  )
}

export const RemoveButton = ({ name, onRemove }: Pick<RowActionsProps, 'name' | 'onRemove'>) => {
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
