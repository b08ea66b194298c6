/** What the kinds of reports are called in Chinese, for whoever types it. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['report', ['报道', '報道']],
  ['brief', ['简讯', '簡訊']],
])

/** The languages that readers may name a language in, beside itself. */
const NAMED_IN = ['en', 'zh-Hans', 'zh-Hant']

/** Whether a kind is called so: by its id, or as Chinese pages call it. */
export function isKindCalled(kind: string, called: string): boolean {
  return kind.toLowerCase() === called.toLowerCase() || (KINDS.get(kind)?.includes(called) ?? false)
}

/** Whether a language is called so: by its tag or the beginning of it, or by a name of it: `zh`, `Chinese`, `中文` for zh-Hans. */
export function isLanguageCalled(tag: string, called: string): boolean {
  const wanted = inOneForm(called)
  const [base = ''] = tag.split('-')
  const names = [tag, base].flatMap((one) => [one, ...[...NAMED_IN, base].map((language) => nameOf(one, language))])
  return names.some((name) => inOneForm(name) === wanted) || inOneForm(tag).startsWith(`${wanted}-`)
}

/** English is both 英语 and 英文. */
function inOneForm(name: string): string {
  return name.toLowerCase().replace(/[语語文]$/u, '文')
}

/** What a language is called in another; its tag where that is not known. */
function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
