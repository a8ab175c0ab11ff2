/** The fields of a block, from the table of the plan's fields. */
import { languageIds } from '@rostrum/shared/kernel/wording'
import { formatLanguageName } from '../../../text/language-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import type { PlanDraft } from '../model/draft.ts'
import { type AnyField, splitTyped, toggleTyped } from '../model/field-kinds.ts'
import styles from '../planning.module.css'
import type { PlanForm } from '../use-plan.ts'
import { FieldArea, PlanArea, PlanCheck, PlanNumber, PlanSelect, PlanText } from './fields.tsx'

type TableFieldsProps<Name extends string> = {
  form: PlanForm
  fields: Readonly<Record<Name, AnyField>>
  block: AnyField['block']
  /** The beginning of each place. */
  at?: string
  typed: Readonly<Record<NoInfer<Name>, string>>
  onWrite: (draft: PlanDraft, change: Partial<Record<NoInfer<Name>, string>>) => PlanDraft
}

export const TableFields = <Name extends string>({ form, fields, block, at = '', typed, onWrite }: TableFieldsProps<Name>) =>
  Object.entries<AnyField>(fields)
    .filter(([, field]) => field.block === block && (field.when === undefined || field.when(typed)))
    .map(([name, field]) => (
      <TableField
        key={name}
        form={form}
        place={at + name}
        field={field}
        value={typed[name as Name]}
        onWrite={(draft, text) => onWrite(draft, { [name]: text } as Partial<Record<Name, string>>)}
      />
    ))

type TableFieldProps = {
  form: PlanForm
  place: string
  field: AnyField
  value: string
  onWrite: (draft: PlanDraft, typed: string) => PlanDraft
}

const TableField = (props: TableFieldProps) => {
  const { t } = useText()
  const { form, place, field, value, onWrite } = props
  const label = t(field.label)
  const hint = field.hint === undefined ? undefined : t(field.hint)
  const shared = { form, place, label, hint, optional: field.isOptional ? t('app.optional') : undefined, value, onWrite }
  switch (field.look) {
    case 'text':
      return <PlanText {...shared} />
    case 'area':
      return <PlanArea {...shared} className={styles.wide} rows={3} />
    case 'number':
      return <PlanNumber {...shared} />
    case 'decimal':
      return <PlanNumber {...shared} inputMode="decimal" />
    case 'link':
      return <PlanText {...shared} className={styles.wide} type="url" dir="ltr" />
    case 'check':
      return (
        <PlanCheck
          form={form}
          place={place}
          className={styles.wide}
          label={label}
          note={hint}
          value={value !== ''}
          onWrite={(draft, checked) => onWrite(draft, checked ? '1' : '')}
        />
      )
    case 'select':
      return <PlanSelect {...shared} options={Object.entries(field.options ?? {}).map(([id, [name]]) => ({ value: id, label: t(name) }))} />
    case 'list':
    case 'chapter':
      return <FieldChoices {...props} />
    case 'languages':
      return <FieldLanguages {...props} />
  }
}

const FieldChoices = ({ form, place, field: { look, label, options = {} }, value, onWrite }: TableFieldProps) => {
  const { t } = useText()
  const id = `plan-${place}`
  const Heading = look === 'chapter' ? 'h3' : 'h4'
  return (
    <FieldArea form={form} place={place} className={styles.wide}>
      <Heading id={id}>{t(label)}</Heading>
      <ChoiceList
        labelledBy={id}
        value={value}
        onChange={(chosen) => form.change(place, (draft) => onWrite(draft, chosen))}
        options={Object.entries(options).map(([option, [name, note]]) => ({
          value: option,
          label: t(name),
          ...(note === undefined ? {} : { note: t(note) }),
        }))}
      />
    </FieldArea>
  )
}

/** The six languages, and further ones that the plan has. An added language comes last. */
const FieldLanguages = ({ form, place, field: { label }, value, onWrite }: TableFieldProps) => {
  const { t, language } = useText()
  const chosen = splitTyped(value)
  return (
    <FieldArea form={form} place={place} className={styles.wide}>
      <fieldset className={styles.choices}>
        <legend>{t(label)}</legend>
        {[...new Set<string>([...languageIds, ...chosen])].map((tag) => (
          <PlanCheck
            key={tag}
            form={form}
            place={`${place}.${tag}`}
            label={formatLanguageName(language.id, tag)}
            value={chosen.includes(tag)}
            onWrite={(draft) => onWrite(draft, toggleTyped(value, tag))}
          />
        ))}
      </fieldset>
    </FieldArea>
  )
}
