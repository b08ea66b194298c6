import { prefixOf } from '#archive/interface-languages.ts'
import { settings } from '../site.config.ts'

/** A path of the build: its parameters, and what its page is made from. */
interface PagePath<Params, Props> {
  params: Params
  props: Props
}

/** A path in one language: its folder, none in the language of the archive, and the language for the page. */
type LocalPath<Params, Props> = PagePath<Params & { language: string | undefined }, Props & { language: string }>

/** Each page in each language, for `pages/[...language]/`: those in the language of the archive have no folder of their own. */
export function inEachLanguage<Params, Props>(paths: readonly PagePath<Params, Props>[]): LocalPath<Params, Props>[] {
  return settings.languages.flatMap((language) => {
    const folder = prefixOf(settings.languages, language).slice(1)
    return paths.map(({ params, props }) => ({
      params: { ...params, language: folder === '' ? undefined : folder },
      props: { ...props, language },
    }))
  })
}

/** A page of which there is one, in each language. */
export function oneInEachLanguage(): LocalPath<object, object>[] {
  return inEachLanguage([{ params: {}, props: {} }])
}
