/** A card that shows who has access. It is closed at first, because it is rarely needed. */
import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import styles from './access.module.css'

/** `titleId`: the heading that gets the focus when a row disappears. */
export const AccessCard = ({ titleId, title, children }: { titleId: string; title: string; children: ReactNode }) => {
  const { t } = useText()
  const id = useId()
  const [opened, open] = useState(false)
  return (
    <Card aria-labelledby={titleId}>
      <CardHead id={titleId} title={title}>
        <Button look="quiet" size="small" expanded={opened} aria-controls={opened ? id : undefined} onClick={() => open(!opened)}>
          {t(opened ? 'home.tokensHide' : 'home.tokensShow')}
          <span className="sr"> {title}</span>
        </Button>
      </CardHead>
      {opened ? (
        <div id={id} className={styles.body}>
          {children}
        </div>
      ) : null}
    </Card>
  )
}
