/** A field that offers what fits to what is written, and takes anything else as it is. Built on React Aria, so no part of the phone may import it. */
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { ComboBox, ComboBoxStateContext, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { classes } from './class-names.ts'
import combo from './combo-field.module.css'
import field from './field.module.css'
import { Icon } from './icon.tsx'
import overlay from './overlay.module.css'

export type ComboOption = { readonly id: string; readonly name: string; readonly note?: ReactNode }

type ComboFieldProps = {
  label: string
  value: string
  onChange: (written: string) => void
  onChoose: (id: string) => void
  /** Those that fit; whoever gives them has looked for them. */
  options: readonly ComboOption[]
  hint?: ReactNode
  error?: ReactNode
  maxLength?: number | undefined
}

export const ComboField = ({ label, value, onChange, onChoose, options, hint, error, maxLength }: ComboFieldProps) => {
  const wrong = error !== undefined && error !== null && error !== false
  return (
    <ComboBox
      className={classes(field.field)}
      inputValue={value}
      onInputChange={onChange}
      value={null}
      onChange={(id) => {
        if (id !== null) onChoose(String(id))
      }}
      items={options}
      isInvalid={wrong}
      validationBehavior="aria"
      allowsCustomValue
    >
      <Label className={classes(field.label)}>{label}</Label>
      <Input className={classes(field.input)} dir="auto" autoComplete="off" maxLength={maxLength} />
      <FieldError className={classes(field.error)}>
        <Icon name="octagon" />
        <span>{error}</span>
      </FieldError>
      {hint === undefined ? null : (
        <Text slot="description" className={classes(field.hint)}>
          {hint}
        </Text>
      )}
      <OpenWith options={options} />
      <Popover placement="bottom start" offset={4} className={classes(combo.popover)}>
        <ListBox<ComboOption> className={classes(overlay.menu, combo.list)}>
          {({ id, name, note }) => (
            <ListBoxItem id={id} textValue={name} className={classes(overlay.item, combo.item)}>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              {note === undefined ? null : <small>{note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** What fits may come after the last letter: it is shown then, to whoever is still there. */
const OpenWith = ({ options }: { options: readonly ComboOption[] }) => {
  const present = useContext(ComboBoxStateContext)
  const state = useRef(present)
  state.current = present
  useEffect(() => {
    if (options.length > 0 && state.current?.isFocused) state.current.open(null, 'input')
  }, [options])
  return null
}
