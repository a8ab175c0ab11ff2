/** Schemas of the fields of a person, the same for HTTP and imports. */

import { z } from 'zod'
import { singleLineText } from '../contract/field-schemas.ts'
import { maxEntityLength, maxPersonNameLength, maxPhoneLength, maxSaidLength } from '../contract/lengths.ts'
import { imitatesOfficeTitle } from '../contract/office-titles.ts'
import { boothLengths } from '../protocol/booth.ts'

export const entitySchema = singleLineText(maxEntityLength).refine((text) => !imitatesOfficeTitle(text), 'office-imitated')
export const nameSchema = singleLineText(maxPersonNameLength).refine((text) => !imitatesOfficeTitle(text), 'office-imitated')
/** Refuses characters that could break a mail header or a list. It does not prove that the address works. */
export const emailSchema = z
  .string()
  .max(254, 'email-refused')
  .regex(/^[^\s@<>"'(),:;\\[\]\p{C}]+@[^\s@<>"'(),:;\\[\]\p{C}]+\.[^\s@<>"'(),:;\\[\]\p{C}]+$/u, 'email-refused')
export const phoneSchema = singleLineText(maxPhoneLength)
/** The pronunciation of a name, which the person may also hand in. */
export const pronouncedSchema = singleLineText(boothLengths.pronounced)
/** The form of the name that the Chair says: of the organization after "the representative of", of a panellist as a whole. */
export const saidSchema = singleLineText(maxSaidLength)
/** The id of a person in the imported list. Names of `Object.prototype` are refused. */
export const externalIdSchema = z
  .string()
  .max(64, 'id-refused')
  .regex(/^[\p{L}\p{N}_-][\p{L}\p{N} ._/@:#-]*$/u, 'id-refused')
  .refine((id) => !(id in Object.prototype), 'id-refused')
