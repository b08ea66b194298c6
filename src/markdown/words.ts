import { matchLanguage } from '#archive/language.ts'

/** The few words that the pipeline itself adds to a text, for instance to a footnote: in the language of the text. */
export interface Words {
  /** Attributes for an element that is named by these words: `lang`, when they are not in the language of the report. */
  attributes: { lang?: string }
  /** The name of a link to a paragraph. */
  paragraph: (number: string) => string
  /** The heading above the footnotes. */
  notes: string
  /** The name of a link from the text to a footnote. */
  note: (number: string) => string
  /** The name of a link from a footnote back to where it is referred to. */
  backToReference: (reference: string) => string
  /** The name of a table without a caption. */
  table: (number: string) => string
}

/** One row a language: the words for paragraph, notes, note, back to reference, table. */
const TABLE: readonly (readonly [string, string, string, string, string, string])[] = [
  ['ar', 'الفقرة', 'الحواشي', 'الحاشية', 'العودة إلى المرجع', 'الجدول'],
  ['de', 'Absatz', 'Fußnoten', 'Fußnote', 'Zurück zum Verweis', 'Tabelle'],
  ['en', 'Paragraph', 'Notes', 'Note', 'Back to reference', 'Table'],
  ['es', 'Párrafo', 'Notas', 'Nota', 'Volver a la referencia', 'Tabla'],
  ['fa', 'بند', 'پانویس‌ها', 'پانویس', 'بازگشت به ارجاع', 'جدول'],
  ['fr', 'Paragraphe', 'Notes', 'Note', 'Retour à la référence', 'Tableau'],
  ['he', 'פסקה', 'הערות', 'הערה', 'חזרה להפניה', 'טבלה'],
  ['it', 'Paragrafo', 'Note', 'Nota', 'Torna al riferimento', 'Tabella'],
  ['ja', '段落', '注', '注', '参照箇所に戻る', '表'],
  ['ko', '문단', '주석', '주석', '참조로 돌아가기', '표'],
  ['nl', 'Alinea', 'Noten', 'Noot', 'Terug naar verwijzing', 'Tabel'],
  ['pt', 'Parágrafo', 'Notas', 'Nota', 'Voltar à referência', 'Tabela'],
  ['ru', 'Абзац', 'Примечания', 'Примечание', 'Вернуться к ссылке', 'Таблица'],
  ['zh-Hans', '段落', '注释', '注释', '返回引用处', '表'],
  ['zh-Hant', '段落', '註釋', '註釋', '返回引用處', '表'],
]

const ROWS = new Map(TABLE.map((row) => [row[0], row]))

/** The words for a text in `language`; English ones, and marked as such, where the table has none. */
export function wordsFor(language: string): Words {
  const [found, row] = matchLanguage(ROWS, language) ?? ['en', ROWS.get('en')]
  const [, paragraph = '', notes = '', note = '', back = '', table = ''] = row ?? []
  return {
    attributes: language.split('-')[0] === found.split('-')[0] ? {} : { lang: found },
    notes,
    paragraph: (number) => `${paragraph} ${number}`,
    note: (number) => `${note} ${number}`,
    backToReference: (reference) => `${back} ${reference}`,
    table: (number) => `${table} ${number}`,
  }
}
