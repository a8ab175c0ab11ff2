/** Finds the column of each field in a list: by the name that the caller gives, or by common names in six languages. */

import { foldForSearch } from '@rostrum/shared/kernel/text'
import { ListError } from './list-errors.ts'

export const listFields = ['id', 'entity', 'name', 'email', 'group', 'channel', 'language', 'nameInRecord'] as const
export type ListField = (typeof listFields)[number]
/** The index of each field in a row. Null if the list has no such column. */
export type ColumnMap = Readonly<Record<ListField, number | null>>

const requiredFields: readonly ListField[] = ['entity', 'group', 'channel']

const usualNames: Readonly<Record<ListField, readonly string[]>> = {
  id: [
    ...['id', 'external id', 'registration id', 'registration number', 'reference', 'ref'],
    ...['identifiant', "numéro d'inscription", 'référence', 'identificador', 'número de registro', 'referencia'],
    ...['идентификатор', 'номер регистрации', 'المعرف', 'رقم التسجيل', '编号', '注册号', '报名号'],
  ],
  entity: [
    ...['entity', 'organization', 'organisation', 'delegation', 'affiliation', 'institution', 'company'],
    ...['entité', 'délégation', 'organisme', 'organización', 'entidad', 'delegación', 'institución', 'afiliación'],
    ...['организация', 'делегация', 'учреждение', 'المنظمة', 'منظمة', 'الجهة', 'الوفد', 'وفد', 'المؤسسة'],
    ...['组织', '组织名称', '机构', '代表团', '单位'],
  ],
  name: [
    ...['name', 'full name', 'participant', 'nom', 'nom complet', 'nom et prénom', 'prénom et nom'],
    ...['nombre', 'nombre completo', 'nombre y apellidos', 'имя', 'полное имя', 'фио', 'имя и фамилия'],
    ...['الاسم', 'الاسم الكامل', '姓名', '名字'],
  ],
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'courriel', 'adresse électronique', 'adresse e mail'],
    ...['correo', 'correo electrónico', 'почта', 'электронная почта', 'эл почта', 'адрес электронной почты'],
    ...['البريد', 'البريد الإلكتروني', '电子邮件', '电邮', '邮箱', '电子邮箱'],
  ],
  group: [
    ...['group', 'stakeholder group', 'stakeholder', 'category', 'groupe', 'groupe de parties prenantes', 'partie prenante', 'catégorie'],
    ...['grupo', 'grupo de partes interesadas', 'parte interesada', 'categoría'],
    ...['группа', 'группа заинтересованных сторон', 'категория', 'المجموعة', 'مجموعة', 'مجموعة أصحاب المصلحة', 'الفئة'],
    ...['组别', '利益攸关方', '利益攸关方群体', '类别'],
  ],
  channel: [
    ...['channel', 'participation', 'mode', 'attendance', 'mode of participation', 'participation mode', 'canal', 'mode de participation'],
    ...['participación', 'modalidad', 'modalidad de participación', 'канал', 'участие', 'форма участия'],
    ...['القناة', 'المشاركة', 'طريقة المشاركة', '渠道', '参会方式', '参加方式', '参与方式'],
  ],
  language: ['language', 'preferred language', 'langue', 'langue préférée', 'idioma', 'lengua', 'язык', 'اللغة', 'لغة', '语言', '语文'],
  nameInRecord: [
    ...['consent', 'named', 'consent to be named', 'may be named', 'consentement', 'consentement à être nommé', 'accepte d’être nommé'],
    ...['consentimiento', 'consentimiento para ser nombrado', 'согласие', 'согласие на указание имени'],
    ...['الموافقة', 'موافقة', 'الموافقة على ذكر الاسم', '同意', '同意具名'],
  ],
}
const fieldsByName: ReadonlyMap<string, ListField> = new Map(
  listFields.flatMap((field) => usualNames[field].map((name) => [foldForSearch(name), field] as const)),
)

/** Columns named by the caller come first. The other fields are found by their common names in the other columns. Throws `ListError`. */
export function mapColumns(header: readonly string[], columnNames: Partial<Readonly<Record<ListField, string>>>): ColumnMap {
  const names = header.map((name) => name.trim())
  const inherited = names.find((name) => name in Object.prototype)
  if (inherited !== undefined) throw new ListError('csv-header-refused', inherited)
  const positions: Record<ListField, number | null> = Object.fromEntries(listFields.map((field) => [field, null])) as ColumnMap
  for (const field of listFields) {
    const name = columnNames[field]?.trim()
    if (name === undefined) continue
    const positionsOfName = names.flatMap((one, index) => (one === name ? [index] : []))
    if (positionsOfName[0] === undefined) throw new ListError('csv-column-missing', name)
    if (positionsOfName.length > 1 || Object.values(positions).includes(positionsOfName[0])) throw new ListError('csv-column-twice', name)
    positions[field] = positionsOfName[0]
  }
  const taken = new Set(Object.values(positions))
  for (const [index, name] of names.entries()) {
    const field = fieldsByName.get(foldForSearch(name))
    if (field === undefined || taken.has(index) || columnNames[field] !== undefined) continue
    if (positions[field] !== null) throw new ListError('csv-column-twice', name)
    positions[field] = index
  }
  const missing = requiredFields.find((field) => positions[field] === null)
  if (missing !== undefined) throw new ListError('csv-column-missing', missing)
  return positions
}
