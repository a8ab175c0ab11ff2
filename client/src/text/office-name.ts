/** The name of an office, with a number if several officers have it. `by`: within a sentence, as in "Approved by the secretariat". */
import type { Office } from '@rostrum/shared/contract/offices'
import type { Translate } from './messages.ts'

export type OfficeNameForm = 'name' | 'by'

export const getOfficeName = (
  t: Translate,
  { office, number }: { office: Office; number: number },
  isShared: boolean,
  form: OfficeNameForm = 'name',
): string => {
  const name = form === 'by' ? t(`office.by.${office}`) : t(`office.${office}`)
  return isShared ? t('office.numbered', { office: name, n: number }) : name
}
