/** Which column of a list is which field: by the name that the caller gives, or by the names that are usual in six languages. */

import { folded } from './folded.ts'
import { FaultyList } from './list-errors.ts'

export const fields = ['id', 'entity', 'name', 'email', 'group', 'channel', 'language', 'named'] as const
export type Field = (typeof fields)[number]
/** Where each field stands in a row; null where the list has none. */
export type Columns = Readonly<Record<Field, number | null>>

const needed: readonly Field[] = ['entity', 'group', 'channel']

const usual: Readonly<Record<Field, readonly string[]>> = {
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
  named: [
    ...['consent', 'named', 'consent to be named', 'may be named', 'consentement', 'consentement à être nommé', 'accepte d’être nommé'],
    ...['consentimiento', 'consentimiento para ser nombrado', 'согласие', 'согласие на указание имени'],
    ...['الموافقة', 'موافقة', 'الموافقة على ذكر الاسم', '同意', '同意具名'],
  ],
}
const fieldOf: ReadonlyMap<string, Field> = new Map(fields.flatMap((field) => usual[field].map((name) => [folded(name), field] as const)))

/** `named` by the caller comes first; the other fields are found by name among the columns that are left. */
export function columnsOf(header: readonly string[], given: Partial<Readonly<Record<Field, string>>>): Columns {
  const names = header.map((name) => name.trim())
  const inherited = names.find((name) => name in Object.prototype)
  if (inherited !== undefined) throw new FaultyList('csv-header-refused', inherited)
  const places: Record<Field, number | null> = Object.fromEntries(fields.map((field) => [field, null])) as Columns
  for (const field of fields) {
    const name = given[field]?.trim()
    if (name === undefined) continue
    const found = names.flatMap((one, index) => (one === name ? [index] : []))
    if (found[0] === undefined) throw new FaultyList('csv-column-missing', name)
    if (found.length > 1 || Object.values(places).includes(found[0])) throw new FaultyList('csv-column-twice', name)
    places[field] = found[0]
  }
  const taken = new Set(Object.values(places))
  for (const [index, name] of names.entries()) {
    const field = fieldOf.get(folded(name))
    if (field === undefined || taken.has(index) || given[field] !== undefined) continue
    if (places[field] !== null) throw new FaultyList('csv-column-twice', name)
    places[field] = index
  }
  const missing = needed.find((field) => places[field] === null)
  if (missing !== undefined) throw new FaultyList('csv-column-missing', missing)
  return places
}
