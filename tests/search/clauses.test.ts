import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseWords, type Clause, type FacetClause, type WordsClause } from '#search/clauses.ts'

/** Words that must occur, typed as they are searched for, but for what is given. */
function words(searched: string, given: Partial<WordsClause> = {}): WordsClause {
  return {
    type: 'words',
    typed: searched,
    words: searched.split(' '),
    whole: searched.split(' '),
    isExact: false,
    isBeginning: false,
    inTitle: false,
    isNegated: false,
    ...given,
  }
}

function facet(typed: string, name: FacetClause['facet'], value: string, isNegated = false): FacetClause {
  return { type: 'facet', typed, facet: name, value, isNegated }
}

const exact = { isExact: true }
const negated = { isNegated: true }
const inTitle = { inTitle: true }

suite('what a reader typed', () => {
  const cases: [title: string, typed: string, clauses: Clause[], ignored?: string[]][] = [
    ['is words', 'overseas risk', [words('overseas'), words('risk')]],
    [
      'is words without capitals and accents',
      'Genève RISK',
      [words('geneve', { typed: 'Genève' }), words('risk', { typed: 'RISK' })],
    ],
    ['is words with an accent composed', 'e\u0301te\u0301', [words('ete', { typed: 'été' })]],
    [
      'is words with spaces of any kind between them',
      '\u3000overseas\u00a0\trisk\n',
      [words('overseas'), words('risk')],
    ],
    ['is nothing', '', []],
    ['is nothing but spaces', '   ', []],
    ['is nothing but signs', '… — + & ()', []],
    ['is nothing but quotation marks', '"" " "', []],

    ['is a phrase in quotation marks', '"overseas risk"', [words('overseas risk', exact)]],
    ['is a phrase of one word', '"risk"', [words('risk', exact)]],
    [
      'is a phrase between words',
      'training "overseas risk" 2024',
      [words('training'), words('overseas risk', exact), words('2024')],
    ],
    ['is two phrases', '"a b" "c d"', [words('a b', exact), words('c d', exact)]],
    ['is two phrases without a space between them', '"a b""c d"', [words('a b', exact), words('c d', exact)]],
    ['is a phrase in curly quotation marks', '“overseas risk”', [words('overseas risk', exact)]],
    [
      'is a phrase in German quotation marks',
      '„Risiko hier“',
      [words('risiko hier', { ...exact, typed: 'Risiko hier' })],
    ],
    ['is a phrase in French quotation marks', '«risque ici»', [words('risque ici', exact)]],
    [
      'is a phrase in Chinese quotation marks',
      '「海外」『风险』',
      [
        words('海外', { ...exact, whole: ['海ˑ', '海外', '外'] }),
        words('风险', { ...exact, whole: ['风ˑ', '风险', '险'] }),
      ],
    ],
    ['is a phrase in wide quotation marks', '＂a b＂', [words('a b', exact)]],
    ['is words after a quotation mark that is not closed', '"overseas risk', [words('overseas'), words('risk')]],
    [
      'is a phrase and words after the mark of an inch',
      '"a b" 5" pipe',
      [words('a b', exact), words('5'), words('pipe')],
    ],
    [
      'is a phrase beside words without a space between them',
      'foo"bar baz"qux',
      [words('foo'), words('bar baz', exact), words('qux')],
    ],
    ['is a word before a phrase after a colon', 'name:"a b"', [words('name'), words('a b', exact)]],
    [
      'is a phrase that holds the name of an operator',
      '"title:x AND y"',
      [words('title x and y', { ...exact, typed: 'title:x AND y' })],
    ],

    [
      'is words that stand together where signs divide them',
      'covid-19 AT&T',
      [words('covid 19', { typed: 'covid-19' }), words('at t', { typed: 'AT&T' })],
    ],
    ['is words that stand together around an apostrophe', "don't", [words('don t', { typed: "don't" })]],
    ['is a number as it is written', '1,200,000', [words('1200000', { typed: '1,200,000' })]],
    ['is the parts of a date', '2024-12-20', [words('2024 12 20', { typed: '2024-12-20' })]],
    [
      'is the parts of an address',
      'http://example.org/a',
      [words('http example org a', { typed: 'http://example.org/a' })],
    ],
    ['is an identifier', 'k7m2q4', [words('k7m2q4')]],

    ['is a word of Chinese', '版权', [words('版权', { whole: ['版ˑ', '版权', '权'] })]],
    [
      'is letters of Chinese that stand together',
      '版权保护',
      [words('版权 权保 保护', { typed: '版权保护', whole: ['版ˑ', '版权', '权保', '保护', '护'] })],
    ],
    ['is one letter of Chinese', '版', [words('版', { whole: ['版ˑ', '版'] })]],
    [
      'is words of Chinese with a space between them',
      '版权\u3000保护',
      [words('版权', { whole: ['版ˑ', '版权', '权'] }), words('保护', { whole: ['保ˑ', '保护', '护'] })],
    ],
    [
      'is Chinese beside Latin',
      'NCAC版权',
      [words('ncac 版ˑ 版权', { typed: 'NCAC版权', whole: ['ncac', '版ˑ', '版权', '权'] })],
    ],
    [
      'is Chinese after a colon that is no operator',
      '通知：版权',
      [words('通知 知 版ˑ 版权', { typed: '通知:版权', whole: ['通ˑ', '通知', '知', '版ˑ', '版权', '权'] })],
    ],

    ['is a word that is not wanted', 'risk -training', [words('risk'), words('training', negated)]],
    ['is a phrase that is not wanted', 'risk -"a b"', [words('risk'), words('a b', { ...exact, ...negated })]],
    [
      'is words that stand together and are not wanted',
      '-well-known',
      [words('well known', { typed: 'well-known', ...negated })],
    ],
    ['is a word after a dash that stands alone', '- risk', [words('risk')]],
    ['is a word before a dash', 'risk- training', [words('risk', { typed: 'risk-' }), words('training')]],
    [
      'is a word after a long dash, which is a sign',
      '– risk —training',
      [words('risk'), words('training', { typed: '—training' })],
    ],
    ['is a word after a phrase and a dash', '"a"-b', [words('a', exact), words('b')]],

    ['is a word of the title', 'title:risk', [words('risk', inTitle)]],
    ['is a word of the title, however the operator is written', 'TITLE：risk', [words('risk', inTitle)]],
    [
      'is a phrase of the title',
      'title:"overseas risk" x',
      [words('overseas risk', { ...exact, ...inTitle }), words('x')],
    ],
    ['is a word that is not wanted in the title', '-title:risk', [words('risk', { ...inTitle, ...negated })]],
    [
      'is words of the title that stand together, another operator among them',
      'title:topic:x',
      [words('topic x', { typed: 'topic:x', ...inTitle })],
    ],
    ['is the word title where nothing comes after it', 'title', [words('title')]],

    ['is the beginning of a word', 'organi*', [words('organi', { typed: 'organi*', isBeginning: true })]],
    [
      'is the beginning of a word of the title',
      'title:organi*',
      [words('organi', { typed: 'organi*', isBeginning: true, ...inTitle })],
    ],
    ['is a phrase with a star, which is a sign there', '"organi*"', [words('organi', { typed: 'organi*', ...exact })]],
    ['is nothing but a star', '*', []],

    ['is a topic', 'topic:copyright', [facet('topic:copyright', 'topics', 'copyright')]],
    ['is topics by the other name', 'Topics:copyright', [facet('Topics:copyright', 'topics', 'copyright')]],
    [
      'is a place of several words',
      'place:"New York" risk',
      [facet('place:"New York"', 'places', 'New York'), words('risk')],
    ],
    ['is a place without the spaces around it', 'place:" China "', [facet('place:" China "', 'places', 'China')]],
    ['is a place in Chinese', 'place：北京', [facet('place：北京', 'places', '北京')]],
    [
      'is a place that is not wanted',
      'risk -place:china',
      [words('risk'), facet('-place:china', 'places', 'china', true)],
    ],
    [
      'is an organisation, spelled in every way',
      'org:a organisation:b organization:c organisations:d',
      [
        facet('org:a', 'organisations', 'a'),
        facet('organisation:b', 'organisations', 'b'),
        facet('organization:c', 'organisations', 'c'),
        facet('organisations:d', 'organisations', 'd'),
      ],
    ],
    [
      'is a person',
      'person:"Li, Ming" people:x',
      [facet('person:"Li, Ming"', 'people', 'Li, Ming'), facet('people:x', 'people', 'x')],
    ],
    ['is a series', 'series:bulletin', [facet('series:bulletin', 'series', 'bulletin')]],
    [
      'is a kind and a language',
      'kind:brief lang:zh-Hans language:en',
      [
        facet('kind:brief', 'kind', 'brief'),
        facet('lang:zh-Hans', 'lang', 'zh-Hans'),
        facet('language:en', 'lang', 'en'),
      ],
    ],
    [
      'is everything that has a name in Chinese',
      '标题:协定 主题:版权 专题：培训 地点：北京 机构:"国家版权局" 人物:李明 系列:通讯 类型:brief 语言:zh',
      [
        words('协定', { ...inTitle, whole: ['协ˑ', '协定', '定'] }),
        facet('主题:版权', 'topics', '版权'),
        facet('专题：培训', 'topics', '培训'),
        facet('地点：北京', 'places', '北京'),
        facet('机构:"国家版权局"', 'organisations', '国家版权局'),
        facet('人物:李明', 'people', '李明'),
        facet('系列:通讯', 'series', '通讯'),
        facet('类型:brief', 'kind', 'brief'),
        facet('语言:zh', 'lang', 'zh'),
      ],
    ],
    ['is a place in traditional Chinese after a space', '-地點： 北京', [facet('-地點:北京', 'places', '北京', true)]],
    [
      'is words where the name of an operator is the end of a word',
      '中国机构:改革',
      [
        words('中国 国机 机构 构 改ˑ 改革', {
          typed: '中国机构:改革',
          whole: ['中ˑ', '中国', '国机', '机构', '构', '改ˑ', '改革', '革'],
        }),
      ],
    ],
    ['is no term where nothing stands in the quotation marks', 'place:"" place:" "', []],
    [
      'is words where an operator of others stands before them',
      'author:me site:example.org',
      [words('author me', { typed: 'author:me' }), words('site example org', { typed: 'site:example.org' })],
    ],
    [
      'is words where what every object of JavaScript has stands before them',
      'constructor:a toString:b',
      [words('constructor a', { typed: 'constructor:a' }), words('tostring b', { typed: 'toString:b' })],
    ],

    [
      'is words without the operators of others',
      'risk AND training OR NEAR NOT x',
      [words('risk'), words('training'), words('x')],
      ['AND', 'OR', 'NEAR', 'NOT'],
    ],
    ['is the word of an operator that stands alone', 'AND', [words('and')]],
    ['is the words of operators in small letters', 'and or', [words('and'), words('or')]],
    ['is the word of an operator in quotation marks', '"AND"', [words('and', { ...exact, typed: 'AND' })]],
    [
      'is words in brackets',
      '(risk training)',
      [words('risk', { typed: '(risk' }), words('training', { typed: 'training)' })],
    ],
    ['is words with a plus before them', '+risk', [words('risk', { typed: '+risk' })]],
    [
      'is everything at once',
      'a -b "c d" title:e -topic:f g*',
      [
        words('a'),
        words('b', negated),
        words('c d', exact),
        words('e', inTitle),
        facet('-topic:f', 'topics', 'f', true),
        words('g', { typed: 'g*', isBeginning: true }),
      ],
    ],
  ]
  for (const [title, typed, clauses, ignored = []] of cases) {
    test(title, () => {
      assert.deepEqual(parseWords(typed), { clauses, ignored })
    })
  }
})
