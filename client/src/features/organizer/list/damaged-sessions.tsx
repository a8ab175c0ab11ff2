/** Sessions whose log is damaged. They are named and can be deleted, while all others continue. */
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Name } from '../../../ui/written.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import styles from '../organizer.module.css'

/** `damaged`: the ids of the sessions. Their titles are in the damaged log. */
export const DamagedSessions = ({ damaged, secret, onChanged }: { damaged: readonly string[]; secret: string; onChanged: () => void }) => {
  const { t } = useText()
  if (damaged.length === 0) return null
  return (
    <Card aria-labelledby="damaged-title">
      <CardHead id="damaged-title" title={t('home.damaged')} />
      <div className={styles.damagedBody}>
        <p>{t('home.damagedHelp')}</p>
        <ul>
          {damaged.map((id) => (
            <li key={id} className={styles.damaged}>
              <strong>
                <Name>{id}</Name>
              </strong>
              <ConfirmButton
                label={t('home.delete')}
                title={t('home.deleteAsk', { title: id })}
                goes={t('home.damagedGoes')}
                stays={t('home.deleteStays')}
                confirmLabel={t('home.deleteIt')}
                look="danger"
                action={() => request('DELETE /api/sessions/:id', { params: { id } }, secret)}
                onDone={() => {
                  screenReader.say(t('home.deleted', { title: id }), 'delete')
                  onChanged()
                }}
              />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
