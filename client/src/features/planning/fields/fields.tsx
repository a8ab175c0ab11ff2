/** The fields of a plan. Each knows its place, so that an error is shown next to it and a link can lead to it. */
import type { ComponentProps, ReactNode } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { SelectField, TextField } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import type { PlanDraft } from '../model/draft.ts'
import { getFieldErrorText } from '../plan-text.ts'
import type { PlanForm } from '../use-plan.ts'

type FieldAt = { form: PlanForm; place: string }

export const FieldArea = ({ form, place, className, children }: FieldAt & { className?: string | undefined; children: ReactNode }) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: the element is not interactive; it only records that the user has visited the field
  <div data-place={place} className={className} onBlur={() => form.markVisited(place)}>
    {children}
  </div>
)

export const useFieldError = ({ form, place }: FieldAt): string | undefined => {
  const { t } = useText()
  const error = form.getShownError(place)
  return error === null ? undefined : getFieldErrorText(t, error)
}

type PlanFieldProps<T> = FieldAt & { value: T; onWrite: (draft: PlanDraft, value: T) => PlanDraft; className?: string | undefined }
type OwnedProp = 'form' | 'value' | 'onChange' | 'error'

/** The value of the field, its error, and how it is changed. */
const usePlanField = <T,>({ form, place, value, onWrite }: PlanFieldProps<T>) => ({
  value,
  error: useFieldError({ form, place }),
  onChange: (typed: T) => form.change(place, (draft) => onWrite(draft, typed)),
})

export const PlanText = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: PlanFieldProps<string> & Omit<ComponentProps<typeof TextField>, OwnedProp>) => (
  <FieldArea form={form} place={place} className={className}>
    <TextField autoComplete="off" {...rest} {...usePlanField({ form, place, value, onWrite })} />
  </FieldArea>
)

/** A field for numbers, times and durations, which run from left to right in every language. */
export const PlanNumber = (props: ComponentProps<typeof PlanText>) => <PlanText dir="ltr" {...props} />

export const PlanArea = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: PlanFieldProps<string> & Omit<ComponentProps<typeof TextArea>, OwnedProp>) => (
  <FieldArea form={form} place={place} className={className}>
    <TextArea {...rest} {...usePlanField({ form, place, value, onWrite })} />
  </FieldArea>
)

export const PlanSelect = ({
  form,
  place,
  value,
  onWrite,
  className,
  ...rest
}: PlanFieldProps<string> & Omit<ComponentProps<typeof SelectField>, OwnedProp>) => (
  <FieldArea form={form} place={place} className={className}>
    <SelectField {...rest} {...usePlanField({ form, place, value, onWrite })} />
  </FieldArea>
)

export const PlanCheck = ({
  form,
  place,
  value,
  onWrite,
  label,
  note,
  className,
}: PlanFieldProps<boolean> & { label: ReactNode; note?: ReactNode }) => (
  <FieldArea form={form} place={place} className={className}>
    <CheckRow
      label={label}
      {...(note === undefined ? {} : { note })}
      checked={value}
      disabled={form.readOnly}
      onChange={(checked) => form.change(place, (draft) => onWrite(draft, checked))}
    />
  </FieldArea>
)
