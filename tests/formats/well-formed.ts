import { memoryPages, validateXML } from 'xmllint-wasm'

/** What libxml2 finds wrong with an XML document; nothing when it is well formed. */
export async function findXmlFaults(text: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: text }],
    normalization: 'c14n',
    maxMemoryPages: 512 * memoryPages.MiB,
  })
  return errors.map(({ rawMessage }) => rawMessage)
}
