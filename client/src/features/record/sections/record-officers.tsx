/** Who served the session, by function, and who was in the chair if it was handed over. The record has no names of officers. */

import type { SessionRecord } from '@rostrum/shared/contract/record'
import { joinNames } from '../../../text/name-list.ts'
import { getOfficeName } from '../../../text/office-name.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import styles from '../head.module.css'
import { useRecordText } from '../page/use-record-text.ts'

export const RecordOfficers = ({ record }: { record: SessionRecord }) => {
  const { t, language } = useText()
  const { formatTime } = useRecordText(record)
  const { officers, presided } = record.session
  const getName = ({ office, number }: (typeof presided)[number] | (typeof officers)[number]) =>
    office === null
      ? t('record.nobodyPresided')
      : getOfficeName(
          t,
          { office, number },
          [...officers, ...presided].some((one) => one.office === office && one.number !== number),
        )
  if (officers.length === 0) return null
  return (
    <p className={styles.meta}>
      <Sentences>
        {t('record.officers', { names: joinNames(language, officers.map(getName)) })}
        {presided.length < 2
          ? null
          : t('record.presided', {
              spans: joinNames(
                language,
                presided.map((one) => t('record.presidedFrom', { who: getName(one), time: formatTime(one.from) })),
              ),
            })}
      </Sentences>
    </p>
  )
}
