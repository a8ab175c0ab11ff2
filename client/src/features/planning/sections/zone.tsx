/** The time zone. A few letters of a city find it. */
import { planBounds } from '@rostrum/shared/contract/bounds-of-plan'
import { useMemo, useState } from 'react'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { ComboField } from '../../../ui/combo-field.tsx'
import { FieldArea, useFieldError } from '../fields/fields.tsx'
import { formatOffset, isZone, toZonedInstant } from '../model/zoned-time.ts'
import { ownFields } from '../plan-fields.ts'
import type { PlanForm } from '../use-plan.ts'

/** Zones by area and city. UTC, which has no city, comes first. */
const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
const maxOptions = 40

const foldZone = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/\s-]+/g, ' ')
    .trim()

const findZones = (written: string): readonly string[] => {
  const words = foldZone(written).split(' ')
  return timeZones.filter((zone) => words.every((word) => foldZone(zone).includes(word))).slice(0, maxOptions)
}

export const PlanZone = ({ form }: { form: PlanForm }) => {
  const { t } = useText()
  const zone = form.draft.timeZone
  const [now] = useState(() => Date.now())
  // An approximate instant, exact enough for the offset of any zone.
  const at = toZonedInstant(form.draft.begin, 'UTC') ?? now
  const write = (typed: string) => form.change('timeZone', (draft) => ({ ...draft, timeZone: typed }))
  // A stable list, so that the options open only when the typed text changes. A complete zone needs no options.
  const options = useMemo(
    () =>
      timeZones.includes(zone)
        ? []
        : findZones(zone).map((name) => ({
            id: name,
            name,
            note: t('home.plan.ahead', { offset: isolateNumber(formatOffset(name, at)) }),
          })),
    [zone, at, t],
  )
  const hint = isZone(zone) ? t('home.plan.ahead', { offset: isolateNumber(formatOffset(zone, at)) }) : t('home.plan.zoneHelp')
  return (
    <FieldArea form={form} place="timeZone">
      <ComboField
        label={t(ownFields.timeZone.label)}
        value={zone}
        onChange={write}
        onChoose={write}
        options={options}
        hint={hint}
        error={useFieldError({ form, place: 'timeZone' })}
        maxLength={planBounds.timeZone}
      />
    </FieldArea>
  )
}
