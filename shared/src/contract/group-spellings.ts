/** Common spellings of the groups of the templates in lists, in six languages. A plan may rename its groups; its own names come first. */
import { foldForSearch } from '../kernel/fold-text.ts'
import type { GroupId } from './ids.ts'

const spellings = {
  government: [
    ...['government', 'governments', 'governmental', 'member state', 'member states', 'state', 'states', 'permanent mission', 'delegation'],
    ...['public sector', 'gouvernement', 'gouvernements', 'état', 'états', 'état membre', 'états membres', 'mission permanente'],
    ...['gobierno', 'gobiernos', 'estado', 'estados', 'estado miembro', 'estados miembros', 'misión permanente', 'sector público'],
    ...[
      'правительство',
      'правительства',
      'государство',
      'государства',
      'государство член',
      'государства члены',
      'постоянное представительство',
    ],
    ...['حكومة', 'الحكومة', 'الحكومات', 'حكومات', 'دولة', 'الدول', 'دولة عضو', 'الدول الأعضاء', 'بعثة دائمة'],
    ...['政府', '各国政府', '国家', '会员国', '成员国', '常驻代表团'],
  ],
  'private-sector': [
    ...['private sector', 'private', 'business', 'business sector', 'business community', 'industry', 'company', 'companies'],
    ...['secteur privé', 'privé', 'entreprise', 'entreprises', 'sector privado', 'privado', 'empresa', 'empresas'],
    ...['частный сектор', 'бизнес', 'деловые круги', 'القطاع الخاص', 'قطاع خاص', 'شركات', '私营部门', '私营企业', '企业', '工商界'],
  ],
  'civil-society': [
    ...[
      'civil society',
      'civil society organization',
      'civil society organisations',
      'civil society organizations',
      'cso',
      'csos',
      'ngo',
      'ngos',
    ],
    ...['non-governmental organization', 'non-governmental organizations', 'société civile', 'ong', 'organisation de la société civile'],
    ...['sociedad civil', 'organización de la sociedad civil', 'гражданское общество', 'нпо', 'неправительственная организация'],
    ...['المجتمع المدني', 'مجتمع مدني', 'منظمة غير حكومية', 'منظمات غير حكومية', '民间社会', '公民社会', '非政府组织', '民间组织'],
  ],
  'technical-academic': [
    ...[
      'technical community',
      'technical and academic community',
      'technical and academic communities',
      'technical',
      'academia',
      'academic',
    ],
    ...['academic community', 'research', 'university', 'technical/academic', 'technical, academic', 'communauté technique', 'technique'],
    ...['communauté technique et universitaire', 'milieux universitaires', 'monde universitaire', 'université', 'recherche'],
    ...[
      'comunidad técnica',
      'comunidad técnica y académica',
      'academia y comunidad técnica',
      'mundo académico',
      'universidad',
      'académico',
    ],
    ...['техническое сообщество', 'научное сообщество', 'техническое и научное сообщество', 'академические круги', 'университет'],
    ...[
      'المجتمع التقني',
      'الأوساط الأكاديمية',
      'الأوساط التقنية والأكاديمية',
      'جامعة',
      '技术界',
      '学术界',
      '技术和学术界',
      '技术社群',
      '高校',
    ],
  ],
  international: [
    ...[
      'international organization',
      'international organizations',
      'international organisation',
      'international organisations',
      'international',
    ],
    ...[
      'intergovernmental organization',
      'intergovernmental organizations',
      'intergovernmental organisation',
      'igo',
      'igos',
      'international org',
    ],
    ...[
      'organisation internationale',
      'organisations internationales',
      'organisation intergouvernementale',
      'oig',
      'système des nations unies',
    ],
    ...['organización internacional', 'organizaciones internacionales', 'organización intergubernamental', 'un system', 'united nations'],
    ...['международная организация', 'международные организации', 'межправительственная организация', 'мпо'],
    ...['منظمة دولية', 'المنظمات الدولية', 'منظمات دولية', 'منظمة حكومية دولية', '国际组织', '政府间组织', '联合国系统'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The names of each group of the templates, folded as in a search. */
export const groupSpellings: ReadonlyMap<string, GroupId> = new Map(
  Object.entries(spellings).flatMap(([id, words]) => words.map((word) => [foldForSearch(word), id as GroupId] as const)),
)
