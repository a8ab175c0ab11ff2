/** The fields of a plan: each knows its place, so that what is wrong is said beside it and can be gone to. */
import type { ComponentProps, ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { Draft } from '../model/draft.ts'
import { faultWords } from '../plan-text.ts'
import type { PlanForm } from '../use-plan.ts'

type Placed = { form: PlanForm; place: string }

export const At = ({ form, place, className, children }: Placed & { className?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here; it is only noticed that somebody has been in the field
  <div data-place={place} className={className} onBlur={() => form.visit(place)}>
    {children}
  </div>
)

export const useFaultAt = ({ form, place }: Placed): string | undefined => {
  const { t } = useText()
  const fault = form.shown(place)
  return fault === null ? undefined : faultWords(t, fault)
}

type Written<T> = Placed & { value: T; onWrite: (draft: Draft, value: T) => Draft; className?: string | undefined }
type Own = 'form' | 'value' | 'onChange' | 'error'

/** What is in the field, what is wrong with it, and where it is written to. */
const useWritten = <T,>({ form, place, value, onWrite }: Written<T>) => ({
  value,
  error: useFaultAt({ form, place }),
  onChange: (typed: T) => form.change(place, (draft) => onWrite(draft, typed)),
})

export const PlanText = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: Written<string> & Omit<ComponentProps<typeof TextField>, Own>) => (
  <At form={form} place={place} className={className}>
    <TextField autoComplete="off" {...rest} {...useWritten({ form, place, value, onWrite })} />
  </At>
)

/** Numbers, times and lengths, which run from left to right in every language. */
export const PlanNumber = (props: ComponentProps<typeof PlanText>) => <PlanText dir="ltr" {...props} />

export const PlanArea = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: Written<string> & Omit<ComponentProps<typeof TextArea>, Own>) => (
  <At form={form} place={place} className={className}>
    <TextArea {...rest} {...useWritten({ form, place, value, onWrite })} />
  </At>
)

export const PlanSelect = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: Written<string> & Omit<ComponentProps<typeof SelectField>, Own>) => (
  <At form={form} place={place} className={className}>
    <SelectField {...rest} {...useWritten({ form, place, value, onWrite })} />
  </At>
)

export const PlanCheck = ({ form, place, value, onWrite, label, note }: Written<boolean> & { label: ReactNode; note?: ReactNode }) => (
  <At form={form} place={place}>
    <CheckRow
      label={label}
      {...(note === undefined ? {} : { note })}
      checked={value}
      disabled={form.fixed}
      onChange={(checked) => form.change(place, (draft) => onWrite(draft, checked))}
    />
  </At>
)
