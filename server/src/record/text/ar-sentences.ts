import { arSaid } from './ar-said.ts'
import type { Sentences } from './en-sentences.ts'

export const arSentences: Sentences = {
  'list.between': '، و',
  'list.last': ' و',
  'list.itemEnd': '؛',
  'list.clauses': '؛ ',
  'cover.summary': 'موجز أعدته الأمانة',
  'cover.online': '{place} وعبر الإنترنت',
  'cover.day': '{day}، من الساعة {from} إلى الساعة {to} ({zone})',
  'cover.zone': 'بتوقيت {place}',
  'cover.distribution': '{public, select, yes {التوزيع: عام} other {التوزيع: المشاركون}}',
  'cover.original': 'الأصل: بالعربية',
  'cover.rehearsal': 'جلسة تدريبية بمشاركين افتراضيين',
  'cover.soFar': 'لم تُرفع الجلسة بعد. هذا محضرها حتى {time}.',
  'cover.responsibility':
    'أُعد هذا الموجز تحت مسؤولية الأمانة ولم يعتمده المشاركون. والأرقام مأخوذة من محضر الجلسة ({annex}). والنقاط هي ملاحظات المقرر وليست أقوال المتكلمين.',
  'heading.summary': 'موجز',
  'heading.contents': 'المحتويات',
  'heading.introduction': 'مقدمة',
  'heading.said': 'ما قيل',
  'heading.points': 'النقاط حسب الموضوع والمجموعة',
  'heading.topic': 'الموضوع {k}: {title}',
  'heading.outside': 'خارج جدول الأعمال',
  'heading.participation': 'المشاركة',
  'heading.order': 'كيف رُتّبت قائمة المتكلمين',
  'heading.notReached': 'الطلبات التي لم يصل دورها والبيانات',
  'heading.questions': 'الأسئلة',
  'heading.next': 'الخطوات المقبلة',
  'heading.interventions': 'المداخلات',
  'heading.record': 'محضر الجلسة',
  'heading.statements': 'البيانات المكتوبة',
  'heading.chapter': '{number} - {title}',
  'heading.annex': 'المرفق {number}',
  'ref.annex': 'المرفق {number}',
  'heading.addendum': 'إضافة',
  'ref.table': 'الجدول {n}',
  'ref.both': 'الشكل {figure} والجدول {table}',
  'label.table': 'الجدول {n}',
  'label.figure': 'الشكل {n}',
  'label.topic': 'الموضوع {k}',
  'label.guidingQuestion': 'السؤال التوجيهي',
  'label.toWrite': 'للكتابة',
  'sum.times': 'افتُتحت الجلسة في الساعة {opened} ورُفعت في الساعة {closed}{planned, select, none {} other { (المقرر: {planned})}}.',
  'sum.span': 'من {from} إلى {to}',
  'sum.running': 'افتُتحت الجلسة في الساعة {opened} ولم تُرفع بعد.',
  'sum.notOpened': 'لم تُفتتح الجلسة بعد. وهي مقررة من الساعة {from} إلى الساعة {to}.',
  'sum.registered':
    'بلغ عدد المسجلين {n, plural, zero {# مشارك مسجل} one {مشارك مسجل واحد} two {مشاركين مسجلين اثنين} few {# مشاركين مسجلين} many {# مشاركاً مسجلاً} other {# مشارك مسجل}}{split, select, yes {، منهم {room} في القاعة و{remote} عن بُعد} other {}}، {groups}.',
  'sum.present':
    'من أصل {n, plural, zero {# مشارك مسجل} one {مشارك مسجل واحد} two {مشاركين مسجلين اثنين} few {# مشاركين مسجلين} many {# مشاركاً مسجلاً} other {# مشارك مسجل}}، {p, plural, =0 {لم يشارك أحد} zero {شارك #} one {شارك واحد} two {شارك اثنان} few {شارك #} many {شارك #} other {شارك #}}{split, select, yes {: {room} في القاعة و{remote} عن بُعد} other {}}{p, plural, =0 {} zero {، {groups}} one {، {groups}} two {، {groups}} few {، {groups}} many {، {groups}} other {، {groups}}}.',
  'sum.registeredGuarded': 'يرد عدد المشاركين المسجلين في الجدول {table}.',
  'sum.fromAll': 'من جميع مجموعات أصحاب المصلحة وعددها {n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}',
  'sum.fromSome':
    'من {some} من أصل {n, plural, zero {# مجموعة من أصحاب المصلحة} one {مجموعة واحدة من أصحاب المصلحة} two {مجموعتين من أصحاب المصلحة} few {# مجموعات من أصحاب المصلحة} many {# مجموعة من أصحاب المصلحة} other {# مجموعة من أصحاب المصلحة}}',
  'sum.requests':
    'بلغ عدد طلبات الكلمة {n, plural, zero {# طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلباً} other {# طلب}}: {parts}.',
  'sum.noRequests': 'لم يُطلب الكلام.',
  'part.heard':
    '{n, plural, zero {استُمع إلى # طلباً} one {استُمع إلى طلب واحد} two {استُمع إلى طلبين} few {استُمع إلى # طلبات} many {استُمع إلى # طلباً} other {استُمع إلى # طلباً}}',
  'part.joint':
    '{n, plural, zero {ضُم # طلباً إلى غيره} one {ضُم طلب واحد إلى غيره} two {ضُم طلبان إلى غيرهما} few {ضُمت # طلبات إلى غيرها} many {ضُم # طلباً إلى غيره} other {ضُم # طلباً إلى غيره}}',
  'part.withdrawn':
    '{n, plural, zero {سُحب # طلباً} one {سُحب طلب واحد} two {سُحب طلبان} few {سُحبت # طلبات} many {سُحب # طلباً} other {سُحب # طلباً}}',
  'part.removed':
    '{n, plural, zero {رُفع # طلباً من القائمة} one {رُفع طلب واحد من القائمة} two {رُفع طلبان من القائمة} few {رُفعت # طلبات من القائمة} many {رُفع # طلباً من القائمة} other {رُفع # طلباً من القائمة}}',
  'part.absent':
    '{n, plural, zero {نودي على # طلباً في غياب أصحابها} one {نودي على طلب واحد في غياب صاحبه} two {نودي على طلبين في غياب صاحبيهما} few {نودي على # طلبات في غياب أصحابها} many {نودي على # طلباً في غياب أصحابها} other {نودي على # طلباً في غياب أصحابها}}',
  'part.notReached':
    '{n, plural, zero {لم يصل دور # طلباً} one {لم يصل دور طلب واحد} two {لم يصل دور طلبين} few {لم يصل دور # طلبات} many {لم يصل دور # طلباً} other {لم يصل دور # طلباً}}',
  'part.speaking':
    '{n, plural, zero {لـ # طلباً الكلمة الآن} one {لطلب واحد الكلمة الآن} two {لطلبين الكلمة الآن} few {لـ # طلبات الكلمة الآن} many {لـ # طلباً الكلمة الآن} other {لـ # طلباً الكلمة الآن}}',
  'part.waiting':
    '{n, plural, zero {لا يزال # طلباً في الانتظار} one {لا يزال طلب واحد في الانتظار} two {لا يزال طلبان في الانتظار} few {لا تزال # طلبات في الانتظار} many {لا يزال # طلباً في الانتظار} other {لا يزال # طلباً في الانتظار}}',
  'sum.invited':
    '{c, plural, zero {ودُعي المشاركون الذين لم يصل دورهم إلى تقديم بيانات مكتوبة} one {ودُعي المشارك الذي لم يصل دوره إلى تقديم بيان مكتوب} two {ودُعي المشاركان اللذان لم يصل دورهما إلى تقديم بيانين مكتوبين} few {ودُعي المشاركون الذين لم يصل دورهم إلى تقديم بيانات مكتوبة} many {ودُعي المشاركون الذين لم يصل دورهم إلى تقديم بيانات مكتوبة} other {ودُعي المشاركون الذين لم يصل دورهم إلى تقديم بيانات مكتوبة}}{n, plural, zero {} one {، وفعل ذلك واحد} two {، وفعل ذلك اثنان} few {، وفعل ذلك #} many {، وفعل ذلك #} other {، وفعل ذلك #}}.',
  'sum.time':
    'واستغرقت المداخلات {n, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} في المجموع.',
  'sum.waits':
    'وانتظر نصف المتكلمين أقل من {median, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، وبلغ أطول انتظار {longest, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'sum.questions':
    'وأرسل المشاركون {n, plural, zero {# سؤال} one {سؤال واحد} two {سؤالين} few {# أسئلة} many {# سؤالاً} other {# سؤال}}{parts, select, none {} other {، منها: {parts}}}.',
  'sum.points':
    'وبشأن {topic}، دُوّنت {n, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}} من {some} من أصل {all, plural, zero {# مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}{tags, select, none {} other { ({tags})}}.',
  'sum.topic': 'الموضوع {k}، {title}',
  'sum.most': 'والنقطة التي أثارها أكبر عدد من المتكلمين هي: {note} (المداخلات {numbers}).',
  'write.symbol': 'رمز الوثيقة.',
  'write.topic': 'مضمون {topic}، في جملتين أو ثلاث. وترد النقاط في {table}.',
  'write.topicMost': 'مضمون {topic}. والجملة الواردة أعلاه هي ملاحظة المقرر؛ تُصاغ بلغة التقرير.',
  'write.common': 'ما تشترك فيه هذه النقاط وما تختلف فيه.',
  'write.conduct': 'ما يود المقرر إضافته عن سير الجلسة.',
  'write.next': 'مآل الموجز، والمواعيد، وعنوان إرسال التعليقات. ويُحذف العنوان إن لم يُكتب هذا النص.',
  'tag.success': '{n, plural, zero {# نجاح} one {نجاح واحد} two {نجاحان} few {# نجاحات} many {# نجاحاً} other {# نجاح}}',
  'tag.failure': '{n, plural, zero {# إخفاق} one {إخفاق واحد} two {إخفاقان} few {# إخفاقات} many {# إخفاقاً} other {# إخفاق}}',
  'tag.expectation': '{n, plural, zero {# تطلّع} one {تطلّع واحد} two {تطلّعان} few {# تطلّعات} many {# تطلّعاً} other {# تطلّع}}',
  'tag.other': '{n} {tag}',
  'tag.none':
    '{n, plural, zero {# نقطة دون وسم} one {نقطة واحدة دون وسم} two {نقطتان دون وسم} few {# نقاط دون وسم} many {# نقطة دون وسم} other {# نقطة دون وسم}}',
  'intro.form':
    'عُقدت الجلسة {form, select, hybrid {في شكل مختلط} room {في القاعة} other {عن بُعد}}. وتضمنت {parts}.{form, select, hybrid { وكانت قائمة المتكلمين واحدة للحاضرين في القاعة والمشاركين عن بُعد.} other {}}',
  'intro.presided': 'وتعاقب على رئاسة الجلسة: {spans}.',
  'intro.presidedSpan':
    '{office} ({until, select, end {من الساعة {from} إلى نهاية الجلسة} now {منذ الساعة {from}} other {من الساعة {from} إلى الساعة {until}}})',
  'intro.nobody': 'لا أحد',
  'office.numbered': '{office} {n}',
  'intro.opening': 'افتتاحاً',
  'intro.topics':
    '{n, plural, zero {# موضوع} one {موضوع واحد} two {موضوعين} few {# مواضيع} many {# موضوعاً} other {# موضوع}}{questions, select, each { مع سؤال توجيهي لكل موضوع} other {}}',
  'intro.panels':
    '{n, plural, zero {# حلقة نقاش} one {حلقة نقاش واحدة} two {حلقتي نقاش} few {# حلقات نقاش} many {# حلقة نقاش} other {# حلقة نقاش}}',
  'intro.floors':
    '{n, plural, zero {# نقاش مفتوح} one {نقاش مفتوح واحد} two {نقاشين مفتوحين} few {# نقاشات مفتوحة} many {# نقاشاً مفتوحاً} other {# نقاش مفتوح}}',
  'intro.closing': 'اختتاماً',
  'intro.registered':
    'ويبيّن الجدول {table} المشاركين المسجلين{present, select, yes { والذين شاركوا منهم} other {}} حسب المجموعة. وتُعمَّم قائمة المشاركين على حدة على من وافقوا على ذكر أسمائهم.',
  'said.intro':
    'دوّن المقرر {n, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتين} few {# نقاط} many {# نقطة} other {# نقطة}}. ويبيّنها الجدول {table} حسب الموضوع والمجموعة، مع وسم كل منها. والأرقام الواردة بين قوسين هي أرقام المداخلات التي أثيرت فيها النقطة (المرفق الأول)؛ ويسبق الحرف Q رقم السؤال.',
  'said.interventions':
    'بشأن هذا الموضوع أُدلي بعدد من المداخلات قدره {n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}{split, select, yes {، منها {room} في القاعة و{remote} عن بُعد} room { في القاعة} remote { عن بُعد} other {}}، من مشاركين من {groups} ({table}).',
  'said.took':
    '{n, plural, zero {واستغرقت {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} one {واستغرقت {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} two {واستغرقتا {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} few {واستغرقت {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} many {واستغرقت {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} other {واستغرقت {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}}}.',
  'said.noInterventions': 'لم يُدلَ بأي مداخلة بشأن هذا الموضوع.',
  'said.began':
    'وبدأ الموضوع في الساعة {time}{when, select, late {، متأخراً {by, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} عن المقرر} early {، مبكراً {by, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} عن المقرر} other {}}{lasted, plural, =-1 {} zero {} one {، واستمر دقيقة واحدة (المقرر: {planned})} two {، واستمر دقيقتين (المقرر: {planned})} few {، واستمر # دقائق (المقرر: {planned})} many {، واستمر # دقيقة (المقرر: {planned})} other {، واستمر # دقيقة (المقرر: {planned})}}.',
  'said.notHeld': 'لم يصل دور هذا الموضوع.',
  'said.noted': 'دوّن المقرر {tags}، كل نقطة من مشارك واحد ما لم يُذكر خلاف ذلك (والأرقام هي أرقام المداخلات):',
  'said.point': '{tag}: {note} ({source})',
  'said.pointUntagged': '{note} ({source})',
  'said.many': '{n, plural, zero {# مشارك} one {مشارك واحد} two {مشاركان} few {# مشاركين} many {# مشاركاً} other {# مشارك}}',
  'cell.general': 'الموضوع ككل',
  'said.hidden': 'لا ترد في النسخة العلنية النقاط التي دوّنها المقرر ولا الجدول {table}.',
  'said.general': 'الموضوع ككل',
  'said.questions':
    'ورد بشأن هذا الموضوع {n, plural, zero {# سؤال} one {سؤال واحد} two {سؤالان} few {# أسئلة} many {# سؤالاً} other {# سؤال}}: {parts}.{table, select, none {} other { ويبيّن {table} الأسئلة التي أُجيب أو سيُجاب عنها.}}',
  'group.heard': '{heard} من {asked}',
  'group.none': 'دون مجموعة',
  'group.all': 'جميع المجموعات وعددها {n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}',
  'cell.noIntervention': 'لا مداخلة',
  'cell.noPoint': 'لم تُدوّن نقاط',
  'cell.notGiven': 'غير مذكور',
  'note.notGiven': 'غير مذكور: أقل من 3، وكل عدد يمكن أن يُستنتج منه مثل هذا العدد.',
  'cell.fewer': 'أقل من 3',
  breadth: '{n} من أصل {all, plural, zero {# مجموعة} one {مجموعة واحدة} two {مجموعتين} few {# مجموعات} many {# مجموعة} other {# مجموعة}}',
  'question.live':
    '{n, plural, zero {أُجيب عن # سؤالاً في الجلسة} one {أُجيب عن سؤال واحد في الجلسة} two {أُجيب عن سؤالين في الجلسة} few {أُجيب عن # أسئلة في الجلسة} many {أُجيب عن # سؤالاً في الجلسة} other {أُجيب عن # سؤالاً في الجلسة}}',
  'question.in-writing':
    '{n, plural, zero {سيُجاب كتابةً عن # سؤالاً} one {سيُجاب كتابةً عن سؤال واحد} two {سيُجاب كتابةً عن سؤالين} few {سيُجاب كتابةً عن # أسئلة} many {سيُجاب كتابةً عن # سؤالاً} other {سيُجاب كتابةً عن # سؤالاً}}',
  'question.taken-on-notice':
    '{n, plural, zero {أُرجئ الرد على # سؤالاً} one {أُرجئ الرد على سؤال واحد} two {أُرجئ الرد على سؤالين} few {أُرجئ الرد على # أسئلة} many {أُرجئ الرد على # سؤالاً} other {أُرجئ الرد على # سؤالاً}}',
  'question.notReached':
    '{n, plural, zero {لم يُطرح # سؤالاً} one {لم يُطرح سؤال واحد} two {لم يُطرح سؤالان} few {لم تُطرح # أسئلة} many {لم يُطرح # سؤالاً} other {لم يُطرح # سؤالاً}}',
  'question.merged':
    '{n, plural, zero {ضُم # سؤالاً إلى غيره} one {ضُم سؤال واحد إلى غيره} two {ضُم سؤالان إلى غيرهما} few {ضُمت # أسئلة إلى غيرها} many {ضُم # سؤالاً إلى غيره} other {ضُم # سؤالاً إلى غيره}}',
  'question.movedToQueue':
    '{n, plural, zero {نُقل # سؤالاً إلى قائمة المتكلمين} one {نُقل سؤال واحد إلى قائمة المتكلمين} two {نُقل سؤالان إلى قائمة المتكلمين} few {نُقلت # أسئلة إلى قائمة المتكلمين} many {نُقل # سؤالاً إلى قائمة المتكلمين} other {نُقل # سؤالاً إلى قائمة المتكلمين}}',
  'question.declined':
    '{n, plural, zero {لم يُقبل # سؤالاً ({reasons})} one {لم يُقبل سؤال واحد ({reasons})} two {لم يُقبل سؤالان ({reasons})} few {لم تُقبل # أسئلة ({reasons})} many {لم يُقبل # سؤالاً ({reasons})} other {لم يُقبل # سؤالاً ({reasons})}}',
  'question.withdrawn':
    '{n, plural, zero {سُحب # سؤالاً} one {سُحب سؤال واحد} two {سُحب سؤالان} few {سُحبت # أسئلة} many {سُحب # سؤالاً} other {سُحب # سؤالاً}}',
  'question.published':
    '{n, plural, zero {لا يزال # سؤالاً مفتوحاً} one {لا يزال سؤال واحد مفتوحاً} two {لا يزال سؤالان مفتوحين} few {لا تزال # أسئلة مفتوحة} many {لا يزال # سؤالاً مفتوحاً} other {لا يزال # سؤالاً مفتوحاً}}',
  'question.pending':
    '{n, plural, zero {لم يُبت بعد في # سؤالاً} one {لم يُبت بعد في سؤال واحد} two {لم يُبت بعد في سؤالين} few {لم يُبت بعد في # أسئلة} many {لم يُبت بعد في # سؤالاً} other {لم يُبت بعد في # سؤالاً}}',
  'question.reason': '{reason}: {n}',
  'question.all':
    'من أصل {n, plural, zero {# سؤال} one {سؤال واحد} two {سؤالين} few {# أسئلة} many {# سؤالاً} other {# سؤال}} وردت: {parts}. وترد جميعها في ملف البيانات بالأرقام نفسها.',
  'question.answeredLive': '{who}، {time}',
  'question.inSession': 'في الجلسة',
  'question.inWriting': 'كتابةً',
  'share.two':
    'قدّمت كل من {first} و{second} {n, plural, zero {# طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلباً} other {# طلب}}، أي {both} من أصل {all}.',
  'share.within':
    'ولم يزد الفرق بين حصة أي مجموعة من وقت الكلام وحصتها من الطلبات على {n, plural, zero {# نقطة مئوية} one {نقطة مئوية واحدة} two {نقطتين مئويتين} few {# نقاط مئوية} many {# نقطة مئوية} other {# نقطة مئوية}} ({refs}).',
  'share.refs': 'ترد حصص الطلبات ووقت الكلام في {refs}.',
  'share.channels': 'وشغل المشاركون في القاعة {room} في المائة من وقت الكلام، والمشاركون عن بُعد {remote} في المائة منه.',
  'time.session':
    'وبدأت الجلسة {began, select, late {متأخرة {late, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} early {مبكرة {late, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} other {في موعدها}} واختُتمت {ended, select, late {متأخرة {over, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} early {مبكرة {over, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} other {في موعدها}} ({refs}).',
  'time.refs': 'ويبيّن {refs} كيف استُعمل الوقت.',
  'time.began':
    'وبدأت الجلسة {began, select, late {متأخرة {late, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} early {مبكرة {late, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}} other {في موعدها}} ({refs}).',
  'order.oneList': 'أُدرجت طلبات الحاضرين في القاعة والمشاركين عن بُعد في قائمة واحدة للمتكلمين.',
  'order.span': '{until, select, end {ومن الساعة {from} إلى نهاية الجلسة} other {ومن الساعة {from} إلى الساعة {until}}} {rule}',
  'order.received': 'اتبعت القائمة ترتيب الطلبات.',
  'order.balanced':
    'طُبّقت قاعدة «التوازن»: يُقدَّم أولاً من لم تتكلم منظمته بعدُ في الموضوع، ثم المجموعة الأقل مداخلات، ثم القناة غير قناة المتكلم السابق، ثم وقت الطلب.',
  'order.alternate': 'طُبّقت قاعدة «القاعة والحضور عن بُعد بالتناوب»: ثم وقت الطلب.',
  'order.rotate': 'طُبّقت قاعدة «المجموعات بالتناوب»: تُقدَّم المجموعة الأقل مداخلات، ثم وقت الطلب.',
  'order.suggested': 'وعُرضت القاعدة على الرئاسة على سبيل الاقتراح؛ أما القائمة نفسها فاتبعت ترتيب الطلبات.',
  'order.limit':
    'ولم يكن جائزاً أن يُتجاوز أي طلب أكثر من {n, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}، ولم تكن المرتبتان الأوليان تتغيران إلا بقرار من الرئاسة أو من أجل نقطة نظام.',
  'order.overtaken':
    'ولم يُتجاوز أي طلب بالفعل أكثر من {n, plural, zero {# مرة} one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}.',
  'order.neverOvertaken': 'ولم يُتجاوز أي طلب بالفعل.',
  'order.moved':
    '{n, plural, zero {ونُقلت طلبات يدوياً # مرة.} one {ونُقل طلب واحد يدوياً.} two {ونُقلت طلبات يدوياً مرتين.} few {ونُقلت طلبات يدوياً # مرات.} many {ونُقلت طلبات يدوياً # مرة.} other {ونُقلت طلبات يدوياً # مرة.}}',
  'order.limitStart': 'وكان الحد {limit}.',
  'order.limitSet': 'وفي الساعة {time} حُدد بـ {limit} لكل من لم يُدعَ إلى الكلام بعد.',
  'order.points':
    '{n, plural, zero {وأثيرت # نقطة نظام؛ ولم يُحسب وقتها على أحد.} one {وأثيرت نقطة نظام واحدة؛ ولم يُحسب وقتها على أحد.} two {وأثيرت نقطتا نظام؛ ولم يُحسب وقتهما على أحد.} few {وأثيرت # نقاط نظام؛ ولم يُحسب وقتها على أحد.} many {وأثيرت # نقطة نظام؛ ولم يُحسب وقتها على أحد.} other {وأثيرت # نقطة نظام؛ ولم يُحسب وقتها على أحد.}}',
  'order.table': 'ويبيّن الجدول {n} كل القرارات.',
  length:
    '{seconds, plural, =0 {{minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}} zero {{clock} دقيقة} one {{clock} دقيقة} two {{clock} دقيقة} few {{clock} دقيقة} many {{clock} دقيقة} other {{clock} دقيقة}}',
  'left.intro':
    'انتهت الجلسة ولم يصل دور {n, plural, zero {# طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلباً} other {# طلب}} ({table}).',
  'left.soFar':
    'لم يصل حتى الآن دور {n, plural, zero {# طلب} one {طلب واحد} two {طلبين} few {# طلبات} many {# طلباً} other {# طلب}} ({table}).',
  'left.invited':
    '{n, plural, zero {ودُعي أصحاب الطلبات} one {ودُعي صاحب الطلب} two {ودُعي صاحبا الطلبين} few {ودُعي أصحاب الطلبات} many {ودُعي أصحاب الطلبات} other {ودُعي أصحاب الطلبات}} في الساعة {time} إلى تقديم بيان لا يتجاوز {words, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتين} few {# كلمات} many {# كلمة} other {# كلمة}}.',
  'left.received':
    '{n, plural, zero {والبيانات الواردة هي {list}. وتُعمَّم كما قُدّمت، في إضافة.} one {والبيان الوارد هو {list}. ويُعمَّم كما قُدّم، في إضافة.} two {والبيانان الواردان هما {list}. ويُعمَّمان كما قُدّما، في إضافة.} few {والبيانات الواردة هي {list}. وتُعمَّم كما قُدّمت، في إضافة.} many {والبيانات الواردة هي {list}. وتُعمَّم كما قُدّمت، في إضافة.} other {والبيانات الواردة هي {list}. وتُعمَّم كما قُدّمت، في إضافة.}}',
  'left.none': 'ولم يرد أي بيان.',
  'left.statement': '{number} ({words, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}})',
  'left.words': '{words, plural, zero {# كلمة} one {كلمة واحدة} two {كلمتان} few {# كلمات} many {# كلمة} other {# كلمة}}',
  'left.numbers':
    'تتابع الأرقام أرقام المداخلات: {parts}، ومجموعها {n, plural, zero {# طلب} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلباً} other {# طلب}}.',
  'left.more':
    '{n, plural, zero {وليس خارج هذا العدد أي مداخلة} one {وثمة مداخلة واحدة أخرى خارج هذا العدد} two {وثمة مداخلتان أخريان خارج هذا العدد} few {وثمة # مداخلات أخرى خارج هذا العدد} many {وثمة # مداخلة أخرى خارج هذا العدد} other {وثمة # مداخلة أخرى خارج هذا العدد}}: في البرنامج، أو بدعوة من الرئاسة، أو في إطار حق الرد.',
  'left.dash': 'وتعني الشرطة (—) أنه لم يُذكر موضوع.',
  'left.span': '{what} ({from}{one, select, yes {} other { إلى {to}}})',
  'left.receivedAs': 'ورد ({number})',
  'annex.lead':
    'بالترتيب الذي أُدلي بها فيه. «الانتظار» هو الوقت من الطلب إلى البدء؛ و«التجاوز» هو الوقت المستعمل بعد الحد. الأوقات بالدقائق والثواني.',
  'annex.total': 'المجموع، {n, plural, zero {# مداخلة} one {مداخلة واحدة} two {مداخلتان} few {# مداخلات} many {# مداخلة} other {# مداخلة}}',
  'annex.notListed': 'لا يرد هنا: {parts}.',
  'annex.answers': '{n, plural, zero {# رد} one {رد واحد} two {ردان} few {# ردود} many {# رداً} other {# رد}} (مع الأسئلة)',
  'annex.pointsOfOrder':
    '{n, plural, zero {# نقطة نظام} one {نقطة نظام واحدة} two {نقطتا نظام} few {# نقاط نظام} many {# نقطة نظام} other {# نقطة نظام}} (الفصل الرابع)',
  'annex.notReached':
    '{n, plural, zero {# طلب لم يصل دورها} one {طلب واحد لم يصل دوره} two {طلبان لم يصل دورهما} few {# طلبات لم يصل دورها} many {# طلباً لم يصل دورها} other {# طلب لم يصل دورها}}',
  'annex.others': '{n, plural, zero {# طلب آخر} one {طلب آخر} two {طلبان آخران} few {# طلبات أخرى} many {# طلباً آخر} other {# طلب آخر}}',
  'log.session': 'الجلسة',
  'log.made': 'المصدر',
  'log.head': 'رأس السجل',
  'log.profile': 'مكان الحفظ',
  'log.lost': 'المفقود',
  'log.lostEntries':
    'فُقدت القيود من {from} إلى {until} من سجل سابق، وكانت قد تأكدت، عند تعطل مكان حفظها. وقد تبيّن ذلك في {time}. ولا يرد شيء منها في هذه الوثيقة.',
  'log.version': 'النسخة',
  'log.byHand': 'نصوص أضيفت يدوياً',
  'log.verify': 'للتحقق',
  'log.template': 'القالب',
  'log.entries':
    '{n, plural, zero {{count} قيد} one {قيد واحد} two {قيدان} few {{count} قيود} many {{count} قيداً} other {{count} قيد}} في السجل، حتى {time} ({zone})',
  'log.edition':
    '{public, select, yes {النسخة العلنية} other {النسخة الكاملة}}، بالعربية. {rehearsal, select, yes {جلسة تدريبية.} other {ليست جلسة تدريبية.}} وملف البيانات وهذه الوثيقة، إذا أُعدا من جديد من السجل نفسه، متطابقان بايتاً ببايت، إلى أن يعدّلهما أحد.',
  'log.hand': '{public, select, yes {لا يوجد.} other {النصوص الموسومة بعبارة «للكتابة». ولم يُكتب بعد الجلسة شيء آخر في هذه الوثيقة.}}',
  'decision.opened': 'افتتاح الجلسة؛ القاعدة: {rule}؛ الحد {limit}',
  'decision.closed':
    'رفع الجلسة{n, plural, =0 {} zero {} one {؛ طلب واحد لم يصل دوره} two {؛ طلبان لم يصل دورهما} few {؛ # طلبات لم يصل دورها} many {؛ # طلباً لم يصل دورها} other {؛ # طلب لم يصل دورها}}',
  'decision.moved': 'نُقل طلب {who} (المداخلة {number}) من المرتبة {from} إلى المرتبة {to}',
  'decision.point': 'نقطة نظام من {who}؛ {time}',
  'caption.registered': 'المسجلون، حسب المجموعة',
  'caption.present': 'المسجلون والمشاركون، حسب المجموعة',
  'caption.matrix': 'النقاط حسب الموضوع والمجموعة',
  'caption.interventions': 'المداخلات بشأن {topic}، بالترتيب الذي أُدلي بها فيه',
  'caption.questions': 'الأسئلة بشأن {topic}، حسب التأييد',
  'caption.participation': 'الطلبات والمداخلات والوقت، حسب المجموعة والقناة',
  'caption.languages': 'المداخلات والوقت، حسب اللغة',
  'caption.agenda': 'جدول الأعمال، المقرر والفعلي',
  'caption.decisions': 'القرارات المتعلقة بالقائمة والوقت',
  'caption.notReached': 'الطلبات التي لم يصل دورها',
  'caption.shares': 'الحصة من الطلبات ومن وقت الكلام، حسب المجموعة',
  'caption.perCent': 'بالنسبة المئوية',
  'caption.timeline': 'المداخلات وجدول الأعمال عبر الزمن',
  'legend.requests': 'الحصة من الطلبات وعددها {n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}',
  'legend.time':
    'الحصة من وقت الكلام ومدته {n, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
  'legend.room': 'في القاعة',
  'legend.remote': 'عن بُعد. كل عمود صف في المرفق الأول',
  'alt.shares':
    'لكل مجموعة عمودان: حصتها من الطلبات وحصتها من وقت الكلام، بالنسبة المئوية. {values}. {finding} والأرقام في الجدول {table}.',
  'alt.within':
    'لا يزيد الفرق لدى أي مجموعة على {n, plural, zero {# نقطة} one {نقطة واحدة} two {نقطتين} few {# نقاط} many {# نقطة} other {# نقطة}}.',
  'alt.timeline':
    'صف لكل مجموعة، وفيه عمود لكل مداخلة: {room} في القاعة، ممتلئة، و{remote} عن بُعد، فارغة. وفي الأسفل جدول الأعمال كما كان مقرراً وكما جرى. والأرقام في المرفق الأول والجدول {table}.',
  'alt.values': '{group} {requests} و{time}',
  ...arSaid,
}
