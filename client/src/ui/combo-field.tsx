/**
 * A text field that offers matching options and also accepts any other text.
 * It uses React Aria, so nothing that a phone loads may import it.
 */
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { ComboBox, ComboBoxStateContext, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { classNames } from './class-names.ts'
import combo from './combo-field.module.css'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import overlay from './overlay.module.css'
import { PageLocale } from './page-locale.ts'
import { Name } from './written.tsx'

export type ComboOption = { readonly id: string; readonly name: string; readonly note?: ReactNode }

type ComboFieldProps = {
  label: string
  value: string
  onChange: (text: string) => void
  onChoose: (id: string) => void
  /** The matching options. The caller does the search. */
  options: readonly ComboOption[]
  hint?: ReactNode
  error?: ReactNode
  maxLength?: number | undefined
}

export const ComboField = ({ label, value, onChange, onChoose, options, hint, error, maxLength }: ComboFieldProps) => {
  const hasError = error !== undefined && error !== null && error !== false
  return (
    <PageLocale>
      <ComboBox
        className={classNames(field.field)}
        inputValue={value}
        onInputChange={onChange}
        value={null}
        onChange={(id) => {
          if (id !== null) onChoose(String(id))
        }}
        items={options}
        isInvalid={hasError}
        validationBehavior="aria"
        allowsCustomValue
      >
        <Label className={classNames(field.label)}>{label}</Label>
        <Input className={classNames(field.input)} dir="auto" autoComplete="off" maxLength={maxLength} />
        <FieldError className={classNames(field.error)}>
          <Icon name="octagon" />
          <span>{error}</span>
        </FieldError>
        {hint === undefined ? null : (
          <Text slot="description" className={classNames(field.hint)}>
            {hint}
          </Text>
        )}
        <OpenOnNewOptions options={options} />
        <Popover placement="bottom start" offset={4} className={classNames(combo.popover)}>
          <ListBox<ComboOption> className={classNames(overlay.menu, combo.list)}>
            {({ id, name, note }) => (
              <ListBoxItem id={id} textValue={name} className={classNames(overlay.item, combo.item)}>
                <strong>
                  <Name>{name}</Name>
                </strong>
                {note === undefined ? null : <small>{note}</small>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </PageLocale>
  )
}

/** The options may arrive after the last key press. The list then opens, if the field still has the focus. */
const OpenOnNewOptions = ({ options }: { options: readonly ComboOption[] }) => {
  const present = useContext(ComboBoxStateContext)
  const state = useRef(present)
  state.current = present
  useEffect(() => {
    if (options.length > 0 && state.current?.isFocused) state.current.open(null, 'input')
  }, [options])
  return null
}
