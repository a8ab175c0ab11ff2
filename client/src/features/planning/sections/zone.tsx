/** The time zone: a few letters of a city find it. */
import { useMemo, useState } from 'react'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { ComboField } from '../../../ui/combo-field.tsx'
import { At, useFaultAt } from '../fields/fields.tsx'
import { instantIn, isZone, offsetText } from '../model/zoned-time.ts'
import type { PlanForm } from '../use-plan.ts'

/** By area and city; the one that no city has stands first. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
const shownAtOnce = 40

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/\s-]+/g, ' ')
    .trim()

const matching = (written: string): readonly string[] => {
  const words = folded(written).split(' ')
  return zones.filter((zone) => words.every((word) => folded(zone).includes(word))).slice(0, shownAtOnce)
}

export const PlanZone = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const zone = form.draft.timeZone
  const [now] = useState(() => Date.now())
  // Near enough to say how far ahead it is, whichever zone is being written.
  const at = instantIn(form.draft.begin, 'UTC') ?? now
  const write = (typed: string) => form.change('timeZone', (draft) => ({ ...draft, timeZone: typed }))
  // Made anew only when something else is written: it is shown again then. What is a zone already needs no offers.
  const options = useMemo(
    () =>
      zones.includes(zone)
        ? []
        : matching(zone).map((name) => ({ id: name, name, note: t('home.plan.ahead', { offset: isolateNumber(offsetText(name, at)) }) })),
    [zone, at, t],
  )
  const hint = isZone(zone) ? t('home.plan.ahead', { offset: isolateNumber(offsetText(zone, at)) }) : t('home.plan.zoneHelp')
  return (
    <At form={form} place="timeZone">
      <ComboField
        label={t('home.plan.timeZone')}
        value={zone}
        onChange={write}
        onChoose={write}
        options={options}
        hint={hint}
        error={useFaultAt({ form, place: 'timeZone' })}
        maxLength={64}
      />
    </At>
  )
}
