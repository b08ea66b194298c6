import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toCitable, type Citable, type Pin } from '#formats/citation.ts'
import { CITATION_STYLES } from '#formats/citation-styles.ts'
import { toGbT7714 } from '#formats/gb-t-7714.ts'
import { toWikipedia } from '#formats/wikipedia.ts'
import { brief, chinese, HOSTILE_TITLES, pinned, training } from './citables.ts'
import { fullReport } from './descriptions.ts'

/** A citation in each style, in the order in which a page shows them. */
function cite(citable: Citable, pin?: Pin): string[] {
  return CITATION_STYLES.map(({ name, write }) => `${name}: ${write(citable, pin)}`)
}

suite('a citation of a report', () => {
  test('names who published it, when, and where it is archived', () => {
    assert.deepEqual(cite(training), [
      'Chicago: National Copyright Administration of China. “Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha.” Copyright News Archive, December 20, 2024. https://archive.example/2024/12/overseas-copyright-risk-training-changsha/.',
      'APA: National Copyright Administration of China. (2024, December 20). Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha. Copyright News Archive. https://archive.example/2024/12/overseas-copyright-risk-training-changsha/',
      'MLA: National Copyright Administration of China. “Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha.” Copyright News Archive, 20 Dec. 2024, https://archive.example/2024/12/overseas-copyright-risk-training-changsha/.',
      'Harvard: National Copyright Administration of China (2024) ‘Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha’, Copyright News Archive, 20 December. Available at: https://archive.example/2024/12/overseas-copyright-risk-training-changsha/',
      'GB/T 7714: National Copyright Administration of China. Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha[EB/OL]. (2024-12-20). https://archive.example/2024/12/overseas-copyright-risk-training-changsha/.',
      'Wikipedia: {{cite news |title=Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha |url=https://archive.example/2024/12/overseas-copyright-risk-training-changsha/ |date=20 December 2024 |publisher=National Copyright Administration of China |via=Copyright News Archive}}',
    ])
  })

  test('can name a paragraph, a wording and the day of access', () => {
    assert.deepEqual(cite(training, pinned), [
      'Chicago: National Copyright Administration of China. “Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha.” Copyright News Archive, December 20, 2024, version 2, para. 4. Accessed November 22, 2026. https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4.',
      'APA: National Copyright Administration of China. (2024, December 20). Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha (Version 2, para. 4). Copyright News Archive. Retrieved November 22, 2026, from https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4',
      'MLA: National Copyright Administration of China. “Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha.” Copyright News Archive, version 2, 20 Dec. 2024, par. 4, https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4. Accessed 22 Nov. 2026.',
      'Harvard: National Copyright Administration of China (2024) ‘Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha’, Copyright News Archive, 20 December, version 2, para. 4. Available at: https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4 (Accessed: 22 November 2026).',
      'GB/T 7714: National Copyright Administration of China. Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha[EB/OL]. Version 2. (2024-12-20)[2026-11-22]. https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4.',
      'Wikipedia: {{cite news |title=Training on Overseas Risk Prevention and Control of Copyright Industry held in Changsha |url=https://archive.example/2024/12/overseas-copyright-risk-training-changsha/v/2/#p4 |date=20 December 2024 |publisher=National Copyright Administration of China |via=Copyright News Archive |at=¶ 4 |access-date=22 November 2026}}',
    ])
  })

  test('leads to a paragraph of the present wording when no wording is named', () => {
    assert.deepEqual(cite(chinese, { paragraph: 12 }), [
      'Chicago: 国家版权局. ““版权风险”管理培训班在长沙举行.” Copyright News Archive, December 2024, para. 12. https://archive.example/2024/12/a-report-in-chinese/#p12.',
      'APA: 国家版权局. (2024, December). “版权风险”管理培训班在长沙举行 (para. 12). Copyright News Archive. https://archive.example/2024/12/a-report-in-chinese/#p12',
      'MLA: 国家版权局. ““版权风险”管理培训班在长沙举行.” Copyright News Archive, Dec. 2024, par. 12, https://archive.example/2024/12/a-report-in-chinese/#p12.',
      'Harvard: 国家版权局 (2024) ‘“版权风险”管理培训班在长沙举行’, Copyright News Archive, December, para. 12. Available at: https://archive.example/2024/12/a-report-in-chinese/#p12',
      'GB/T 7714: 国家版权局. “版权风险”管理培训班在长沙举行[EB/OL]. (2024-12). https://archive.example/2024/12/a-report-in-chinese/#p12.',
      'Wikipedia: {{cite news |title=“版权风险”管理培训班在长沙举行 |url=https://archive.example/2024/12/a-report-in-chinese/#p12 |date=December 2024 |publisher=国家版权局 |via=Copyright News Archive |at=¶ 12 |language=zh-Hans}}',
    ])
  })

  test('in Chinese keeps its characters and its own quotation marks', () => {
    assert.deepEqual(cite(chinese, pinned), [
      'Chicago: 国家版权局. ““版权风险”管理培训班在长沙举行.” Copyright News Archive, December 2024, version 2, para. 4. Accessed November 22, 2026. https://archive.example/2024/12/a-report-in-chinese/v/2/#p4.',
      'APA: 国家版权局. (2024, December). “版权风险”管理培训班在长沙举行 (Version 2, para. 4). Copyright News Archive. Retrieved November 22, 2026, from https://archive.example/2024/12/a-report-in-chinese/v/2/#p4',
      'MLA: 国家版权局. ““版权风险”管理培训班在长沙举行.” Copyright News Archive, version 2, Dec. 2024, par. 4, https://archive.example/2024/12/a-report-in-chinese/v/2/#p4. Accessed 22 Nov. 2026.',
      'Harvard: 国家版权局 (2024) ‘“版权风险”管理培训班在长沙举行’, Copyright News Archive, December, version 2, para. 4. Available at: https://archive.example/2024/12/a-report-in-chinese/v/2/#p4 (Accessed: 22 November 2026).',
      'GB/T 7714: 国家版权局. “版权风险”管理培训班在长沙举行[EB/OL]. 2版. (2024-12)[2026-11-22]. https://archive.example/2024/12/a-report-in-chinese/v/2/#p4.',
      'Wikipedia: {{cite news |title=“版权风险”管理培训班在长沙举行 |url=https://archive.example/2024/12/a-report-in-chinese/v/2/#p4 |date=December 2024 |publisher=国家版权局 |via=Copyright News Archive |at=¶ 4 |language=zh-Hans |access-date=22 November 2026}}',
    ])
  })

  test('known by its year is cited by its year', () => {
    assert.deepEqual(cite({ ...chinese, title: 'A title', date: '2024', language: 'en' }), [
      'Chicago: 国家版权局. “A title.” Copyright News Archive, 2024. https://archive.example/2024/12/a-report-in-chinese/.',
      'APA: 国家版权局. (2024). A title. Copyright News Archive. https://archive.example/2024/12/a-report-in-chinese/',
      'MLA: 国家版权局. “A title.” Copyright News Archive, 2024, https://archive.example/2024/12/a-report-in-chinese/.',
      'Harvard: 国家版权局 (2024) ‘A title’, Copyright News Archive. Available at: https://archive.example/2024/12/a-report-in-chinese/',
      'GB/T 7714: 国家版权局. A title[EB/OL]. (2024). https://archive.example/2024/12/a-report-in-chinese/.',
      'Wikipedia: {{cite news |title=A title |url=https://archive.example/2024/12/a-report-in-chinese/ |date=2024 |publisher=国家版权局 |via=Copyright News Archive}}',
    ])
  })
})

suite('a citation of a brief', () => {
  test('has the day on which the archive published it, not the year it tells of', () => {
    assert.deepEqual(cite({ ...brief, recorded: '2026-11-22' }), [
      'Chicago: Copyright News Archive. “Secretariats of the Paris and Berne Conventions combined into BIRPI.” November 22, 2026. https://archive.example/1893/birpi/.',
      'APA: Copyright News Archive. (2026, November 22). Secretariats of the Paris and Berne Conventions combined into BIRPI. https://archive.example/1893/birpi/',
      'MLA: “Secretariats of the Paris and Berne Conventions combined into BIRPI.” Copyright News Archive, 22 Nov. 2026, https://archive.example/1893/birpi/.',
      'Harvard: Copyright News Archive (2026) Secretariats of the Paris and Berne Conventions combined into BIRPI. Available at: https://archive.example/1893/birpi/',
      'GB/T 7714: Copyright News Archive. Secretariats of the Paris and Berne Conventions combined into BIRPI[EB/OL]. (2026-11-22). https://archive.example/1893/birpi/.',
      'Wikipedia: {{cite web |title=Secretariats of the Paris and Berne Conventions combined into BIRPI |url=https://archive.example/1893/birpi/ |date=22 November 2026 |website=Copyright News Archive}}',
    ])
  })

  test('that is not recorded yet has no date', () => {
    assert.deepEqual(cite(brief), [
      'Chicago: Copyright News Archive. “Secretariats of the Paris and Berne Conventions combined into BIRPI.” n.d. https://archive.example/1893/birpi/.',
      'APA: Copyright News Archive. (n.d.). Secretariats of the Paris and Berne Conventions combined into BIRPI. https://archive.example/1893/birpi/',
      'MLA: “Secretariats of the Paris and Berne Conventions combined into BIRPI.” Copyright News Archive, https://archive.example/1893/birpi/.',
      'Harvard: Copyright News Archive (no date) Secretariats of the Paris and Berne Conventions combined into BIRPI. Available at: https://archive.example/1893/birpi/',
      'GB/T 7714: Copyright News Archive. Secretariats of the Paris and Berne Conventions combined into BIRPI[EB/OL]. https://archive.example/1893/birpi/.',
      'Wikipedia: {{cite web |title=Secretariats of the Paris and Berne Conventions combined into BIRPI |url=https://archive.example/1893/birpi/ |website=Copyright News Archive}}',
    ])
  })

  test('can name a paragraph, a wording and the day of access, which stands for the date in Chicago', () => {
    assert.deepEqual(cite(brief, pinned), [
      'Chicago: Copyright News Archive. “Secretariats of the Paris and Berne Conventions combined into BIRPI.” Version 2, para. 4. Accessed November 22, 2026. https://archive.example/1893/birpi/v/2/#p4.',
      'APA: Copyright News Archive. (n.d.). Secretariats of the Paris and Berne Conventions combined into BIRPI (Version 2, para. 4). Retrieved November 22, 2026, from https://archive.example/1893/birpi/v/2/#p4',
      'MLA: “Secretariats of the Paris and Berne Conventions combined into BIRPI.” Copyright News Archive, version 2, par. 4, https://archive.example/1893/birpi/v/2/#p4. Accessed 22 Nov. 2026.',
      'Harvard: Copyright News Archive (no date) Secretariats of the Paris and Berne Conventions combined into BIRPI, version 2, para. 4. Available at: https://archive.example/1893/birpi/v/2/#p4 (Accessed: 22 November 2026).',
      'GB/T 7714: Copyright News Archive. Secretariats of the Paris and Berne Conventions combined into BIRPI[EB/OL]. Version 2. [2026-11-22]. https://archive.example/1893/birpi/v/2/#p4.',
      'Wikipedia: {{cite web |title=Secretariats of the Paris and Berne Conventions combined into BIRPI |url=https://archive.example/1893/birpi/v/2/#p4 |website=Copyright News Archive |at=¶ 4 |access-date=22 November 2026}}',
    ])
  })
})

suite('a title', () => {
  const cases: [sentence: string, title: string, language: string, chicago: string][] = [
    ['that ends with a question mark gets no full stop', 'Who owns it?', 'en', '“Who owns it?”'],
    ['that ends with a Chinese mark gets no full stop', '谁的版权？', 'zh-Hans', '“谁的版权？”'],
    ['that ends with a quoted question gets no full stop', 'He asked “Why?”', 'en', '“He asked ‘Why?’”'],
    [
      'has its quotation marks made single within double ones',
      'The "Yes" and the “No”',
      'en',
      '“The ‘Yes’ and the ‘No’.”',
    ],
    ['keeps a quotation mark that stands alone', 'A screen of 27" and more', 'en', '“A screen of 27" and more.”'],
    ['keeps an apostrophe', "Xue's embroidery", 'en', "“Xue's embroidery.”"],
    ['is never given other capitals', 'eBay and the iPHONE', 'en', '“eBay and the iPHONE.”'],
  ]
  for (const [sentence, title, language, expected] of cases) {
    test(sentence, () => {
      const [chicago = ''] = cite({ ...training, title, language })
      assert.equal(chicago.split('China. ')[1]?.split(' Copyright News')[0], expected)
    })
  }

  test('and a name that end with a mark of their own get no second one in any style', () => {
    assert.deepEqual(
      cite({ ...training, publisher: 'Works Ltd.', title: 'Who owns it?', url: 'https://archive.example/x/' }),
      [
        'Chicago: Works Ltd. “Who owns it?” Copyright News Archive, December 20, 2024. https://archive.example/x/.',
        'APA: Works Ltd. (2024, December 20). Who owns it? Copyright News Archive. https://archive.example/x/',
        'MLA: Works Ltd. “Who owns it?” Copyright News Archive, 20 Dec. 2024, https://archive.example/x/.',
        'Harvard: Works Ltd. (2024) ‘Who owns it?’, Copyright News Archive, 20 December. Available at: https://archive.example/x/',
        'GB/T 7714: Works Ltd. Who owns it?[EB/OL]. (2024-12-20). https://archive.example/x/.',
        'Wikipedia: {{cite news |title=Who owns it? |url=https://archive.example/x/ |date=20 December 2024 |publisher=Works Ltd. |via=Copyright News Archive}}',
      ],
    )
  })
})

test('the months are written as each style writes them', () => {
  const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}-05`)
  const between = (text = ''): string => text.split('Archive, ')[1]?.split(/[.,]? https/)[0] ?? ''
  assert.deepEqual(
    months.map((date) => between(cite({ ...training, date })[0])),
    [
      'January 5, 2024',
      'February 5, 2024',
      'March 5, 2024',
      'April 5, 2024',
      'May 5, 2024',
      'June 5, 2024',
      'July 5, 2024',
      'August 5, 2024',
      'September 5, 2024',
      'October 5, 2024',
      'November 5, 2024',
      'December 5, 2024',
    ],
  )
  assert.deepEqual(
    months.map((date) => between(cite({ ...training, date })[2])),
    [
      '5 Jan. 2024',
      '5 Feb. 2024',
      '5 Mar. 2024',
      '5 Apr. 2024',
      '5 May 2024',
      '5 June 2024',
      '5 July 2024',
      '5 Aug. 2024',
      '5 Sept. 2024',
      '5 Oct. 2024',
      '5 Nov. 2024',
      '5 Dec. 2024',
    ],
  )
})

suite('in GB/T 7714', () => {
  test('a first wording is not described, only its address leads to it', () => {
    assert.equal(
      toGbT7714(chinese, { version: 1, accessed: '2026-11-22' }),
      '国家版权局. “版权风险”管理培训班在长沙举行[EB/OL]. (2024-12)[2026-11-22]. https://archive.example/2024/12/a-report-in-chinese/v/1/.',
    )
  })
})

suite('row 51: as a template of Wikipedia', () => {
  test('every character that means something to a wiki is made harmless', () => {
    assert.equal(
      toWikipedia({
        ...training,
        title: "{{T|a=b}} [[L]] ~~~~ <ref>y</ref> &amp; ''i'' __X__ https://e.org it's",
        url: 'https://archive.example/x/',
      }),
      "{{cite news |title=&#123;&#123;T&#124;a&#61;b&#125;&#125; &#91;&#91;L&#93;&#93; &#126;&#126;&#126;&#126; &#60;ref&#62;y&#60;/ref&#62; &#38;amp; &#39;&#39;i&#39;&#39; &#95;&#95;X&#95;&#95; https&#58;&#47;&#47;e.org it's |url=https://archive.example/x/ |date=20 December 2024 |publisher=National Copyright Administration of China |via=Copyright News Archive}}",
    )
  })

  test('has the same parameters whatever the title', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TITLES)), (title) => {
        const written = toWikipedia({ ...training, title, publisher: title, archive: title })
        assert.deepEqual(
          [...written.matchAll(/\|([a-z-]*)=/g)].map(([, name]) => name),
          ['title', 'url', 'date', 'publisher', 'via'],
        )
        assert.equal(written.match(/[{}]/g)?.length, 4)
        assert.doesNotMatch(written, /[\n\r[\]<>~]|''|__/)
      }),
    )
  })
})

test('every citation is one line without control characters, whatever is cited', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE_TITLES))
  fc.assert(
    fc.property(text, text, text, (title, publisher, archive) => {
      for (const { write } of CITATION_STYLES) {
        assert.doesNotMatch(
          write({ ...training, title, publisher, archive }, pinned),
          /[\p{Cc}\p{Surrogate}\u2028\u2029]/u,
        )
      }
    }),
  )
})

test('a citation takes what it says from the one description of a report', () => {
  assert.deepEqual(toCitable(fullReport), {
    id: 'k7m2q4',
    kind: 'report',
    publisher: 'National Copyright Administration of China',
    title: 'Training held in Changsha',
    date: '2024-12-20',
    recorded: '2026-11-22',
    event: '2024-12-11/2024-12-13',
    version: 2,
    language: 'en',
    archive: 'An Archive',
    url: 'https://archive.example/2024/12/a-training/',
  } satisfies Citable)
})
