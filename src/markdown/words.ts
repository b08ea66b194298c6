import { matchLanguage } from '#archive/language.ts'

/** The few words that the pipeline itself adds to a text, for instance to a footnote: in the language of the text. */
export interface Words {
  /** Attributes for an element that is named by these words: `lang`, when they are not in the language of the report. */
  attributes: { lang?: string }
  /** The name of a link to a paragraph. */
  paragraph: (number: string) => string
  /** What is said where a paragraph was, to who follows a link to it. */
  removed: (number: string) => string
  /** The heading above the footnotes. */
  notes: string
  /** The name of a link from the text to a footnote. */
  note: (number: string) => string
  /** The name of a link from a footnote back to where it is referred to. */
  backToReference: (reference: string) => string
  /** The name of a table without a caption. */
  table: (number: string) => string
}

/** One row a language: the words for paragraph, notes, note, back to reference, table, and what is said of a removed paragraph. */
const TABLE: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['ar', 'الفقرة', 'الحواشي', 'الحاشية', 'العودة إلى المرجع', 'الجدول', 'حُذفت الفقرة {number}.'],
  ['de', 'Absatz', 'Fußnoten', 'Fußnote', 'Zurück zum Verweis', 'Tabelle', 'Absatz {number} wurde entfernt.'],
  ['en', 'Paragraph', 'Notes', 'Note', 'Back to reference', 'Table', 'Paragraph {number} was removed.'],
  ['es', 'Párrafo', 'Notas', 'Nota', 'Volver a la referencia', 'Tabla', 'El párrafo {number} se suprimió.'],
  ['fa', 'بند', 'پانویس‌ها', 'پانویس', 'بازگشت به ارجاع', 'جدول', 'بند {number} حذف شده است.'],
  ['fr', 'Paragraphe', 'Notes', 'Note', 'Retour à la référence', 'Tableau', 'Le paragraphe {number} a été supprimé.'],
  ['he', 'פסקה', 'הערות', 'הערה', 'חזרה להפניה', 'טבלה', 'פסקה {number} הוסרה.'],
  ['it', 'Paragrafo', 'Note', 'Nota', 'Torna al riferimento', 'Tabella', 'Il paragrafo {number} è stato rimosso.'],
  ['ja', '段落', '注', '注', '参照箇所に戻る', '表', '段落{number}は削除されました。'],
  ['ko', '문단', '주석', '주석', '참조로 돌아가기', '표', '문단 {number}은(는) 삭제되었습니다.'],
  ['nl', 'Alinea', 'Noten', 'Noot', 'Terug naar verwijzing', 'Tabel', 'Alinea {number} is verwijderd.'],
  ['pt', 'Parágrafo', 'Notas', 'Nota', 'Voltar à referência', 'Tabela', 'O parágrafo {number} foi removido.'],
  ['ru', 'Абзац', 'Примечания', 'Примечание', 'Вернуться к ссылке', 'Таблица', 'Абзац {number} удалён.'],
  ['zh-Hans', '段落', '注释', '注释', '返回引用处', '表', '段落 {number} 已删除。'],
  ['zh-Hant', '段落', '註釋', '註釋', '返回引用處', '表', '段落 {number} 已刪除。'],
]

const ROWS = new Map(TABLE.map((row) => [row[0], row]))

/** The words for a text in `language`; English ones, and marked as such, where the table has none. */
export function wordsFor(language: string): Words {
  const [found, row] = matchLanguage(ROWS, language) ?? ['en', ROWS.get('en')]
  const [, paragraph = '', notes = '', note = '', back = '', table = '', removed = ''] = row ?? []
  return {
    attributes: language.split('-')[0] === found.split('-')[0] ? {} : { lang: found },
    notes,
    paragraph: (number) => `${paragraph} ${number}`,
    removed: (number) => removed.replace('{number}', number),
    note: (number) => `${note} ${number}`,
    backToReference: (reference) => `${back} ${reference}`,
    table: (number) => `${table} ${number}`,
  }
}
