/** The language in which each speaker will speak. The staff can set it here for all of them. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { findGroup } from '../../../session/groups.ts'
import { usePermission, useSend, useView } from '../../../session/hooks.tsx'
import { whereWords } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { listLanguageChoices } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { SelectField } from '../../../ui/field.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './workplace.module.css'

export const TurnLanguages = () => {
  const { t } = useText()
  const order = useView((view) => view.order)
  return (
    <Card className={styles.card} aria-labelledby="turn-languages">
      <CardHead id="turn-languages" title={t('captions.turnLanguages')} />
      <div className={styles.scroll}>
        {order.length === 0 ? <p className={styles.empty}>{t('queue.empty')}</p> : null}
        <ol>
          {order.map((entry, index) => (
            <LanguageRow key={entry} entry={entry} number={index + 1} />
          ))}
        </ol>
        <p className={styles.note}>{t('captions.turnLanguagesNote')}</p>
      </div>
    </Card>
  )
}

const LanguageRow = ({ entry, number }: { entry: EntryId; number: number }) => {
  const { t, language: page } = useText()
  const send = useSend('captions')
  const mayChange = usePermission('queue.set-language')
  const row = useView(({ entries }) => entries[entry])
  const groups = useView(({ session }) => session.groups)
  if (!row) return null
  const group = findGroup(groups, row.group)
  const where = t(whereWords[row.channel])
  const current = row.language ?? ''
  const choices = [{ value: '', label: t('turnLanguage.notSaid') }, ...listLanguageChoices(page.id, current)]
  return (
    <li className={styles.turn}>
      <span className="num">{number}</span>
      <p>
        <strong>
          <Name>{row.entity}</Name>
        </strong>
        <small>{group ? t('speaker.groupAndChannel', { group: getGroupName(t, group), channel: where }) : where}</small>
      </p>
      {mayChange ? (
        <SelectField
          hideLabel
          label={t('turnLanguage.of', { who: row.entity })}
          value={current}
          onChange={(tag) =>
            void send({ type: 'queue.set-language', data: { entry, language: tag === '' ? null : (tag as SpokenLanguage) } })
          }
          options={choices}
        />
      ) : (
        <span>{choices.find(({ value }) => value === current)?.label}</span>
      )}
    </li>
  )
}
